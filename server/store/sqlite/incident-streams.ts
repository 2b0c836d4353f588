import type { IncidentFilter } from '../../../data/query/filter.ts';
import type { ViewRow } from '../../../data/view/types.ts';
import type { Connection } from './connection.ts';
import { conditionOf, matchOf, TEXT_MATCHES } from './filter-sql.ts';
import { VIEW_ROW_SQL, type ViewRowColumns, viewRowOf } from './incident-rows.ts';
import type { Pool } from './pool.ts';
import { pagesOf } from './snapshot.ts';

/**
 * Features joined by one query. Small pages keep the event loop free and texts of a size that the
 * allocator reuses: 2000 a page, and 50 as well, took a tenth longer.
 */
const FEATURES_A_PAGE = 128;
/** Rows made into objects without giving the event loop a turn. */
const ROWS_A_PAGE = 2000;

type Place = readonly [occurredAt: number, id: string];

/** Joins features in SQLite, so that no row becomes an object: see `IncidentStore.stream`. */
export async function* streamFeatures(
  pool: Pool,
  filter: IncidentFilter,
  separator: string,
): AsyncGenerator<string, void, void> {
  const condition = conditionOf(filter, 'SELECT key FROM temp.matches');
  const match = matchOf(filter.text);
  const readPage = async (connection: Connection, after: Place | null) => {
    if (!after && match !== null) await lookUp(connection, match);
    const start = after ? 'AND (v.occurred_at, v.incident_id) > ($afterTime, $afterId)' : '';
    const matching = `FROM versions AS v INDEXED BY versions_by_time
      WHERE ${condition.sql} ${start} ORDER BY v.occurred_at, v.incident_id`;
    const row = await connection.get<{ text: string | null; last: string | null }>(
      `SELECT
         (SELECT group_concat(feature, $separator)
          FROM (SELECT v.feature ${matching} LIMIT ${FEATURES_A_PAGE})) AS text,
         (SELECT json_array(v.occurred_at, v.incident_id) ${matching}
          LIMIT 1 OFFSET ${FEATURES_A_PAGE - 1}) AS last`,
      {
        ...condition.parameters,
        $separator: separator,
        ...(after ? { $afterTime: after[0], $afterId: after[1] } : {}),
      },
    );
    return { text: row?.text ?? null, end: placeOf<Place>(row?.last) };
  };
  const pages = pagesOf(pool, readPage);
  for await (const { text } of pages) if (text !== null) yield text;
}

/** Keeps a search's matches for all pages; the end of the transaction takes them away. */
async function lookUp(connection: Connection, match: string): Promise<void> {
  await connection.execute('CREATE TEMP TABLE matches (key INTEGER PRIMARY KEY)');
  await connection.run(`INSERT INTO temp.matches ${TEXT_MATCHES}`, { $match: match });
}

type ViewRowPlace = readonly [occurredAt: number, id: string, knownFrom: number];

/** All versions in the order of the time index, which holds every column that is read. */
export async function* streamViewRows(
  pool: Pool,
): AsyncGenerator<{ revision: number; rows: ViewRow[] }, void, void> {
  const pages = pagesOf(pool, async (connection, after: ViewRowPlace | null, revision) => {
    const start = after
      ? 'WHERE (occurred_at, incident_id, known_from) > ($afterTime, $afterId, $afterKnown)'
      : '';
    const matching = `FROM versions ${start} ORDER BY occurred_at, incident_id, known_from`;
    const row = await connection.get<{ rows: string; last: string | null }>(
      `SELECT
         (SELECT json_group_array(json(columns))
          FROM (SELECT ${VIEW_ROW_SQL} AS columns ${matching} LIMIT ${ROWS_A_PAGE})) AS rows,
         (SELECT json_array(occurred_at, incident_id, known_from) ${matching}
          LIMIT 1 OFFSET ${ROWS_A_PAGE - 1}) AS last`,
      after ? { $afterTime: after[0], $afterId: after[1], $afterKnown: after[2] } : {},
    );
    return { revision, json: row?.rows ?? '[]', end: placeOf<ViewRowPlace>(row?.last) };
  });
  for await (const { revision, json } of pages) {
    const columns: ViewRowColumns[] = JSON.parse(json);
    yield { revision, rows: columns.map(viewRowOf) };
  }
}

/** @param last a place as SQLite wrote it; none where the page is not full. */
function placeOf<Place>(last: string | null | undefined): Place | null {
  return JSON.parse(last ?? 'null');
}
