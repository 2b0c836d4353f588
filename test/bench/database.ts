import { existsSync } from 'node:fs';
import { generateCommand } from '../../server/commands/generate.ts';
import { openSqliteStore, type SqliteStore } from '../../server/store/sqlite/open.ts';
import { atMost, type Figure, timeOf } from './measure.ts';

/** More are not stored: they are copies in memory of so many, see `copiesOf`. */
export const MOST_STORED = 1_000_000;
export const COPIED = 100_000;
/** What a million must take at most; fewer, their share. */
const MILLION_SECONDS = 60;

export interface BenchDatabase {
  readonly path: string;
  readonly store: SqliteStore;
  /** How long the making took; none where an earlier run has left it. */
  readonly figures: readonly Figure[];
}

/** Opens the database of so many synthetic incidents in the folder, made first where it is missing. */
export async function benchDatabase(folder: string, asked: number): Promise<BenchDatabase> {
  const count = asked > MOST_STORED ? COPIED : asked;
  const path = `${folder}/incidents-${count}.db`;
  const figures: Figure[] = [];
  const isThere = existsSync(path) && (await countIn(path)) === count;
  if (!isThere) {
    const milliseconds = await timeOf(() =>
      generateCommand(
        ['--count', String(count)],
        { DATABASE_URL: `sqlite:${path}` },
        process.stderr,
      ),
    );
    const most = Math.ceil((MILLION_SECONDS * count) / 1e6);
    figures.push(atMost('generate', milliseconds / 1000, most, 's'));
  }
  return { path, store: await openSqliteStore(path), figures };
}

async function countIn(path: string): Promise<number> {
  const store = await openSqliteStore(path);
  const count = await store.incidents.count();
  await store.close();
  return count;
}
