import type { ChangeLine } from '../../../data/incident/change-lines.ts';
import type { PublicChange } from '../../../data/incident/public-history.ts';
import { startOfCentralDate } from '../../../data/time/central.ts';
import { findChanges, publicChange } from '../changes.ts';
import type { IncidentHistory, RecordChange } from '../ports/incident-history.ts';
import { type FollowedFilter, incidentFilterOf } from './filter.ts';

/** What became of one incident. */
export interface DigestEntry {
  /** Null where the record is withdrawn. */
  readonly incidentId: string | null;
  readonly title: string | null;
  readonly verification: PublicChange['verification'];
  /** The kind that says most: new before updated before learned. */
  readonly kind: PublicChange['kind'];
  readonly lines: readonly DigestLine[];
}

/** What changed, to be said in any language, or why, as it was written. */
export type DigestLine = ChangeLine | { readonly why: string };

export interface Digest {
  readonly entries: readonly DigestEntry[];
  /** False where more changed than was read. */
  readonly isWhole: boolean;
}

/** A mail lists no more, and no more is read for it; the map has the rest. */
const MOST_CHANGES = 200;
const MOST_ENTRIES = 50;
const MOST_LINES = 8;
const BY_WEIGHT: readonly PublicChange['kind'][] = ['withdrawn', 'added', 'updated', 'learned'];

/**
 * What changed on whole days, by the list that `/api/changes` shows. Nothing is added to a day of that
 * list once it is over, so a mail that tells the days up to yesterday leaves out nothing and repeats
 * nothing; an import, which tells no change of its own, counts on the days on which things became known.
 * @param from the first day to tell, 2026-01-14. @param until the first day not to tell any more.
 */
export async function readDigest(
  followed: FollowedFilter,
  from: string,
  until: string,
  history: Pick<IncidentHistory, 'changes'>,
): Promise<Digest> {
  const filter = incidentFilterOf(followed);
  // Part of a filter would let in what nobody asked for.
  if (!filter) return { entries: [], isWhole: true };
  const since = startOfCentralDate(from);
  const asOf = startOfCentralDate(until) - 1;
  const request = { limit: MOST_CHANGES, after: null, since };
  const { changes, next } = await findChanges(history, { ...filter, asOf }, request);
  const entries = entriesOf(changes);
  return {
    entries: entries.slice(0, MOST_ENTRIES),
    isWhole: next === null && entries.length <= MOST_ENTRIES,
  };
}

/** One entry an incident; each withdrawal is one, since nothing tells them apart. */
function entriesOf(changes: readonly RecordChange[]): DigestEntry[] {
  const byIncident = new Map<string, PublicChange[]>();
  for (const [index, change] of changes.map(publicChange).entries()) {
    const key = change.incidentId ?? `withdrawn ${index}`;
    byIncident.set(key, [...(byIncident.get(key) ?? []), change]);
  }
  return [...byIncident.values()].map((told) => {
    const [newest] = told as [PublicChange];
    const lines = told.flatMap(({ lines: changed, why }): readonly DigestLine[] =>
      why === null ? changed : [...changed, { why }],
    );
    const once = new Map(lines.map((line) => [JSON.stringify(line), line]));
    return {
      incidentId: newest.incidentId,
      title: newest.title,
      verification: newest.verification,
      kind: BY_WEIGHT.find((kind) => told.some((change) => change.kind === kind)) ?? newest.kind,
      lines: [...once.values()].slice(0, MOST_LINES),
    };
  });
}
