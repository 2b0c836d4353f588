import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withReport } from '../../../server/domain/desk-merge.ts';
import type { IndexChange } from '../../../server/domain/ports/incident-store.ts';
import { account, incident } from '../made-incidents.ts';
import { report } from '../made-reports.ts';
import type { OpenEmptyStore } from './contract.ts';
import { DeskAtWork, MINUTE, NOW, publishing, seen, why } from './desk-at-work.ts';

export function describeUndo(name: string, open: OpenEmptyStore): void {
  describe(`the desk in ${name}`, () => {
    let work: DeskAtWork;
    beforeEach(async () => {
      work = await DeskAtWork.open(open);
    });
    afterEach(() => work.store.close());

    describe('takes back', () => {
      it('a publication: the incident is gone from every read, and the report waits', async () => {
        await work.add('r1');
        await work.publish('r1', 1);
        const changes: IndexChange[] = [];
        work.store.incidents.onChange((change) => changes.push(change));
        expect(await work.store.desk.undo(seen('r1', 2), work.grace)).toEqual({
          why: null,
          revision: 3,
          status: 'pending',
          incidentId: null,
        });
        expect(await work.store.incidents.item('vigil', Infinity)).toBeNull();
        expect(await work.store.incidents.count()).toBe(0);
        expect(changes.map(({ removed }) => removed.length)).toEqual([1]);
        expect(await work.ids()).toEqual(['r1']);
        expect(why(await work.publish('r1', 3))).toBe('done');
      });

      it('a rejection, with its message', async () => {
        await work.add('r1');
        expect(await work.store.desk.reject(seen('r1', 1), 'Which day?', work.ada)).toMatchObject({
          status: 'rejected',
        });
        expect((await work.store.desk.byId('r1'))?.message).toBe('Which day?');
        expect(why(await work.store.desk.undo(seen('r1', 1), work.ada))).toBe('stale');
        expect(why(await work.store.desk.undo(seen('r1', 2), work.ada))).toBe('done');
        expect(await work.store.desk.byId('r1')).toMatchObject({
          status: 'pending',
          message: null,
        });
        expect(why(await work.store.desk.undo(seen('r1', 3), work.ada))).toBe('undecided');
      });

      it('what is scheduled, which is then never published', async () => {
        await work.add('r1');
        await work.store.desk.schedule(seen('r1', 1), publishing(), [], NOW, work.ada);
        expect(why(await work.store.desk.undo(seen('r1', 2), work.ada))).toBe('done');
        expect(await work.store.desk.releaseDue({ ...work.ada, at: NOW + MINUTE })).toBe(0);
        expect(await work.store.incidents.count()).toBe(0);
      });

      it('a merge, and leaves the incident byte for byte as it was', async () => {
        await work.store.incidents.put([incident()], NOW);
        await work.add(
          'r1',
          report({ sources: [{ publisher: 'A paper', url: 'https://example.org/' }] }),
        );
        const before = await work.store.incidents.item('vigil', Infinity);
        expect(await work.mergeIntoVigil('r1', 1)).toMatchObject({
          status: 'merged',
          incidentId: 'vigil',
        });
        const merged = await work.vigil();
        expect(merged.properties.accounts).toMatchObject([
          { id: 'a1' },
          { id: 'a2', by: 'A reporter to this map', disputes: ['a1'] },
        ]);
        expect(merged.properties.sources).toMatchObject([{ id: 's1', publisher: 'A paper' }]);
        expect(await work.ids()).toEqual([]);

        expect(why(await work.store.desk.undo(seen('r1', 2), work.ada))).toBe('done');
        const after = await work.store.incidents.item('vigil', Infinity);
        expect(withoutRevision(after)).toBe(withoutRevision(before));
        expect(await work.ids()).toEqual(['r1']);
      });

      it('of two merges into one incident the first, and keeps the second', async () => {
        await work.store.incidents.put([incident()], NOW);
        for (const id of ['r1', 'r2']) await work.add(id, report({ summary: `Told by ${id}.` }));
        await work.mergeIntoVigil('r1', 1);
        const stored = await work.vigil();
        const waiting = await work.store.desk.waiting('r2', NOW);
        const { latestAt, verification, createdAt, updatedAt, revision, ...written } =
          stored.properties;
        const draft = { ...stored, properties: written };
        const merged = waiting && withReport(draft, waiting, ['a2'], NOW);
        if (!merged) throw new Error('nothing to merge');
        await work.store.desk.merge(
          seen('r2', 1),
          { ...merged, incidentRevision: revision, merged: [] },
          work.ada,
        );

        expect(why(await work.store.desk.undo(seen('r1', 2), work.ada))).toBe('done');
        const after = await work.vigil();
        expect(after.properties.accounts).toMatchObject([
          { id: 'a1' },
          { id: 'a3', says: 'Told by r2.', disputes: [] },
        ]);
      });

      it('no publication into which others were merged', async () => {
        for (const id of ['r1', 'r2']) await work.add(id, report({ summary: `Told by ${id}.` }));
        await work.publish('r1', 1);
        await work.mergeIntoVigil('r2', 1);
        expect(why(await work.store.desk.undo(seen('r1', 2), work.ada))).toBe('has_merged');
        expect(why(await work.store.desk.undo(seen('r2', 2), work.ada))).toBe('done');
        expect(why(await work.store.desk.undo(seen('r1', 2), work.ada))).toBe('done');
      });

      it('a merge, and keeps what an editor changed in the incident since', async () => {
        await work.store.incidents.put([incident()], NOW);
        await work.add('r1');
        await work.mergeIntoVigil('r1', 1);
        const stored = await work.vigil();
        const changed = incident({
          properties: {
            title: 'Vigil at the lake',
            accounts: [...stored.properties.accounts, account({ id: 'later', disputes: ['a2'] })],
          },
        });
        await work.store.incidents.put([changed], NOW);
        await work.store.desk.undo(seen('r1', 2), work.ada);
        const after = await work.vigil();
        expect(after.properties.title).toBe('Vigil at the lake');
        expect(after.properties.accounts).toMatchObject([
          { id: 'a1' },
          { id: 'later', disputes: [] },
        ]);
      });
    });
  });
}

function withoutRevision(feature: string | null): string {
  return (feature ?? '').replace(/"(updatedAt|revision)":("[^"]*"|\d+)/g, '"$1":0');
}
