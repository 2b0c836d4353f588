import type { RevisionKind } from '../../../data/incident/public-history.ts';
import type { IncidentDraft } from '../../../data/incident/schema.ts';
import { startOfCentral } from '../../../data/time/central.ts';
import type { ViewRow } from '../../../data/view/types.ts';
import type { AddedVersion, IndexChange } from '../../domain/ports/incident-store.ts';
import { batches } from './batches.ts';
import type { Connection } from './connection.ts';
import { FOREVER } from './filter-sql.ts';
import { VIEW_ROW_SQL, viewRowOf } from './incident-rows.ts';
import { VersionCutter, type VersionRows } from './version-cutter.ts';

/**
 * Records written by one statement: one JSON text a batch is 15 times as fast as row by row, and
 * `jsonb_each` twice as fast as `json_each`, which writes each row as text again for each column.
 */
const BATCH = 500;

export interface PutRequest {
  readonly drafts: readonly IncidentDraft[];
  readonly now: number;
  /** Who made the change; null for imports and commands. */
  readonly by: string | null;
  /** What made it; without it a report where a person did, else the first data set or an import. */
  readonly kind?: RevisionKind;
  /** Why, in words that everyone may read. */
  readonly why?: string | null;
  /** The revision that undo brings back. */
  readonly restores?: number;
}

/** What made a revision. */
export interface Revising {
  readonly now: number;
  readonly by: string | null;
  readonly kind?: RevisionKind | undefined;
  readonly why?: string | null | undefined;
}

/** Puts records within a transaction of the caller's. @returns what the view index must learn. */
export async function putDrafts(
  connection: Connection,
  { drafts, now, by, kind, why, restores }: PutRequest,
): Promise<IndexChange> {
  const { revision, next_key } = await nextRevision(connection, { now, by, kind, why });
  const latest = new Map(drafts.map((draft) => [draft.id, draft]));
  // What a person does is told to the day: no closer may be known when a report came or was read.
  const toldAt = by === null ? now : startOfCentral('day', now);
  const cutter = new VersionCutter(revision, toldAt, next_key);
  const dayStart = startOfCentral('day', now);
  const removed: ViewRow[] = [];
  const added: AddedVersion[] = [];
  let writing: Promise<void> = Promise.resolve();
  try {
    for (const batch of batches(latest.values(), BATCH)) {
      const ids = JSON.stringify(batch.map((draft) => draft.id));
      const created = await createdAt(connection, ids);
      const rows = await cutter.cut(batch, created);
      for (const row of rows.added) added.push(row);
      // SQLite writes one batch on its thread while the next is cut here.
      await writing;
      if (created.size > 0) removed.push(...(await retireVersions(connection, ids)));
      const isTold = by !== null || created.size > 0;
      writing = insertRows(connection, rows, { $revision: revision, $now: toldAt }).then(() =>
        isTold
          ? tellChanges(connection, batch, created, { by, revision, dayStart, restores })
          : undefined,
      );
      writing.catch(() => undefined);
    }
    await writing;
  } finally {
    // Nothing may be written any more when the transaction is taken back.
    await writing.catch(() => undefined);
  }
  await keepNextKey(connection, cutter.nextKey);
  return { revision, removed, added };
}

/** @param nextKey of the version that comes next. */
export async function keepNextKey(connection: Connection, nextKey: number): Promise<void> {
  await connection.run('UPDATE counters SET next_key = $next', { $next: nextKey });
}

export async function nextRevision(
  connection: Connection,
  { now, by, kind, why }: Revising,
): Promise<{ revision: number; next_key: number }> {
  const row = await connection.get<{ revision: number; next_key: number }>(
    'UPDATE counters SET revision = revision + 1 RETURNING revision, next_key',
  );
  if (!row) throw new Error('database: its table counters is empty; restore a backup.');
  const usual = by !== null ? 'report' : row.revision === 1 ? 'first' : 'import';
  await connection.run(
    `INSERT INTO revisions (revision, at, made_by, kind, why)
     VALUES ($revision, $now, $by, $kind, $why)`,
    {
      $revision: row.revision,
      $now: now,
      $by: by,
      $kind: kind ?? usual,
      $why: why ?? null,
    },
  );
  return row;
}

/** Notes what a person made, and what was replaced: a record that an import adds is told by its versions. */
async function tellChanges(
  connection: Connection,
  drafts: readonly IncidentDraft[],
  created: ReadonlyMap<string, number>,
  change: { by: string | null; revision: number; dayStart: number; restores: number | undefined },
): Promise<void> {
  const told = drafts.flatMap(({ id }) => {
    if (created.has(id)) return [[id, 'updated']];
    return change.by === null ? [] : [[id, 'added']];
  });
  await connection.run(
    `INSERT INTO incident_changes (incident_id, revision, kind, told_at, restores)
     SELECT value ->> 0, $revision, value ->> 1, $at, $restores FROM json_each($told)`,
    {
      $told: JSON.stringify(told),
      $revision: change.revision,
      $at: change.dayStart,
      $restores: change.restores ?? null,
    },
  );
}

/**
 * Takes the versions of records away, and keeps each record as it stood.
 * @param ids JSON list of incidents.
 * @returns the versions that are gone.
 */
export async function retireVersions(connection: Connection, ids: string): Promise<ViewRow[]> {
  await connection.run(
    `INSERT INTO incident_revisions (incident_id, revision, feature)
     SELECT incidents.id, incidents.revision, versions.feature
     FROM incidents JOIN versions ON incident_id = incidents.id
     WHERE incidents.id IN (SELECT value FROM json_each($ids)) AND known_until = ${FOREVER}`,
    { $ids: ids },
  );
  const rows = await connection.all<{ columns: string }>(
    `DELETE FROM versions WHERE incident_id IN (SELECT value FROM json_each($ids))
     RETURNING ${VIEW_ROW_SQL} AS columns`,
    { $ids: ids },
  );
  const gone = rows.map(({ columns }) => viewRowOf(JSON.parse(columns)));
  await connection.run(
    'DELETE FROM version_words WHERE rowid IN (SELECT value FROM json_each($keys))',
    { $keys: JSON.stringify(gone.map(({ key }) => key)) },
  );
  return gone;
}

/** @returns when each record that is here already was first put. */
async function createdAt(connection: Connection, ids: string): Promise<Map<string, number>> {
  const rows = await connection.all<{ id: string; created_at: number }>(
    'SELECT id, created_at FROM incidents WHERE id IN (SELECT value FROM json_each($ids))',
    { $ids: ids },
  );
  return new Map(rows.map((row) => [row.id, row.created_at]));
}

export async function insertRows(
  connection: Connection,
  rows: VersionRows,
  change: { $revision: number; $now: number },
): Promise<void> {
  await connection.run(INSERT_INCIDENTS, { ...change, $rows: rows.incidents });
  await connection.run(INSERT_VERSIONS, { $rows: rows.versions });
  await connection.run(INSERT_WORDS, { $rows: rows.words });
}

const INSERT_INCIDENTS = `
  INSERT INTO incidents (id, created_at, updated_at, revision)
  SELECT value ->> 0, value ->> 1, $now, $revision FROM jsonb_each($rows) WHERE true
  ON CONFLICT (id) DO UPDATE
  SET updated_at = excluded.updated_at, revision = excluded.revision, removed_at = NULL`;

const INSERT_VERSIONS = `
  INSERT INTO versions
  SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5,
    value ->> 6, value ->> 7, value ->> 8, value ->> 9, value ->> 10, value -> 11
  FROM jsonb_each($rows)`;

const INSERT_WORDS = `
  INSERT INTO version_words (rowid, words)
  SELECT value ->> 0, value ->> 1 FROM jsonb_each($rows)`;
