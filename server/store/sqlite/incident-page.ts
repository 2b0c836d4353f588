import type { IncidentFilter } from '../../../data/query/filter.ts';
import type { Page, PageRequest } from '../../domain/ports/incident-store.ts';
import type { Connection, Parameters } from './connection.ts';
import { conditionOf } from './filter-sql.ts';
import { KeptAtRevision } from './kept-at-revision.ts';
import type { Pool } from './pool.ts';
import { type TextMatches, TextMatchesOf } from './text-matches.ts';

/** How often what was found before is tried, while the data moves on. */
const ATTEMPTS = 3;
const MOST_COUNTS = 1000;

/**
 * Pages of the incidents that match. What takes long, which versions have the words and how many
 * match in all, is found once for all pages of a search, and again when the data has moved on.
 */
export class IncidentPages {
  readonly #matches: TextMatchesOf;
  readonly #counts = new KeptAtRevision<number>(MOST_COUNTS);

  /**
   * @param readers for short reads.
   * @param snapshots for reads of many pages, each from one snapshot.
   */
  constructor(
    private readonly readers: Pool,
    snapshots: Pool,
  ) {
    this.#matches = new TextMatchesOf(snapshots);
  }

  async read(filter: IncidentFilter, request: PageRequest): Promise<Page> {
    // Ends that are open become null, each in a place of its own.
    const name = JSON.stringify(filter);
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const revision = await this.readers.use(revisionOf);
      const matches = await this.#matches.at(revision, filter.text);
      if (matches !== null && matches.revision !== revision) continue;
      const matched = this.#counts.get(revision, name);
      const source = matches === null ? sourceOf(filter) : sourceAmong(filter, matches);
      const page = await this.readers.use((c) => readPage(c, source, request, matched));
      if (page.revision !== revision) continue;
      this.#counts.set(revision, name, { value: page.numberMatched, cost: 1 });
      return page;
    }
    return this.readers.use((c) => readPage(c, sourceOf(filter), request, undefined));
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
  return { sql: `versions AS v WHERE ${sql}`, parameters };
}

function sourceAmong(filter: IncidentFilter, { flags, few }: TextMatches): Source {
  const { sql, parameters } = conditionOf({ ...filter, text: null });
  if (few !== null) {
    return {
      sql: `versions AS v NOT INDEXED WHERE v.key IN (SELECT value FROM json_each($keys)) AND ${sql}`,
      parameters: { ...parameters, $keys: JSON.stringify(few) },
    };
  }
  return {
    sql: `versions AS v INDEXED BY versions_by_time WHERE substr($flags, v.key, 1) = x'01' AND ${sql}`,
    parameters: { ...parameters, $flags: flags },
  };
}

async function revisionOf(connection: Connection): Promise<number> {
  const row = await connection.get<{ revision: number }>('SELECT revision FROM counters');
  return row?.revision ?? 0;
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
