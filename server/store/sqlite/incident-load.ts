import type { IncidentDraft } from '../../../data/incident/schema.ts';
import { batches } from './batches.ts';
import type { Connection } from './connection.ts';
import { insertRows, keepNextKey, nextRevision } from './incident-put.ts';
import { VersionCutter } from './version-cutter.ts';

/** Fewer, and SQLite waits for the event loop between its statements; more, and they grow old here. */
const BATCH = 4000;

const NONE_BEFORE: ReadonlyMap<string, number> = new Map();

/**
 * Fills a database that has no incident yet, within a transaction of the caller's: its indexes are
 * made at the end, from all rows at once, which is five times less to write than row by row.
 * @param drafts no two with the same id, which would fail.
 * @param onWritten told how many are in, now and then.
 */
export async function loadDrafts(
  connection: Connection,
  drafts: Iterable<IncidentDraft>,
  now: number,
  onWritten: (count: number) => void,
): Promise<void> {
  const { revision, next_key } = await nextRevision(connection, { now, by: null });
  const indexes = await dropIndexes(connection);
  const cutter = new VersionCutter(revision, now, next_key);
  let writing: Promise<void> = Promise.resolve();
  let written = 0;
  try {
    for (const batch of batches(drafts, BATCH)) {
      const rows = await cutter.cut(batch, NONE_BEFORE);
      // SQLite writes one batch on its thread while the next is made and cut here.
      await writing;
      onWritten(written);
      written += batch.length;
      writing = insertRows(connection, rows, { $revision: revision, $now: now });
      writing.catch(() => undefined);
    }
    await writing;
  } finally {
    // Nothing may be written any more when the transaction is taken back.
    await writing.catch(() => undefined);
  }
  if ((await countIncidents(connection)) !== written) {
    throw new Error('database: records to be loaded share an id; give each one of its own.');
  }
  for (const sql of indexes) await connection.execute(sql);
  await keepNextKey(connection, cutter.nextKey);
}

export async function hasIncidents(connection: Connection): Promise<boolean> {
  const row = await connection.get<{ any: 0 | 1 }>(
    'SELECT EXISTS (SELECT 1 FROM incidents) AS "any"',
  );
  return row?.any === 1;
}

async function countIncidents(connection: Connection): Promise<number> {
  const row = await connection.get<{ count: number }>('SELECT count(*) AS count FROM incidents');
  return row?.count ?? 0;
}

/** @returns the statements that make them again. */
async function dropIndexes(connection: Connection): Promise<string[]> {
  const rows = await connection.all<{ name: string; sql: string }>(
    `SELECT name, sql FROM sqlite_schema
     WHERE type = 'index' AND tbl_name = 'versions' AND sql IS NOT NULL`,
  );
  for (const { name } of rows) await connection.execute(`DROP INDEX "${name}"`);
  return rows.map(({ sql }) => sql);
}
