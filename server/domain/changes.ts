import { changeWords } from '../../data/incident/change-words.ts';
import { changesBetween } from '../../data/incident/changes.ts';
import type { IncidentDraft } from '../../data/incident/schema.ts';
import { centralDate } from '../../data/time/central.ts';
import type { CategoryId } from '../../data/vocabulary/categories.ts';
import type { VerificationId } from '../../data/vocabulary/verifications.ts';
import type { RecordChange } from './ports/incident-history.ts';

/** One thing that changed, in words that everyone may read. */
export interface PublicChange {
  /** Null where the record is withdrawn: its id holds words of its title. */
  readonly incidentId: string | null;
  /** As the record is called today; null where it is withdrawn. */
  readonly title: string | null;
  readonly category: CategoryId | null;
  readonly verification: VerificationId | null;
  readonly revision: number;
  /** The day in Minneapolis, 2026-01-14. */
  readonly at: string;
  readonly kind: RecordChange['kind'];
  readonly why: string | null;
  readonly what: readonly string[];
}

export interface DayOfChanges {
  readonly day: string;
  readonly changes: readonly PublicChange[];
}

/** @param changes newest first. */
export function byDay(changes: readonly RecordChange[]): DayOfChanges[] {
  const days: { day: string; changes: PublicChange[] }[] = [];
  for (const change of changes.map(publicChange)) {
    const last = days.at(-1);
    if (last?.day === change.at) last.changes.push(change);
    else days.push({ day: change.at, changes: [change] });
  }
  return days;
}

export function publicChange(change: RecordChange): PublicChange {
  const { end, kind, title, category, verification, revision, after, before } = change;
  return {
    incidentId: title === null ? null : end.id,
    title,
    category,
    verification,
    revision,
    at: centralDate(end.at),
    kind,
    why: change.why ?? reasonOf(before, after),
    what: whatOf(change),
  };
}

function whatOf({ kind, after, before }: RecordChange): string[] {
  if (kind === 'withdrawn') return ['Withdrawn from this map'];
  if (after === null) return ['What it said then was taken out'];
  if (kind === 'added') {
    const accounts = after.properties.accounts.map(({ by }) => `First account: ${by}`);
    return [...new Set(accounts)];
  }
  if (before === null) return ['Changed; what it said before was taken out'];
  return changeWords(changesBetween(before, after));
}

/** Why the editors decided, where a decision is what is new. */
function reasonOf(before: IncidentDraft | null, after: IncidentDraft | null): string | null {
  if (before === null || after === null) return null;
  const old = before.properties.decisions.length;
  return old < after.properties.decisions.length
    ? (after.properties.decisions.at(-1)?.reason ?? null)
    : null;
}
