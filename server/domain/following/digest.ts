import type { PublicChange } from '../../../data/incident/public-history.ts';
import { startOfCentralDate } from '../../../data/time/central.ts';
import { VERIFICATIONS } from '../../../data/vocabulary/verifications.ts';
import { publicChange } from '../changes.ts';
import type { IncidentHistory, RecordChange } from '../ports/incident-history.ts';
import { type FollowedFilter, incidentFilterOf } from './filter.ts';

/** What became of one incident. */
export interface DigestEntry {
  /** Null where the record is withdrawn. */
  readonly incidentId: string | null;
  readonly title: string | null;
  /** In words: "Disputed". */
  readonly verification: string | null;
  /** The kind that says most: new before updated before learned. */
  readonly kind: PublicChange['kind'];
  readonly lines: readonly string[];
}

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
  const { changes, next } = await history.changes({ ...filter, asOf }, MOST_CHANGES, null, since);
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
    const lines = told.flatMap(({ what, why }) => (why === null ? what : [...what, why]));
    const label = VERIFICATIONS.find(({ id }) => id === newest.verification)?.label ?? null;
    return {
      incidentId: newest.incidentId,
      title: newest.title,
      verification: label,
      kind: BY_WEIGHT.find((kind) => told.some((change) => change.kind === kind)) ?? newest.kind,
      lines: [...new Set(lines)].slice(0, MOST_LINES),
    };
  });
}
