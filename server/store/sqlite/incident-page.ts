import type { IncidentFilter } from '../../../data/query/filter.ts';
import type { Page, PageRequest } from '../../domain/ports/incident-store.ts';
import type { Connection } from './connection.ts';
import { type Condition, conditionOf } from './filter-sql.ts';

/** Reads a page of the incidents that match, and counts them: as long as it takes. */
export function readPage(
  connection: Connection,
  filter: IncidentFilter,
  request: PageRequest,
): Promise<Page> {
  // Left to choose, SQLite counts by when a version became known, and reads each from the table.
  const index = filter.text === null ? 'INDEXED BY versions_by_time' : '';
  return readFrom(connection, index, conditionOf(filter), request);
}

/**
 * Reads a page of the versions with these keys.
 * @param matched how many there are in all, with those of other pages.
 * @returns null where one of them is gone.
 */
export async function readPageAmong(
  connection: Connection,
  keys: readonly number[],
  request: PageRequest,
  matched: number,
): Promise<Page | null> {
  const condition = {
    sql: 'v.key IN (SELECT value FROM json_each($keys))',
    parameters: { $keys: JSON.stringify(keys) },
  };
  const page = await readFrom(connection, 'NOT INDEXED', condition, request);
  // What it counts is what is there of them.
  return page.numberMatched < keys.length ? null : { ...page, numberMatched: matched };
}

interface Row {
  readonly revision: number;
  readonly matched: number;
  /** These are null in the one row that stands for an empty page. */
  readonly feature: string | null;
  readonly occurred_at: number;
  readonly incident_id: string;
}

/** A Feature with some of its properties, in the order in which they are named. */
const PART_SQL = `json_object(
  'type', 'Feature', 'id', v.incident_id, 'geometry', v.feature -> '$.geometry', 'properties', (
    SELECT json_group_object(named.value, v.feature -> ('$.properties.' || named.value))
    FROM json_each($properties) AS named
    WHERE v.feature -> ('$.properties.' || named.value) IS NOT NULL
  ))`;

/** Reads a page, the number that match in all, and the revision, in one statement: one snapshot. */
async function readFrom(
  connection: Connection,
  index: string,
  { sql, parameters }: Condition,
  { after, limit, newestFirst, properties = null }: PageRequest,
): Promise<Page> {
  const from = `versions AS v ${index} WHERE ${sql}`;
  const order = newestFirst ? 'DESC' : 'ASC';
  const beyond = newestFirst ? '<' : '>';
  const start = after ? `AND (v.occurred_at, v.incident_id) ${beyond} ($afterTime, $afterId)` : '';
  const rows = await connection.all<Row>(
    `SELECT counters.revision, page.*, (SELECT count(*) FROM ${from}) AS matched
     FROM counters LEFT JOIN (
       SELECT v.occurred_at, v.incident_id, ${properties ? PART_SQL : 'v.feature'} AS feature
      FROM ${from} ${start}
       ORDER BY v.occurred_at ${order}, v.incident_id ${order} LIMIT $limit
     ) AS page
     ORDER BY page.occurred_at ${order}, page.incident_id ${order}`,
    {
      ...parameters,
      ...(properties ? { $properties: JSON.stringify(properties) } : {}),
      ...(after ? { $afterTime: after.occurredAt, $afterId: after.id } : {}),
      // One more than asked for tells whether there is a next page.
      $limit: limit + 1,
    },
  );
  const found = rows.filter((row) => row.feature !== null);
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  return {
    features: page.map((row) => row.feature as string),
    numberMatched: rows[0]?.matched ?? 0,
    next: last ? { occurredAt: last.occurred_at, id: last.incident_id } : null,
    revision: rows[0]?.revision ?? 0,
  };
}
