import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openSqliteStore } from '../../../server/store/sqlite/open.ts';
import { Pool } from '../../../server/store/sqlite/pool.ts';

it('fails for all who wait where no connection can be opened', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pool-'));
  const pool = new Pool(join(folder, 'none', 'incidents.db'), 1);
  const reads = [1, 2, 3].map(() => pool.use(async () => 'read'));
  const outcomes = await Promise.allSettled(reads);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  await pool.close();
  await rm(folder, { recursive: true });
});

it('gives out no connection that was still opening when it was closed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pool-'));
  const path = join(folder, 'incidents.db');
  await (await openSqliteStore(path)).close();
  const pool = new Pool(path, 1);
  const reads = [1, 2].map(() => pool.use(async () => 'read'));
  const outcomes = Promise.allSettled(reads);
  await pool.close();
  expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await rm(folder, { recursive: true });
});

it('lets a client leave after it was closed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pool-'));
  const path = join(folder, 'incidents.db');
  await (await openSqliteStore(path)).close();
  const pool = new Pool(path, 1);
  const client = new AbortController();
  const read = pool.use(async () => {
    await pool.close();
    client.abort();
    return 'read';
  }, client.signal);
  // What a listener of the signal throws would end the process.
  expect(await read).toBe('read');
  await rm(folder, { recursive: true });
});
