import { type ChangeLine, changeLines } from '../../data/incident/change-lines.ts';
import { changeWords } from '../../data/incident/change-words.ts';
import { changesBetween } from '../../data/incident/changes.ts';
import type { DayOfChanges, PublicChange } from '../../data/incident/public-history.ts';
import type { IncidentDraft } from '../../data/incident/schema.ts';
import type { IncidentFilter } from '../../data/query/filter.ts';
import { centralDate } from '../../data/time/central.ts';
import type {
  ChangesPage,
  ChangesRequest,
  IncidentHistory,
  RecordChange,
} from './ports/incident-history.ts';

/**
 * Reads page after page, between which others read, until as many as asked for are found.
 * @param mostPages after which it stops: then there may be fewer, and the page says where to go on.
 */
export async function findChanges(
  history: Pick<IncidentHistory, 'changes'>,
  filter: IncidentFilter,
  request: ChangesRequest,
  mostPages = Infinity,
): Promise<ChangesPage> {
  const first = await history.changes(filter, request);
  const changes = [...first.changes];
  let after = first.next;
  for (let page = 1; after !== null && changes.length < request.limit && page < mostPages; page++) {
    const limit = request.limit - changes.length;
    const more = await history.changes(filter, { ...request, limit, after });
    changes.push(...more.changes);
    after = more.next;
  }
  return { revision: first.revision, changes, next: after };
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
  const lines = linesOf(change);
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
    what: lines.map((line) => changeWords(line, 'en')),
    lines,
  };
}

function linesOf({ kind, after, before }: RecordChange): ChangeLine[] {
  if (kind === 'withdrawn') return [{ kind, of: '' }];
  if (after === null) return [{ kind: 'redacted', of: '' }];
  if (kind === 'added') {
    const speakers = new Set(after.properties.accounts.map(({ by }) => by));
    return [...speakers].map((of) => ({ kind: 'first_account', of }));
  }
  if (before === null) return [{ kind: 'redacted_before', of: '' }];
  const lines = changeLines(changesBetween(before, after)).map((line) => spoken(line, after));
  return [...new Map(lines.map((line) => [`${line.kind} ${line.of}`, line])).values()];
}

/** People know an account by who speaks, not by its id. */
function spoken(line: ChangeLine, { properties }: IncidentDraft): ChangeLine {
  const { kind, of } = line;
  if (kind !== 'account_changed' && kind !== 'disputes_changed') return line;
  return { kind, of: properties.accounts.find(({ id }) => id === of)?.by ?? of };
}

/** Why the editors decided, where a decision is what is new. */
function reasonOf(before: IncidentDraft | null, after: IncidentDraft | null): string | null {
  if (before === null || after === null) return null;
  const old = before.properties.decisions.length;
  return old < after.properties.decisions.length
    ? (after.properties.decisions.at(-1)?.reason ?? null)
    : null;
}
