import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { Connection } from '../../../server/store/sqlite/connection.ts';
import { openSqliteStore } from '../../../server/store/sqlite/open.ts';
import { temporaryFolder } from './temporary-folder.ts';

const MIGRATIONS = new URL('../../../server/store/sqlite/migrations/', import.meta.url);
const EXPIRES_AT = Date.parse('2026-02-01T20:00:00Z');
const SIGN_IN_LINK = { hash: 'link', id: 's2', startedOn: '2026-02-01', expiresAt: EXPIRES_AT };

/** A database as it was before there were roles, with two moderators, one of them signed in. */
async function databaseBeforeRoles(): Promise<string> {
  const file = join(await temporaryFolder(), 'incidents.db');
  const database = await Connection.open(file, 'write');
  await database.execute(
    'CREATE TABLE migrations (number INTEGER PRIMARY KEY, file TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT',
  );
  for (const name of ['001-incidents.sql', '002-reports.sql', '003-moderators.sql']) {
    await database.execute(await readFile(new URL(name, MIGRATIONS), 'utf8'));
    await database.execute(
      `INSERT INTO migrations VALUES (${Number(name.slice(0, 3))}, '${name}', 0)`,
    );
  }
  await database.execute(`INSERT INTO moderators VALUES (3, 'Ada'), (7, 'Grace');
    INSERT INTO sessions VALUES ('session', 7, ${EXPIRES_AT});
    INSERT INTO sign_in_links VALUES ('link', 3, ${EXPIRES_AT}, NULL)`);
  await database.close();
  return file;
}

it('keeps moderators, links and sessions from before there were roles; the first runs the map', async () => {
  const { moderators, close } = await openSqliteStore(await databaseBeforeRoles());
  onTestFinished(close);
  const now = EXPIRES_AT - 1;
  expect(await moderators.people(now)).toEqual([
    { id: 3, name: 'Ada', role: 'administrator', active: true, sessions: 0 },
    { id: 7, name: 'Grace', role: 'moderator', active: true, sessions: 1 },
  ]);
  expect(await moderators.bySession('session', now)).toMatchObject({ name: 'Grace' });
  expect(await moderators.sessionsOf(7, now)).toEqual([
    {
      id: expect.stringMatching(/^[0-9a-f]{16}$/),
      startedOn: '2026-02-01',
      expiresAt: EXPIRES_AT,
    },
  ]);
  const session = { ...SIGN_IN_LINK, hash: 'new' };
  expect(await moderators.redeemLink('link', session, now)).toMatchObject({ name: 'Ada' });
});
