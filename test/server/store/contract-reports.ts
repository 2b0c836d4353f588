import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReportFeature } from '../../../data/incident/schema.ts';
import type { IndexChange } from '../../../server/domain/ports/incident-store.ts';
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
      };
      expect(await store.reports.byId('r1')).toEqual(expected);
      expect(await store.reports.byToken('hash-r1')).toEqual(expected);
      expect(await store.reports.byId('hash-r1')).toBeNull();
      expect(await store.reports.byToken('r1')).toBeNull();
    });

    it('refuses a second report with the same id or token', async () => {
      await add('r1');
      await expect(add('r1')).rejects.toThrow();
      expect(await store.reports.pending(10)).toHaveLength(1);
    });

    it('lists pending reports in the order in which they came', async () => {
      for (const id of ['c', 'a', 'b']) await add(id);
      await store.reports.reject('a', 1, null, 'Ada', NOW);
      expect((await store.reports.pending(10)).map(({ id }) => id)).toEqual(['c', 'b']);
      expect((await store.reports.pending(1)).map(({ id }) => id)).toEqual(['c']);
      expect(await store.reports.pendingCount()).toBe(2);
    });

    it('publishes a report as an incident, and tells the index', async () => {
      await add('r1');
      const changes: IndexChange[] = [];
      store.incidents.onChange((change) => changes.push(change));
      expect(await store.reports.publish('r1', 1, incident(), 'Ada', NOW)).toBe('done');
      expect(await store.reports.byId('r1')).toMatchObject({
        status: 'published',
        incidentId: 'vigil',
        revision: 2,
      });
      expect(await store.incidents.count()).toBe(1);
      expect(changes.map(({ revision, added }) => [revision, added.length])).toEqual([[1, 1]]);
    });

    it('publishes neither the incident nor the report where one cannot be', async () => {
      await add('r1');
      const broken = incident();
      Reflect.set(broken.properties, 'category', null);
      await expect(store.reports.publish('r1', 1, broken, 'Ada', NOW)).rejects.toThrow();
      expect((await store.reports.byId('r1'))?.status).toBe('pending');
      expect(await store.incidents.count()).toBe(0);
      expect(await store.incidents.revision()).toBe(0);
    });

    it('lets one of two moderators decide', async () => {
      await add('r1');
      const outcomes = await Promise.all([
        store.reports.publish('r1', 1, incident(), 'Ada', NOW),
        store.reports.reject('r1', 1, 'No', 'Grace', NOW),
      ]);
      expect(outcomes.toSorted()).toEqual(['done', 'not_pending']);
      expect(await store.incidents.count()).toBe(1);
    });

    it('refuses a decision on another revision, and on what is not there', async () => {
      await add('r1');
      expect(await store.reports.publish('r1', 7, incident(), 'Ada', NOW)).toBe('stale');
      expect(await store.reports.reject('r1', 0, null, 'Ada', NOW)).toBe('stale');
      expect(await store.reports.publish('r2', 1, incident(), 'Ada', NOW)).toBe('not_found');
      expect(await store.reports.reject('r2', 1, null, 'Ada', NOW)).toBe('not_found');
      expect(await store.incidents.count()).toBe(0);
    });

    it('rejects with a message to the reporter', async () => {
      await add('r1');
      expect(await store.reports.reject('r1', 1, 'Which day?', 'Ada', NOW)).toBe('done');
      expect(await store.reports.byToken('hash-r1')).toMatchObject({
        status: 'rejected',
        message: 'Which day?',
      });
      expect(await store.reports.pending(10)).toEqual([]);
    });

    it('erases what was reported when it is withdrawn, and keeps that it was', async () => {
      await add('r1');
      expect(await store.reports.withdraw('hash-r1')).toBe(true);
      expect(await store.reports.byToken('hash-r1')).toMatchObject({
        status: 'withdrawn',
        receivedOn: '2026-02-01',
        feature: null,
      });
      expect(await store.reports.pending(10)).toEqual([]);
      expect(await store.reports.withdraw('hash-r1')).toBe(false);
      expect(await store.reports.publish('r1', 2, incident(), 'Ada', NOW)).toBe('not_pending');
    });

    it('withdraws nothing that is decided or unknown', async () => {
      await add('r1');
      await store.reports.publish('r1', 1, incident(), 'Ada', NOW);
      expect(await store.reports.withdraw('hash-r1')).toBe(false);
      expect(await store.reports.withdraw('hash-r2')).toBe(false);
      expect((await store.reports.byId('r1'))?.feature).toEqual(report());
    });
  });
}
