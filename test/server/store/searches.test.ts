import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { ChangeFeed } from '../../../server/store/sqlite/change-feed.ts';
import { openSqliteStore } from '../../../server/store/sqlite/open.ts';
import { Pool } from '../../../server/store/sqlite/pool.ts';
import { Searches } from '../../../server/store/sqlite/searches.ts';
import { manyIncidents } from '../made-incidents.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Some seconds of work. */
const LONG = `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000000)
  SELECT max(i) FROM n`;

let pool: Pool;
let searches: Searches;
let revision: number;

beforeEach(async () => {
  const path = join(await temporaryFolder(), 'incidents.db');
  const store = await openSqliteStore(path);
  revision = await store.incidents.put(manyIncidents(300), Date.now());
  await store.close();
  pool = new Pool(path, 1);
  searches = new Searches(pool, new ChangeFeed());
  return () => pool.close();
});

async function found(text: string, signal?: AbortSignal): Promise<number | undefined> {
  return (await searches.of(text, revision, signal))?.keys.bits.size;
}

describe('searches that nobody has asked before', () => {
  it('wait in line, and beyond a hundred are told to come again', async () => {
    const texts = Array.from({ length: 130 }, (_, number) => `made ${number}`);
    const outcomes = await Promise.allSettled(texts.map((text) => found(text)));
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(30);
    expect(refused[0]).toMatchObject({ reason: { name: 'BusyError', status: 503 } });
    expect(await found('made 129')).toBeGreaterThan(0);
  });

  it('are given up once all who asked have left, and no sooner', async () => {
    const busy = await keepBusy();
    const [one, other, third] = [
      new AbortController(),
      new AbortController(),
      new AbortController(),
    ];
    const shared = [found('tests', one.signal), found('tests', other.signal)];
    const leaving = expect(shared[0]).rejects.toThrow('aborted');
    const alone = expect(found('made', third.signal)).rejects.toThrow('aborted');
    one.abort();
    third.abort();
    await alone;
    await busy.end();
    await leaving;
    expect(await shared[1]).toBe(300);
    expect(await found('made')).toBe(300);
  });

  /** Nobody else gets the only connection until then. */
  async function keepBusy() {
    const gone = new AbortController();
    await pool.use((connection) => connection.get('SELECT 1'));
    const interrupted = expect(
      pool.use((connection) => connection.get(LONG), gone.signal),
    ).rejects.toThrow('SQLITE_INTERRUPT');
    await pause(100);
    return {
      end: () => {
        gone.abort();
        return interrupted;
      },
    };
  }
});
