import type { IncidentFilter } from '../../../data/query/filter.ts';
import type { Page, PageRequest } from '../../domain/ports/incident-store.ts';
import type { Connection } from './connection.ts';
import { conditionOf } from './filter-sql.ts';

interface Row {
  readonly revision: number;
  readonly matched: number;
  /** These are null in the one row that stands for an empty page. */
  readonly feature: string | null;
  readonly occurred_at: number;
  readonly incident_id: string;
}

/** Reads a page, the number that match in all, and the revision, in one statement: one snapshot. */
export async function readPage(
  connection: Connection,
  filter: IncidentFilter,
  { after, limit, newestFirst }: PageRequest,
): Promise<Page> {
  const condition = conditionOf(filter);
  const order = newestFirst ? 'DESC' : 'ASC';
  const beyond = newestFirst ? '<' : '>';
  const start = after ? `AND (v.occurred_at, v.incident_id) ${beyond} ($afterTime, $afterId)` : '';
  const rows = await connection.all<Row>(
    `SELECT counters.revision, page.*,
       (SELECT count(*) FROM versions AS v WHERE ${condition.sql}) AS matched
     FROM counters LEFT JOIN (
       SELECT v.occurred_at, v.incident_id, v.feature FROM versions AS v
       WHERE ${condition.sql} ${start}
       ORDER BY v.occurred_at ${order}, v.incident_id ${order} LIMIT $limit
     ) AS page
     ORDER BY page.occurred_at ${order}, page.incident_id ${order}`,
    {
      ...condition.parameters,
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
