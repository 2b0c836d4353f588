import type { HeldRows } from '../../domain/ports/incident-store.ts';
import { FOREVER } from './filter-sql.ts';
import { HELD_ROW_SQL } from './incident-rows.ts';
import type { Pool } from './pool.ts';
import { pagesOf } from './snapshot.ts';

/** A list takes a browser a few milliseconds to read. */
const ROWS_A_LIST = 1000;

type Place = readonly [occurredAt: number, id: string, knownFrom: number];

/**
 * All versions as a page holds them, from one snapshot: put together in SQLite, so that here no row
 * becomes an object.
 * @param most where there are more, none is read.
 */
export async function heldRows(pool: Pool, most: number): Promise<HeldRows> {
  const pages = pagesOf(pool, async (connection, after: Place | null, revision) => {
    const counted = after ? undefined : await connection.get<Counted>(COUNT_SQL);
    const { incidents, versions } = counted ?? { incidents: 0, versions: 0 };
    const head = { revision, incidents, versions };
    if (versions > most) return { head, list: null, end: null };
    const start = after
      ? 'WHERE (v.occurred_at, v.incident_id, v.known_from) < ($time, $id, $known)'
      : '';
    const matching = `FROM versions AS v INDEXED BY versions_by_time ${start}
      ORDER BY v.occurred_at DESC, v.incident_id DESC, v.known_from DESC`;
    const row = await connection.get<{ list: string; last: string | null }>(
      `SELECT
         (SELECT json_group_array(json(held))
          FROM (SELECT ${HELD_ROW_SQL} AS held ${matching} LIMIT ${ROWS_A_LIST})) AS list,
         (SELECT json_array(v.occurred_at, v.incident_id, v.known_from) ${matching}
          LIMIT 1 OFFSET ${ROWS_A_LIST - 1}) AS last`,
      after ? { $time: after[0], $id: after[1], $known: after[2] } : {},
    );
    const end: Place | null = JSON.parse(row?.last ?? 'null');
    return { head, list: row?.list ?? '[]', end };
  });
  let first: (Counted & { revision: number }) | null = null;
  const lists: string[] = [];
  for await (const { head, list } of pages) {
    first ??= head;
    if (list === null) return { ...first, lists: null };
    lists.push(list);
  }
  return { revision: 0, incidents: 0, versions: 0, ...first, lists };
}

interface Counted {
  readonly incidents: number;
  readonly versions: number;
}

const COUNT_SQL = `SELECT count(*) AS versions,
  count(*) FILTER (WHERE known_until = ${FOREVER}) AS incidents
  FROM versions INDEXED BY versions_by_time`;
