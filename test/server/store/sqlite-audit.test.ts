import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { checkAudit } from '../../../server/domain/audit.ts';
import { chainHash } from '../../../server/domain/audit-chain.ts';
import { AuditWatch } from '../../../server/domain/audit-watch.ts';
import { Connection } from '../../../server/store/sqlite/connection.ts';
import { openSqliteStore, type SqliteStore } from '../../../server/store/sqlite/open.ts';
import { temporaryFolder } from './temporary-folder.ts';

const KEPT = /the audit log is only ever added to/;

let store: SqliteStore;
let database: Connection;
beforeEach(async () => {
  const file = join(await temporaryFolder(), 'incidents.db');
  store = await openSqliteStore(file);
  onTestFinished(() => store.close());
  database = await Connection.open(file, 'write');
  onTestFinished(() => database.close());
  for (const subject of ['a', 'b', 'c', 'd']) {
    await store.audit.record({
      at: 1,
      by: 'Ada',
      act: 'report.publish',
      subject,
      detail: { n: 1 },
    });
  }
});

describe('the audit log of SQLite', () => {
  it.each([
    `UPDATE audit_log SET acted_by = 'Grace' WHERE number = 2`,
    'DELETE FROM audit_log WHERE number = 4',
    'DELETE FROM audit_log',
    `REPLACE INTO audit_log VALUES (2, 1, 'Grace', 'x', 'x', '{}', 'x')`,
    `INSERT INTO audit_log VALUES (9, 1, 'Grace', 'x', 'x', '{}', 'x')`,
    `INSERT INTO audit_log VALUES (NULL, 1, 'Grace', 'x', 'x', '{}', 'x')`,
    `UPDATE audit_log SET number = 9 WHERE number = 4`,
  ])('refuses %s', async (sql) => {
    await expect(database.execute(sql)).rejects.toThrow(KEPT);
    expect(await checkAudit(store.audit)).toMatchObject({ count: 4, brokenAt: null });
  });

  it('refuses to begin anew in the middle', async () => {
    const attempt = `INSERT INTO audit_log VALUES (1, 1, 'Grace', 'x', 'x', '{}', 'x')`;
    await expect(database.execute(attempt)).rejects.toThrow(KEPT);
  });

  describe('after somebody has lifted what guards it', () => {
    beforeEach(() =>
      database.execute(`DROP TRIGGER audit_log_keeps_entries; DROP TRIGGER audit_log_loses_nothing;
        DROP TRIGGER audit_log_goes_on`),
    );

    it.each([
      ['who acted', `UPDATE audit_log SET acted_by = 'Grace' WHERE number = 2`, 2],
      ['when', 'UPDATE audit_log SET at = 2 WHERE number = 3', 3],
      ['what was done', `UPDATE audit_log SET act = 'report.reject' WHERE number = 1`, 1],
      ['a detail', `UPDATE audit_log SET detail = '{"n":2}' WHERE number = 4`, 4],
      ['a detail into no JSON', `UPDATE audit_log SET detail = '{' WHERE number = 4`, 4],
      ['the order', 'UPDATE audit_log SET number = 5 - number + 10', 11],
      ['an entry taken out', 'DELETE FROM audit_log WHERE number = 2', 3],
      ['one put before', `INSERT INTO audit_log VALUES (0, 1, 'x', 'x', 'x', '{}', 'x')`, 0],
      ['one put behind', `INSERT INTO audit_log VALUES (5, 1, 'x', 'x', 'x', '{}', 'x')`, 5],
    ])('its chain tells a change of %s', async (_what, sql, brokenAt) => {
      await database.execute(sql);
      expect((await checkAudit(store.audit)).brokenAt).toBe(brokenAt);
    });

    it('a watch tells what was added wrongly at once, and what was altered within the hour', async () => {
      const hour = 3_600_000;
      const watch = new AuditWatch(store.audit);
      expect(await watch.check(0)).toMatchObject({ count: 4, brokenAt: null });
      await store.audit.record({ at: 2, by: 'Ada', act: 'report.note', subject: 'e', detail: {} });
      expect(await watch.check(1)).toMatchObject({ count: 5, brokenAt: null });
      await database.execute(`UPDATE audit_log SET acted_by = 'Grace' WHERE number = 2`);
      expect(await watch.check(hour)).toMatchObject({ brokenAt: 2 });
      expect(await watch.check(hour + 1)).toMatchObject({ brokenAt: 2 });
      await database.execute(`UPDATE audit_log SET acted_by = 'Ada' WHERE number = 2`);
      expect(await watch.check(hour + 2)).toMatchObject({ brokenAt: null });
      await database.execute(`INSERT INTO audit_log VALUES (6, 1, 'x', 'x', 'x', '{}', 'x')`);
      expect(await watch.check(hour + 3)).toMatchObject({ brokenAt: 6 });
    });

    it('a watch tells that the end which it has read was cut off', async () => {
      const watch = new AuditWatch(store.audit);
      await watch.check(0);
      await database.execute('DELETE FROM audit_log WHERE number = 4');
      expect(await watch.check(1)).toMatchObject({ brokenAt: 4 });
      await store.audit.record({ at: 2, by: 'Ada', act: 'report.note', subject: 'e', detail: {} });
      expect(await watch.check(2)).toMatchObject({ brokenAt: 4 });
    });

    it('its chain tells an entry that was changed and hashed anew', async () => {
      const [entry] = await store.audit.page(1, 3);
      const [before] = await store.audit.page(1, 2);
      if (!entry || !before) throw new Error('no entries');
      const forged = { ...entry, by: 'Grace' };
      await database.run('UPDATE audit_log SET acted_by = $by, hash = $hash WHERE number = 2', {
        $by: forged.by,
        $hash: chainHash(before.hash, 2, forged),
      });
      expect((await checkAudit(store.audit)).brokenAt).toBe(3);
    });
  });
});
