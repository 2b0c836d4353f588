import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { syntheticIncidents } from '../../../data/synthetic/incident.ts';
import { openSqliteStore } from '../../../server/store/sqlite/open.ts';
import { temporaryFolder } from './temporary-folder.ts';

const REPORTING = fileURLToPath(new URL('report-until-killed.ts', import.meta.url));
const LOADING = fileURLToPath(new URL('load-until-killed.ts', import.meta.url));
/** More than SQLite keeps in memory: some of it is in the file when the process ends. */
const SPILLED = 40_000;

it('holds every report that was acknowledged before the process was killed', async () => {
  const file = join(await temporaryFolder(), 'incidents.db');
  const acknowledged: string[] = [];
  await untilKilled(REPORTING, file, (id) => acknowledged.push(id) >= 25);

  const store = await openSqliteStore(file);
  const kept = new Set((await store.desk.queue(10_000, 0)).map(({ id }) => id));
  await store.close();
  expect(acknowledged.length).toBeGreaterThanOrEqual(25);
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
});

it('keeps what was there, and nothing of a load that was killed', async () => {
  const file = join(await temporaryFolder(), 'incidents.db');
  const before = await openSqliteStore(file);
  const closed = { open: false, notice: 'Closed for the night.' };
  await before.reporting.set(closed, 'admin', 0);
  await before.close();
  await untilKilled(LOADING, file, (count) => Number(count) >= SPILLED);
  expect((await stat(file)).size).toBeGreaterThan(10_000_000);

  const store = await openSqliteStore(file);
  expect(await store.incidents.count()).toBe(0);
  expect(await store.incidents.revision()).toBe(0);
  expect(await store.reporting.get()).toEqual(closed);
  await store.incidents.putAll(syntheticIncidents(1, 0, 10), 0);
  expect(await store.incidents.count()).toBe(10);
  await store.close();
});

/** Runs a script until a line of its output says that it is time to end it. */
async function untilKilled(
  script: string,
  file: string,
  isTime: (line: string) => boolean,
): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', script, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    if (isTime(line)) child.kill('SIGKILL');
  }
  expect(await exit).toEqual([null, 'SIGKILL']);
}
