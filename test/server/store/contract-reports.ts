import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReportFeature } from '../../../data/incident/schema.ts';
import { incident } from '../made-incidents.ts';
import { report } from '../made-reports.ts';
import type { OpenEmptyStore, OpenStore } from './contract.ts';

const NOW = Date.parse('2026-02-01T12:00:00-06:00');

export function describeReports(name: string, open: OpenEmptyStore): void {
  describe(`reports in ${name}`, () => {
    let store: OpenStore;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    const add = (id: string, feature: ReportFeature = report()) =>
      store.reports.add({ id, tokenHash: `hash-${id}`, receivedOn: '2026-02-01', feature });

    it('keeps a report pending under its id and its token', async () => {
      await add('r1');
      const expected = {
        id: 'r1',
        status: 'pending',
        receivedOn: '2026-02-01',
        feature: report(),
        revision: 1,
        incidentId: null,
        message: null,
        publishesAt: null,
      };
      expect(await store.desk.byId('r1')).toEqual(expected);
      const seen = { ...expected, takenOff: null };
      expect(await store.reports.byToken('hash-r1')).toEqual(seen);
      expect(await store.desk.byId('hash-r1')).toBeNull();
      expect(await store.reports.byToken('r1')).toBeNull();
    });

    it('refuses a second report with the same id or token', async () => {
      await add('r1');
      await expect(add('r1')).rejects.toThrow();
      expect(await store.desk.queue(10, NOW)).toHaveLength(1);
    });

    it('erases what was reported when it is withdrawn, and keeps that it was', async () => {
      await add('r1');
      expect(await store.reports.withdraw('hash-r1', NOW)).toBe('done');
      expect(await store.reports.byToken('hash-r1')).toMatchObject({
        status: 'withdrawn',
        receivedOn: '2026-02-01',
        feature: null,
      });
      expect(await store.desk.queue(10, NOW)).toEqual([]);
      expect(await store.reports.withdraw('hash-r1', NOW)).toBe('unknown');
    });

    it('withdraws nothing that is public or unknown', async () => {
      await add('r1');
      const publishing = { incident: incident(), photos: [], merged: [] };
      const ada = { id: 1, name: 'Ada', at: NOW };
      await store.desk.publish({ id: 'r1', revision: 1 }, publishing, [], ada);
      expect(await store.reports.withdraw('hash-r1', NOW)).toBe('decided');
      expect(await store.reports.withdraw('hash-r2', NOW)).toBe('unknown');
      expect((await store.desk.byId('r1'))?.feature).toEqual(report());
    });

    it('changes a pending report, on the revision that was read', async () => {
      await add('r1');
      const changed = report({ title: 'Changed' });
      expect(await store.reports.correct('hash-r1', changed, 2)).toBe('stale');
      expect(await store.reports.correct('hash-r1', changed, 1)).toBe('done');
      expect(await store.reports.answer('hash-r1', 'And more.', '2026-02-02')).toBe('done');
      expect(await store.desk.byId('r1')).toMatchObject({ feature: changed, revision: 3 });
      expect(await store.reports.thread('r1')).toEqual([
        { from: 'reporter', text: 'And more.', on: '2026-02-02' },
      ]);
      expect(await store.reports.correct('hash-r2', changed, null)).toBe('unknown');
      await store.reports.withdraw('hash-r1', NOW);
      expect(await store.reports.answer('hash-r1', 'Late.', '2026-02-02')).toBe('unknown');
    });

    it('knows a report that says the same as one before it', async () => {
      const sent = { receivedOn: '2026-02-01', feature: report() };
      const send = (id: string, sameSince: string | null) =>
        store.reports.add({ ...sent, id, tokenHash: `hash-${id}`, sameSince });
      expect(await send('r1', '2026-01-31')).toEqual({ sameAs: null });
      expect(await send('r2', '2026-01-31')).toEqual({ sameAs: 'r1' });
      expect(await send('r3', '2026-02-02')).toEqual({ sameAs: null });
      expect(await send('r4', null)).toEqual({ sameAs: null });
      expect((await store.desk.queue(10, NOW)).map(({ id, copies }) => [id, copies])).toEqual([
        ['r1', 1],
        ['r3', 0],
        ['r4', 0],
      ]);
    });
  });
}
