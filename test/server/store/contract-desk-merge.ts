import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withReport } from '../../../server/domain/desk-merge.ts';
import { incident } from '../made-incidents.ts';
import { report } from '../made-reports.ts';
import type { OpenEmptyStore } from './contract.ts';
import { DeskAtWork, MINUTE, NOW, publishing, seen, why } from './desk-at-work.ts';

export function describeMerges(name: string, open: OpenEmptyStore): void {
  describe(`the desk in ${name}`, () => {
    let work: DeskAtWork;
    beforeEach(async () => {
      work = await DeskAtWork.open(open);
    });
    afterEach(() => work.store.close());

    describe('merges', () => {
      it('into an incident only as the moderator saw it', async () => {
        await work.store.incidents.put([incident()], NOW);
        await work.add('r1');
        const merging = { incident: incident(), accounts: [], sources: [], merged: [] };
        const merge = (incidentRevision: number, id = 'vigil') =>
          work.store.desk.merge(
            seen('r1', 1),
            { ...merging, incident: incident({ id }), incidentRevision },
            work.ada,
          );
        expect(why(await merge(7))).toBe('incident_stale');
        expect(why(await merge(1, 'none'))).toBe('incident_not_found');
        expect((await work.store.desk.byId('r1'))?.status).toBe('pending');
      });

      it('a report into another that waits, whose state holds for it from then on', async () => {
        for (const id of ['r1', 'r2', 'r3'])
          await work.add(id, report({ summary: `Told by ${id}.` }));
        const into = (id: string, other: string, revision = 1) =>
          work.store.desk.mergeInto(seen(id, 1), seen(other, revision), work.ada);
        expect(why(await into('r1', 'r1'))).toBe('other_not_found');
        expect(why(await into('r1', 'none'))).toBe('other_not_found');
        expect(why(await into('r1', 'r2', 5))).toBe('other_stale');
        expect(await into('r1', 'r2')).toMatchObject({ why: null, revision: 2 });
        expect(why(await into('r3', 'r1', 2))).toBe('other_decided');
        expect(await work.ids()).toEqual(['r2', 'r3']);
        expect((await work.store.desk.waiting('r2', NOW))?.merged).toMatchObject([
          { id: 'r1', feature: { properties: { summary: 'Told by r1.' } } },
        ]);
        expect(why(await work.publish('r1', 2))).toBe('decided');
        expect(why(await work.publish('r2', 1))).toBe('stale');

        await work.publish('r2', 2);
        expect(await work.store.reports.byToken('hash-r1')).toMatchObject({ status: 'published' });
        expect(why(await work.store.desk.undo(seen('r1', 2), work.ada))).toBe('merge_is_past');
        await work.store.desk.undo(seen('r2', 3), work.ada);
        expect(why(await work.store.desk.undo(seen('r1', 2), work.ada))).toBe('done');
        expect(await work.ids()).toEqual(['r1', 'r2', 'r3']);
        expect((await work.store.desk.waiting('r2', NOW))?.merged).toEqual([]);
      });

      it('nothing of a report whose reporter takes it back while its other waits for its hour', async () => {
        for (const id of ['r1', 'r2']) await work.add(id, report({ summary: `Told by ${id}.` }));
        await work.store.desk.mergeInto(seen('r1', 1), seen('r2', 1), work.ada);
        const waiting = await work.store.desk.waiting('r2', NOW);
        const told = waiting && withReport(incident(), waiting.merged[0] ?? waiting, [], NOW);
        if (!told) throw new Error('nothing to merge');
        const { accounts, sources, ...rest } = told;
        const both = { ...rest, photos: [], merged: [{ id: 'r1', accounts, sources }] };
        await work.store.desk.schedule(seen('r2', 2), both, [], NOW + MINUTE, work.ada);
        expect(await work.store.reports.withdraw('hash-r1', NOW)).toBe('done');
        expect(await work.store.desk.releaseDue({ ...work.ada, at: NOW + MINUTE })).toBe(1);
        const item = await work.store.incidents.item('vigil', Infinity);
        expect(JSON.parse(item ?? '').properties.accounts).toMatchObject([{ id: 'a1' }]);
        expect(item).not.toContain('Told by r1.');
      });

      it('nothing of a report that its reporter took back since it was read', async () => {
        for (const id of ['r1', 'r2']) await work.add(id, report({ summary: `Told by ${id}.` }));
        await work.store.desk.mergeInto(seen('r1', 1), seen('r2', 1), work.ada);
        const both = { ...publishing(), merged: [{ id: 'r1', accounts: ['a2'], sources: [] }] };
        await work.store.reports.withdraw('hash-r1', NOW);
        expect(why(await work.store.desk.publish(seen('r2', 2), both, [], work.ada))).toBe('stale');
        expect(why(await work.publish('r2', 2))).toBe('done');
      });

      it('the copies of a report with it, and gives them back', async () => {
        await work.add('r1');
        const copy = { id: 'copy', tokenHash: 'hash-copy', receivedOn: '2026-02-01' };
        await work.store.reports.add({ ...copy, feature: report(), sameSince: '2026-01-31' });
        await work.add('r2', report({ summary: 'Told otherwise.' }));
        await work.store.desk.mergeInto(seen('r1', 1), seen('r2', 1), work.ada);
        expect(await work.ids()).toEqual(['r2']);
        expect(await work.store.desk.waiting('r2', NOW)).toMatchObject({
          copies: 1,
          merged: [{ id: 'r1' }],
        });
        await work.store.desk.undo(seen('r1', 2), work.ada);
        expect(await work.store.desk.waiting('r1', NOW)).toMatchObject({ copies: 1, merged: [] });
        expect(await work.store.desk.waiting('r2', NOW)).toMatchObject({ copies: 0, merged: [] });
      });
    });
  });
}
