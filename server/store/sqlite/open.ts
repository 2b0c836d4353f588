import { access, constants, mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { AuditLog } from '../../domain/ports/audit-log.ts';
import type { CredentialStore } from '../../domain/ports/credential-store.ts';
import type { FollowerStore } from '../../domain/ports/follower-store.ts';
import type { IncidentHistory } from '../../domain/ports/incident-history.ts';
import type { IncidentStore } from '../../domain/ports/incident-store.ts';
import type { ModeratorStore } from '../../domain/ports/moderator-store.ts';
import type { PhotoStore } from '../../domain/ports/photo-store.ts';
import type { ReportDesk } from '../../domain/ports/report-desk.ts';
import type { ReportStore } from '../../domain/ports/report-store.ts';
import type { ReportingStore } from '../../domain/reporting.ts';
import { SqliteAuditLog } from './audit-log.ts';
import { ChangeFeed } from './change-feed.ts';
import { Connection, sqliteCode } from './connection.ts';
import { SqliteCredentialStore } from './credential-store.ts';
import { SqliteFollowerStore } from './follower-store.ts';
import { SqliteIncidentHistory } from './incident-history.ts';
import { SqliteIncidentStore } from './incident-store.ts';
import { migrate } from './migrate.ts';
import { SqliteModeratorStore } from './moderator-store.ts';
import { SqlitePhotoStore } from './photo-store.ts';
import { Pool } from './pool.ts';
import { SqliteReportDesk } from './report-desk.ts';
import { SqliteReportStore } from './report-store.ts';
import { SqliteReportingStore } from './reporting-store.ts';
import { Searches } from './searches.ts';
import { StoreError } from './store-error.ts';
import { BUSY_TIMEOUT_MS, Writer } from './writer.ts';

export interface SqliteStore {
  readonly incidents: IncidentStore;
  readonly history: IncidentHistory;
  readonly reports: ReportStore;
  readonly desk: ReportDesk;
  readonly photos: PhotoStore;
  readonly reporting: ReportingStore;
  readonly moderators: ModeratorStore;
  readonly credentials: CredentialStore;
  readonly audit: AuditLog;
  readonly followers: FollowerStore;
  /** Ends long reads, waits for writes, and closes the file. */
  close(): Promise<void>;
}

/** Short reads; more would only wait for each other, since the thread pool has four threads. */
const READERS = 3;
/** Downloads at a time, each with its own snapshot. */
const SNAPSHOTS = 8;
/** Reads of all versions, which everybody waits for: slow clients that download must not keep them back. */
const WHOLES = 2;
/** Searches for words that nobody has asked for before: half of the thread pool is left to everyone else. */
const SEARCHERS = 2;

const DATABASE_URL_REMEDY = 'or set DATABASE_URL to another place.';

/**
 * Opens a database file, makes it and its folder where they are missing, and brings it to this
 * version's tables.
 * @throws StoreError that says what is wrong with the file or its folder, and what to do.
 */
export async function openSqliteStore(path: string): Promise<SqliteStore> {
  const file = resolve(path);
  await makeFolder(dirname(file));
  const writer = new Writer(await openWriter(file));
  const readers = new Pool(file, READERS);
  const snapshots = new Pool(file, SNAPSHOTS);
  const wholes = new Pool(file, WHOLES);
  const changes = new ChangeFeed();
  const searchers = new Pool(file, SEARCHERS);
  const searches = new Searches(searchers, changes);
  return {
    incidents: new SqliteIncidentStore({ writer, readers, snapshots, wholes, changes, searches }),
    history: new SqliteIncidentHistory({ writer, readers, changes, searches }),
    reports: new SqliteReportStore({ writer, readers }),
    desk: new SqliteReportDesk({ writer, readers, changes }),
    photos: new SqlitePhotoStore({ writer, readers }),
    reporting: new SqliteReportingStore({ writer, readers }),
    moderators: new SqliteModeratorStore({ writer, readers }),
    credentials: new SqliteCredentialStore({ writer, readers }),
    audit: new SqliteAuditLog({ writer, readers }),
    followers: new SqliteFollowerStore({ writer, readers }),
    async close() {
      const pools = [readers, snapshots, wholes, searchers];
      await Promise.all(pools.map((pool) => pool.close()));
      await writer.close();
    },
  };
}

/** Unpublished reports lie in the folder: nobody else on the machine may look into it. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.W_OK);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : 'unknown error';
    throw new StoreError(
      `database folder ${folder}: cannot be written to (${code}). Give this user the right to write there, ${DATABASE_URL_REMEDY}`,
    );
  }
}

/** SQLite opens a file that it may not write all the same, and says so at the first write: a lost report. */
async function checkWritable(file: string): Promise<void> {
  for (const part of [file, `${file}-wal`, `${file}-shm`]) {
    try {
      await access(part, constants.W_OK);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw notWritable(file);
    }
  }
}

async function openWriter(file: string): Promise<Connection> {
  await checkWritable(file);
  let connection: Connection | null = null;
  try {
    connection = await Connection.open(file, 'write');
    await connection.execute(`
      PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS};
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA foreign_keys = ON;
      PRAGMA secure_delete = ON;
      PRAGMA cache_size = -65536;
      PRAGMA journal_size_limit = 67108864;
    `);
    await migrate(connection, file);
    return connection;
  } catch (error) {
    await connection?.close();
    throw explained(error, file);
  }
}

function explained(error: unknown, file: string): unknown {
  switch (sqliteCode(error)) {
    case 'SQLITE_NOTADB':
    case 'SQLITE_CORRUPT':
      return new StoreError(
        `database ${file}: is not an SQLite database, or is damaged. Restore a backup, ${DATABASE_URL_REMEDY}`,
      );
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_READONLY':
      return notWritable(file);
    case 'SQLITE_BUSY':
      return new StoreError(
        `database ${file}: another program is writing to it. Wait until it is done, and start again.`,
      );
    default:
      return error;
  }
}

function notWritable(file: string): StoreError {
  return new StoreError(
    `database ${file}: cannot be opened for writing. Give this user the right to write to it and its folder, ${DATABASE_URL_REMEDY}`,
  );
}
