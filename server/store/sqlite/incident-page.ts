import { type IncidentFilter, NO_FILTER } from '../../../data/query/filter.ts';
import type { Page, PageRequest } from '../../domain/ports/incident-store.ts';
import type { Connection, Parameters } from './connection.ts';
import { conditionOf } from './filter-sql.ts';
import type { Pool } from './pool.ts';
import { nameOf, type Search } from './search.ts';
import type { Searches } from './searches.ts';

/**
 * Pages of the incidents that match. What takes long, which versions have the words and how many
 * match in all, is found once for all pages of a search, and kept as the data changes.
 */
export class IncidentPages {
  /** @param readers for short reads. */
  constructor(
    private readonly readers: Pool,
    private readonly searches: Searches,
  ) {}

  async read(filter: IncidentFilter, request: PageRequest): Promise<Page> {
    const page = await this.searches.readWith(
      filter.text,
      this.readers,
      async (connection, search) => {
        const matched = search.countOf(filter) ?? (await this.#countToday(search, filter));
        const read = await readPage(connection, sourceAmong(filter, search), request, matched);
        if (read.revision === search.revision) search.keepCount(filter, read.numberMatched);
        return read;
      },
    );
    return page ?? this.readers.use((c) => readPage(c, sourceOf(filter), request, undefined));
  }

  /** @returns how many are found where nothing but the text is asked; undefined for any other. */
  async #countToday(search: Search, filter: IncidentFilter): Promise<number | undefined> {
    if (nameOf(filter) !== nameOf(NO_FILTER)) return undefined;
    const { revision, keys } = await this.searches.today(search.revision);
    if (keys === null || revision !== search.revision) return undefined;
    return search.keys === null ? keys.bits.size : keys.bits.countShared(search.keys.bits);
  }
}

/** What a page is read from. */
interface Source {
  /** `versions AS v WHERE …`. */
  readonly sql: string;
  readonly parameters: Parameters;
}

function sourceOf(filter: IncidentFilter): Source {
  const { sql, parameters } = conditionOf(filter);
  // Left to choose, SQLite counts by when a version became known, and reads each from the table.
  const index = filter.text === null ? 'INDEXED BY versions_by_time' : '';
  return { sql: `versions AS v ${index} WHERE ${sql}`, parameters };
}

function sourceAmong(filter: IncidentFilter, { keys }: Search): Source {
  if (keys === null) return sourceOf(filter);
  const { sql, parameters } = keys.among(conditionOf({ ...filter, text: null }));
  const index = keys.isFew ? 'NOT INDEXED' : 'INDEXED BY versions_by_time';
  return { sql: `versions AS v ${index} WHERE ${sql}`, parameters };
}

interface Row {
  readonly revision: number;
  readonly matched: number;
  /** These are null in the one row that stands for an empty page. */
  readonly feature: string | null;
  readonly occurred_at: number;
  readonly incident_id: string;
}

/**
 * Reads a page, the number that match in all, and the revision, in one statement: one snapshot.
 * @param matched how many match, where that is known: then it is not counted.
 */
async function readPage(
  connection: Connection,
  { sql, parameters }: Source,
  { after, limit, newestFirst }: PageRequest,
  matched: number | undefined,
): Promise<Page> {
  const order = newestFirst ? 'DESC' : 'ASC';
  const beyond = newestFirst ? '<' : '>';
  const start = after ? `AND (v.occurred_at, v.incident_id) ${beyond} ($afterTime, $afterId)` : '';
  const rows = await connection.all<Row>(
    `SELECT counters.revision, page.*,
       ${matched === undefined ? `(SELECT count(*) FROM ${sql})` : '$matched'} AS matched
     FROM counters LEFT JOIN (
       SELECT v.occurred_at, v.incident_id, v.feature FROM ${sql} ${start}
       ORDER BY v.occurred_at ${order}, v.incident_id ${order} LIMIT $limit
     ) AS page
     ORDER BY page.occurred_at ${order}, page.incident_id ${order}`,
    {
      ...parameters,
      ...(matched === undefined ? {} : { $matched: matched }),
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
