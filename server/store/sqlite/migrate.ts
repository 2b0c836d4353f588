import { readdir, readFile } from 'node:fs/promises';
import type { Connection } from './connection.ts';
import { StoreError } from './store-error.ts';

const FOLDER = new URL('./migrations/', import.meta.url);
const FILE_NAME = /^(\d{3})-[a-z-]+\.sql$/;

interface Migration {
  readonly number: number;
  readonly file: string;
}

/**
 * Brings a database to this version's tables: each migration that it lacks, in order, all in one
 * transaction, so that a failure leaves it as it was.
 * @param path names the database in errors.
 */
export async function migrate(connection: Connection, path: string): Promise<void> {
  const known = await knownMigrations();
  if (missing(known, await applied(connection, path), path).length === 0) return;
  await connection.transaction('IMMEDIATE', async () => {
    // Another process may have been first.
    const left = missing(known, await applied(connection, path), path);
    await connection.execute(`CREATE TABLE IF NOT EXISTS migrations (
      number INTEGER PRIMARY KEY, file TEXT NOT NULL, applied_at INTEGER NOT NULL
    ) STRICT`);
    for (const { number, file } of left) {
      await connection.execute(await readFile(new URL(file, FOLDER), 'utf8'));
      await connection.run('INSERT INTO migrations VALUES ($number, $file, $now)', {
        $number: number,
        $file: file,
        $now: Date.now(),
      });
    }
  });
}

async function knownMigrations(): Promise<Migration[]> {
  const files = (await readdir(FOLDER)).sort();
  return files.flatMap((file) => {
    const match = FILE_NAME.exec(file);
    return match ? { number: Number(match[1]), file } : [];
  });
}

/** @returns the numbers recorded in the database; none where it is new. */
async function applied(connection: Connection, path: string): Promise<number[]> {
  const tables = await connection.all<{ name: string }>('SELECT name FROM sqlite_master');
  if (tables.length === 0) return [];
  if (!tables.some(({ name }) => name === 'migrations')) {
    throw new StoreError(
      `database ${path}: holds the tables of another program. Set DATABASE_URL to a file of its own, such as sqlite:var/incidents.db.`,
    );
  }
  const rows = await connection.all<{ number: number }>('SELECT number FROM migrations');
  return rows.map((row) => row.number);
}

function missing(known: readonly Migration[], applied: readonly number[], path: string) {
  const newest = Math.max(0, ...applied);
  const latest = Math.max(0, ...known.map(({ number }) => number));
  if (newest > latest) {
    throw new StoreError(
      `database ${path}: was written by a newer version of this map (its migration ${newest}; this version knows ${latest}). Update the map's code, or restore a backup from before the update.`,
    );
  }
  return known.filter(({ number }) => !applied.includes(number));
}
