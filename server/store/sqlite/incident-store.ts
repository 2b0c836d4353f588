import type { Bbox } from '../../../data/geo/bbox.ts';
import type { IncidentDraft } from '../../../data/incident/schema.ts';
import type { IncidentFilter } from '../../../data/query/filter.ts';
import { NO_FILTER } from '../../../data/query/filter.ts';
import type { IncidentSummary } from '../../../data/view/response.ts';
import type {
  FoundVersions,
  HeldRows,
  HourCount,
  IncidentStore,
  IndexChange,
  Page,
  PageRequest,
} from '../../domain/ports/incident-store.ts';
import { batches } from './batches.ts';
import type { ChangeFeed } from './change-feed.ts';
import type { Parameters } from './connection.ts';
import { conditionOf } from './filter-sql.ts';
import { heldRows } from './held-rows.ts';
import { hasIncidents, loadDrafts } from './incident-load.ts';
import { readPage, readPageAmong } from './incident-page.ts';
import { putDrafts } from './incident-put.ts';
import { SUMMARY_SQL, type SummaryColumns } from './incident-rows.ts';
import { streamFeatures, streamViewRows } from './incident-streams.ts';
import { withdrawIncident } from './incident-withdraw.ts';
import type { Pool } from './pool.ts';
import { revisionOf } from './revision.ts';
import type { Searches } from './searches.ts';
import type { Writer } from './writer.ts';

const HOUR_MS = 3_600_000;
/** Records of one transaction, where there are many: its rows stay in memory until it is committed. */
const MOST_PUT = 20_000;

interface Parts {
  readonly writer: Writer;
  /** For short reads. */
  readonly readers: Pool;
  /** For downloads, each from one snapshot. */
  readonly snapshots: Pool;
  /** For reads of all versions, each from one snapshot. */
  readonly wholes: Pool;
  readonly changes: ChangeFeed;
  readonly searches: Searches;
}

export class SqliteIncidentStore implements IncidentStore {
  constructor(private readonly parts: Parts) {}

  revision(): Promise<number> {
    return this.parts.readers.use(revisionOf);
  }

  async count(): Promise<number> {
    const row = await this.#get<{ count: number }>(
      'SELECT count(*) AS count FROM incidents WHERE removed_at IS NULL',
    );
    return row?.count ?? 0;
  }

  async item(id: string, asOf: number): Promise<string | null> {
    const known = conditionOf({ ...NO_FILTER, asOf });
    const row = await this.#get<{ feature: string }>(
      `SELECT v.feature FROM versions AS v WHERE v.incident_id = $id AND ${known.sql}`,
      { ...known.parameters, $id: id },
    );
    return row?.feature ?? null;
  }

  items(filter: IncidentFilter, page: PageRequest, signal?: AbortSignal): Promise<Page> {
    return this.parts.readers.use((connection) => readPage(connection, filter, page), signal);
  }

  itemsAmong(keys: readonly number[], page: PageRequest, matched: number): Promise<Page | null> {
    return this.parts.readers.use((connection) => readPageAmong(connection, keys, page, matched));
  }

  stream(filter: IncidentFilter, separator: string): AsyncIterable<string> {
    return streamFeatures(this.parts.snapshots, filter, separator);
  }

  async extent(): Promise<{ bbox: Bbox | null; time: readonly [number, number] } | null> {
    const row = await this.#get<Extent>(EXTENT_SQL);
    if (!row || row.from === null || row.to === null) return null;
    const { west, south, east, north } = row;
    const isPlaced = west !== null && south !== null && east !== null && north !== null;
    return { bbox: isPlaced ? [west, south, east, north] : null, time: [row.from, row.to] };
  }

  viewRows() {
    return streamViewRows(this.parts.wholes);
  }

  async find(text: string, signal?: AbortSignal): Promise<FoundVersions | null> {
    const search = await this.parts.searches.of(text, await this.revision(), signal);
    return search && { revision: search.revision, keys: search.keys.bits };
  }

  async summaries(keys: readonly number[]): Promise<ReadonlyMap<number, IncidentSummary>> {
    const row = await this.#get<{ summaries: string }>(
      `SELECT json_group_array(${SUMMARY_SQL}) AS summaries
       FROM versions AS v WHERE v.key IN (SELECT value FROM json_each($keys))`,
      { $keys: JSON.stringify(keys) },
    );
    const summaries: SummaryColumns[] = JSON.parse(row?.summaries ?? '[]');
    return new Map(summaries);
  }

  heldRows(most: number): Promise<HeldRows> {
    return heldRows(this.parts.wholes, most);
  }

  async knownByHour(): Promise<{ revision: number; hours: HourCount[] }> {
    const row = await this.#get<{ revision: number; hours: string }>(
      `SELECT counters.revision, (
         SELECT json_group_array(json_array(hour, versions)) FROM (
           SELECT known_from / ${HOUR_MS} AS hour, count(*) AS versions
           FROM versions GROUP BY hour ORDER BY hour
         )
       ) AS hours FROM counters`,
    );
    return { revision: row?.revision ?? 0, hours: JSON.parse(row?.hours ?? '[]') };
  }

  onChange(listener: (change: IndexChange) => void): () => void {
    return this.parts.changes.listen(listener);
  }

  async put(drafts: readonly IncidentDraft[], now: number): Promise<number> {
    const { writer, changes } = this.parts;
    const change = await writer.transaction(
      (connection) => putDrafts(connection, { drafts, now, by: null }),
      (committed) => changes.tell(committed),
    );
    return change.revision;
  }

  async putAll(
    drafts: Iterable<IncidentDraft>,
    now: number,
    onWritten: (count: number) => void = () => undefined,
  ): Promise<void> {
    const { writer, readers, snapshots, wholes, changes } = this.parts;
    // Whoever follows the store is told of each change; of a million at once would be too many.
    if (!changes.isFollowed && !(await readers.use(hasIncidents))) {
      await Promise.all([readers, snapshots, wholes].map((pool) => pool.rest()));
      await writer.bulkTransaction((c) => loadDrafts(c, drafts, now, onWritten));
      return;
    }
    let written = 0;
    for (const batch of batches(drafts, MOST_PUT)) {
      await this.put(batch, now);
      written += batch.length;
      onWritten(written);
    }
  }

  async remove(id: string, now: number): Promise<boolean> {
    const { writer, changes } = this.parts;
    const change = await writer.transaction<IndexChange | null>(
      (connection) => withdrawIncident(connection, id, now, null),
      (committed) => {
        if (committed) changes.tell(committed);
      },
    );
    return change !== null;
  }

  #get<Row>(sql: string, parameters: Parameters = {}): Promise<Row | undefined> {
    return this.parts.readers.use((connection) => connection.get<Row>(sql, parameters));
  }
}

type Extent = Record<'west' | 'south' | 'east' | 'north' | 'from' | 'to', number | null>;

const EXTENT_SQL = `
  SELECT min(longitude) AS west, min(latitude) AS south, max(longitude) AS east,
    max(latitude) AS north, min(occurred_at) AS "from", max(latest_at) AS "to"
  FROM versions INDEXED BY versions_by_time`;
