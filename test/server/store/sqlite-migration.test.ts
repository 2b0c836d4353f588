import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Connection } from '../../../server/store/sqlite/connection.ts';
import { openSqliteStore } from '../../../server/store/sqlite/open.ts';
import { report } from '../made-reports.ts';
import { temporaryFolder } from './temporary-folder.ts';

const FIRST = ['001-incidents.sql', '002-reports.sql', '003-moderators.sql'];

/** A database as the first version of this map left it. */
async function firstVersion(file: string): Promise<void> {
  const connection = await Connection.open(file, 'write');
  await connection.execute(
    'CREATE TABLE migrations (number INTEGER PRIMARY KEY, file TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT',
  );
  for (const [index, name] of FIRST.entries()) {
    const folder = new URL('../../../server/store/sqlite/migrations/', import.meta.url);
    await connection.execute(await readFile(new URL(name, folder), 'utf8'));
    await connection.run('INSERT INTO migrations VALUES ($number, $file, 0)', {
      $number: index + 1,
      $file: name,
    });
  }
  const feature = JSON.stringify(report());
  const rows = [
    ['old-pending', 'pending', feature, null],
    ['old-rejected', 'rejected', feature, 1_700_000_000_000],
    ['old-withdrawn', 'withdrawn', null, null],
  ] as const;
  for (const [id, status, text, decidedAt] of rows) {
    await connection.run(
      `INSERT INTO reports (id, token_hash, status, received_on, feature, revision, message, decided_at)
       VALUES ($id, $hash, $status, '2026-01-20', $feature, 1, $message, $decidedAt)`,
      {
        $id: id,
        $hash: `hash-${id}`,
        $status: status,
        $feature: text,
        $message: status === 'rejected' ? 'Told already.' : null,
        $decidedAt: decidedAt,
      },
    );
  }
  await connection.close();
}

it('keeps every report of the first version, in its order, and takes new ones', async () => {
  const file = join(await temporaryFolder(), 'incidents.db');
  await firstVersion(file);
  const store = await openSqliteStore(file);
  expect(await store.reports.byToken('hash-old-pending')).toMatchObject({
    status: 'pending',
    receivedOn: '2026-01-20',
    feature: report(),
  });
  expect(await store.reports.byToken('hash-old-rejected')).toMatchObject({
    status: 'rejected',
    message: 'Told already.',
  });
  const sent = { receivedOn: '2026-02-01', feature: report(), sameSince: '2026-01-01' };
  await store.reports.add({ ...sent, id: 'new', tokenHash: 'hash-new' });
  const queue = await store.desk.queue(10, Date.now());
  expect(queue.map(({ id }) => id)).toEqual(['old-pending', 'new']);
  // What was decided or withdrawn long ago is erased by the new rules.
  expect(await store.reports.eraseExpired(Date.parse('2026-01-25T00:00:00Z'), '2026-02-01')).toBe(
    2,
  );
  await store.close();
});
