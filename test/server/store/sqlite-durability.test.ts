import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openSqliteStore } from '../../../server/store/sqlite/open.ts';
import { temporaryFolder } from './temporary-folder.ts';

const CHILD = fileURLToPath(new URL('report-until-killed.ts', import.meta.url));

it('holds every report that was acknowledged before the process was killed', async () => {
  const file = join(await temporaryFolder(), 'incidents.db');
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  const acknowledged: string[] = [];
  for await (const id of createInterface({ input: child.stdout })) {
    acknowledged.push(id);
    if (acknowledged.length === 25) child.kill('SIGKILL');
  }
  expect(await exit).toEqual([null, 'SIGKILL']);

  const store = await openSqliteStore(file);
  const kept = new Set((await store.desk.queue(10_000, 0)).map(({ id }) => id));
  await store.close();
  expect(acknowledged.length).toBeGreaterThanOrEqual(25);
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
});
