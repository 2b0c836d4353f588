import type { ChangesEnd } from '../../domain/ports/incident-history.ts';
import type { Connection, Parameters, Value } from './connection.ts';
import { FOREVER } from './filter-sql.ts';

/** How many versions, and acts on this map, are looked at once: 10 ms where none of them matches. */
export const MOST_LOOKED_AT = { learned: 60_000, happened: 5000 };

/** Before any instant that a record holds. */
const EVER = -FOREVER;

/** Of the two lists in one order, newest first: what follows one place, up to another and with it. */
export interface ChangesRange {
  readonly after: ChangesEnd | null;
  /** Null: to the end. */
  readonly stop: ChangesEnd | null;
  /** Both ends included, milliseconds since 1970. */
  readonly since: number | undefined;
  readonly until: number;
}

/**
 * What happened comes before what became known at the same instant. The instants alone bound what the
 * index is read from: SQLite would take either those or the places (hence the +), not the closer.
 * @returns a condition on `incident_changes AS c`.
 */
export function happenedIn({ after, stop }: ChangesRange): string {
  const terms = ['c.told_at BETWEEN $since AND $until'];
  const place = '(+c.told_at, c.revision, c.incident_id)';
  if (after?.source === 1) terms.push(`${place} < ($afterAt, $afterRank, $afterId)`);
  if (after?.source === 0) terms.push('+c.told_at < $afterAt');
  if (stop?.source === 1) terms.push(`${place} >= ($stopAt, $stopRank, $stopId)`);
  return terms.join(' AND ');
}

/** @returns the same of `versions AS v`. */
export function learnedIn({ after, stop }: ChangesRange): string {
  const terms = ['v.known_from BETWEEN $since AND $until'];
  const place = '(+v.known_from, v.key)';
  if (after?.source === 0) terms.push(`${place} < ($afterAt, $afterRank)`);
  if (stop?.source === 0) terms.push(`${place} >= ($stopAt, $stopRank)`);
  if (stop?.source === 1) terms.push('+v.known_from > $stopAt');
  return terms.join(' AND ');
}

/** @returns the parameters of both together. */
export function parametersOf({ after, stop, since = EVER, until }: ChangesRange): Parameters {
  return {
    $since: Math.max(since, stop?.at ?? since),
    $until: Math.min(until, after?.at ?? until),
    ...placeOf('after', after),
    ...placeOf('stop', stop),
  };
}

function placeOf(name: 'after' | 'stop', end: ChangesEnd | null): Parameters {
  if (end === null) return {};
  const values: Record<`$${string}`, Value> = {
    [`$${name}At`]: end.at,
    [`$${name}Rank`]: end.rank,
  };
  if (end.source === 1) values[`$${name}Id`] = end.id;
  return values;
}

/**
 * Bounds a range by how much may be looked at, whatever matches.
 * @param looksUp true where matching versions are looked up one by one, so that there is no bound.
 */
export async function bounded(
  connection: Connection,
  range: Omit<ChangesRange, 'stop'>,
  looksUp: boolean,
  most: typeof MOST_LOOKED_AT,
): Promise<ChangesRange> {
  const whole: ChangesRange = { ...range, stop: null };
  const row = await connection.get<{ happened: string | null; learned: string | null }>(
    `SELECT (
       SELECT json_array(c.told_at, c.revision, c.incident_id) FROM incident_changes AS c
       WHERE ${happenedIn(whole)}
       ORDER BY c.told_at DESC, c.revision DESC, c.incident_id DESC
       LIMIT 1 OFFSET ${most.happened - 1}
     ) AS happened, (
       SELECT json_array(v.known_from, v.key, v.incident_id)
       FROM versions AS v INDEXED BY versions_by_known
       WHERE NOT $looksUp AND ${learnedIn(whole)}
       ORDER BY v.known_from DESC, v.key DESC LIMIT 1 OFFSET ${most.learned - 1}
     ) AS learned`,
    { ...parametersOf(whole), $looksUp: looksUp ? 1 : 0 },
  );
  const happened = endOf(1, row?.happened);
  const learned = endOf(0, row?.learned);
  const isLearnedFirst = happened === null || (learned !== null && learned.at > happened.at);
  return { ...range, stop: isLearnedFirst ? learned : happened };
}

function endOf(source: 0 | 1, place: string | null | undefined): ChangesEnd | null {
  const end: [at: number, rank: number, id: string] | null = JSON.parse(place ?? 'null');
  return end && { at: end[0], source, rank: end[1], id: end[2] };
}
