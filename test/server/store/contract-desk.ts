import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { neighborhoodOf } from '../../../server/domain/duplicates/duplicates.ts';
import { tellingOf } from '../../../server/domain/duplicates/telling.ts';
import type { IndexChange } from '../../../server/domain/ports/incident-store.ts';
import { incident } from '../made-incidents.ts';
import { report } from '../made-reports.ts';
import type { OpenEmptyStore } from './contract.ts';
import { DeskAtWork, MINUTE, NOW, publishing, seen, why } from './desk-at-work.ts';

export function describeDesk(name: string, open: OpenEmptyStore): void {
  describe(`the desk in ${name}`, () => {
    let work: DeskAtWork;
    beforeEach(async () => {
      work = await DeskAtWork.open(open);
    });
    afterEach(() => work.store.close());

    describe('lists', () => {
      it('what waits, in the order in which it came', async () => {
        for (const id of ['c', 'a', 'b', 'd']) await work.add(id);
        await work.store.desk.reject(seen('a', 1), null, work.ada);
        await work.store.desk.schedule(seen('b', 1), publishing(), [], NOW + MINUTE, work.ada);
        expect(await work.ids()).toEqual(['c', 'b', 'd']);
        expect((await work.store.desk.queue(1, NOW)).map(({ id }) => id)).toEqual(['c']);
        const [first] = await work.store.desk.queue(1, NOW);
        const after = first?.arrival ?? 0;
        expect((await work.store.desk.queue(2, NOW, after)).map(({ id }) => id)).toEqual([
          'b',
          'd',
        ]);
        expect(await work.store.desk.queueLength(after)).toEqual({ total: 3, before: 1 });
      });

      it('a report with all that stands with it', async () => {
        await work.add('r1');
        await work.store.desk.note('r1', 'Called the park board.', work.ada);
        await work.store.desk.ask(seen('r1', 1), 'Which gate?', work.ada);
        await work.store.desk.claim(seen('r1', 2), NOW + MINUTE, work.grace);
        const told = report({ title: 'Vigil at the north gate' });
        await work.store.desk.edit(seen('r1', 2), told, [], work.grace);
        expect(await work.store.desk.waiting('r1', NOW)).toEqual({
          id: 'r1',
          status: 'pending',
          receivedOn: '2026-02-01',
          revision: 3,
          arrival: 1,
          incidentId: null,
          message: null,
          publishesAt: null,
          feature: told,
          original: report(),
          copies: 0,
          merged: [],
          photos: [],
          thread: [{ from: 'moderator', text: 'Which gate?', on: '2026-02-01' }],
          notes: [{ by: 'Ada', on: '2026-02-01', text: 'Called the park board.' }],
          claim: { id: work.grace.id, name: 'Grace', until: NOW + MINUTE },
        });
        expect(await work.store.reports.thread('r1')).toEqual([
          { from: 'moderator', text: 'Which gate?', on: '2026-02-01' },
        ]);
      });

      it('the words of the reporter as they were before the first edit', async () => {
        await work.add('r1');
        await work.store.desk.edit(seen('r1', 1), report({ title: 'Second' }), [], work.ada);
        await work.store.desk.edit(seen('r1', 2), report({ title: 'Third' }), [], work.ada);
        const waiting = await work.store.desk.waiting('r1', NOW);
        expect(waiting?.original).toEqual(report());
        expect(waiting?.feature.properties.title).toBe('Third');
      });
    });

    describe('holds a report', () => {
      it('for one moderator, until they release it or the time is over', async () => {
        await work.add('r1');
        expect(await work.store.desk.claim(seen('r1', 1), NOW + MINUTE, work.ada)).toMatchObject({
          why: null,
          revision: 1,
        });
        const refused = { why: 'claimed', by: 'Ada' };
        expect(await work.store.desk.claim(seen('r1', 1), NOW + MINUTE, work.grace)).toEqual(
          refused,
        );
        expect(await work.publish('r1', 1, work.grace)).toEqual(refused);
        expect(await work.store.desk.release('r1', work.grace)).toEqual(refused);
        expect(await work.store.desk.reject(seen('r1', 1), null, work.grace)).toEqual(refused);
        expect(await work.store.desk.ask(seen('r1', 1), 'Why?', work.grace)).toEqual(refused);
        expect(await work.store.desk.edit(seen('r1', 1), report(), [], work.grace)).toEqual(
          refused,
        );

        const later = { ...work.grace, at: NOW + MINUTE };
        expect(why(await work.store.desk.claim(seen('r1', 1), NOW + 2 * MINUTE, later))).toBe(
          'done',
        );
        expect(await work.store.desk.release('r1', later)).toMatchObject({ why: null });
        expect(why(await work.publish('r1', 1))).toBe('done');
      });

      it('no longer once it is decided', async () => {
        await work.add('r1');
        await work.store.desk.claim(seen('r1', 1), NOW + MINUTE, work.ada);
        await work.store.desk.reject(seen('r1', 1), null, work.ada);
        expect(why(await work.store.desk.undo(seen('r1', 2), work.grace))).toBe('done');
        expect((await work.store.desk.waiting('r1', NOW))?.claim).toBeNull();
      });
    });

    describe('publishes', () => {
      it('a report as an incident, and tells the index', async () => {
        await work.add('r1');
        const changes: IndexChange[] = [];
        work.store.incidents.onChange((change) => changes.push(change));
        expect(await work.publish('r1', 1)).toEqual({
          why: null,
          revision: 2,
          status: 'published',
          incidentId: 'vigil',
        });
        expect(await work.store.incidents.item('vigil', Infinity)).not.toBeNull();
        expect(changes).toHaveLength(1);
        expect(await work.store.desk.isTaken('vigil')).toBe(true);
      });

      it('neither the incident nor the report where one part fails', async () => {
        await work.add('r1');
        const broken = incident();
        Reflect.set(broken.properties, 'category', null);
        const asked = { incident: broken, photos: [], merged: [] };
        await expect(work.store.desk.publish(seen('r1', 1), asked, [], work.ada)).rejects.toThrow();
        expect((await work.store.desk.byId('r1'))?.status).toBe('pending');
        expect(await work.store.incidents.count()).toBe(0);
        expect(await work.store.incidents.revision()).toBe(0);
      });

      it('for one of two moderators who decide at once', async () => {
        await work.add('r1');
        const outcomes = await Promise.all([
          work.publish('r1', 1),
          work.store.desk.reject(seen('r1', 1), 'No', work.grace),
        ]);
        expect(outcomes.map(why).toSorted()).toEqual(['decided', 'done']);
        expect(await work.store.incidents.count()).toBe(1);
      });

      it('nothing on another revision, and nothing that is not there', async () => {
        await work.add('r1');
        expect(why(await work.publish('r1', 7))).toBe('stale');
        expect(why(await work.store.desk.reject(seen('r1', 0), null, work.ada))).toBe('stale');
        expect(why(await work.publish('r2', 1))).toBe('not_found');
        expect(why(await work.store.desk.undo(seen('r2', 1), work.ada))).toBe('not_found');
        expect(await work.store.incidents.count()).toBe(0);
      });

      it('what was scheduled when its hour has come, and not before', async () => {
        await work.add('r1');
        const accepted = await work.store.desk.schedule(
          seen('r1', 1),
          publishing(),
          [],
          NOW + MINUTE,
          work.ada,
        );
        expect(accepted).toMatchObject({ status: 'scheduled', incidentId: null });
        expect(await work.store.incidents.count()).toBe(0);
        expect(await work.store.desk.isTaken('vigil')).toBe(true);
        expect((await work.store.desk.byId('r1'))?.publishesAt).toBe(NOW + MINUTE);

        const clock = (at: number) => ({ id: null, name: 'the clock', at });
        expect(await work.store.desk.releaseDue(clock(NOW + MINUTE - 1))).toBe(0);
        expect(await work.store.desk.releaseDue(clock(NOW + MINUTE))).toBe(1);
        expect(await work.store.desk.releaseDue(clock(NOW + 2 * MINUTE))).toBe(0);
        expect(await work.store.desk.byId('r1')).toMatchObject({
          status: 'published',
          incidentId: 'vigil',
          publishesAt: null,
        });
        expect(await work.store.incidents.count()).toBe(1);
      });
    });

    it('publishes what is due though something before it cannot be', async () => {
      await work.add('r1');
      await work.add('r2');
      const broken = { ...publishing('broken'), photos: [{ id: 'gone', publicId: 'gone' }] };
      await work.store.desk.schedule(seen('r1', 1), broken, [], NOW, work.ada);
      await work.store.desk.schedule(seen('r2', 1), publishing(), [], NOW + MINUTE, work.ada);
      const clock = { id: null, name: 'the clock', at: NOW + MINUTE };
      await expect(work.store.desk.releaseDue(clock)).rejects.toThrow();
      expect((await work.store.desk.byId('r1'))?.status).toBe('scheduled');
      expect((await work.store.desk.byId('r2'))?.status).toBe('published');
    });

    it('tells the audit log of every act, and no word of a report', async () => {
      const words = { title: 'Xylophone', summary: 'Quokkas sang.' };
      for (const id of ['r1', 'r2', 'r3', 'r4'])
        await work.add(id, report({ ...words, place: id }));
      const { desk } = work.store;
      await desk.claim(seen('r1', 1), NOW + MINUTE, work.ada);
      await desk.note('r1', 'A note on quokkas.', work.ada);
      await desk.ask(seen('r1', 1), 'Which quokkas?', work.ada);
      await desk.release('r1', work.ada);
      await desk.edit(seen('r1', 2), report(words), [], work.grace);
      await work.publish('r1', 3);
      await desk.undo(seen('r1', 4), work.grace);
      await desk.reject(seen('r2', 1), 'No quokkas.', work.ada);
      await desk.schedule(
        seen('r3', 1),
        publishing('later'),
        ['/properties/summary'],
        NOW,
        work.ada,
      );
      await desk.releaseDue({ id: null, name: 'the clock', at: NOW });
      await desk.mergeInto(seen('r4', 1), seen('r1', 5), work.ada);
      await desk.reject(seen('r4', 7), null, work.ada);

      const told = (await work.store.audit.page(100, null)).toReversed();
      const ofReports = told.filter(({ act }) => act.startsWith('report.'));
      expect(ofReports.map(({ act, by, subject }) => [act, by, subject])).toEqual([
        ['report.claim', 'Ada', 'report r1'],
        ['report.note', 'Ada', 'report r1'],
        ['report.ask', 'Ada', 'report r1'],
        ['report.release', 'Ada', 'report r1'],
        ['report.edit', 'Grace', 'report r1'],
        ['report.publish', 'Ada', 'report r1'],
        ['report.undo', 'Grace', 'report r1'],
        ['report.reject', 'Ada', 'report r2'],
        ['report.schedule', 'Ada', 'report r3'],
        ['report.publish_scheduled', 'the clock', 'report r3'],
        ['report.merge_into', 'Ada', 'report r4'],
      ]);
      expect(JSON.stringify(told)).not.toMatch(/xylophone|quokka/i);
      expect(ofReports[5]?.detail).toEqual({ revision: 4, incident: 'vigil', allowed: [] });
    });

    describe('finds near a report', () => {
      const near = async (id: string) => {
        const waiting = await work.store.desk.waiting(id, NOW);
        if (!waiting) throw new Error(`${id} does not wait`);
        const neighbors = await work.store.desk.neighbors(
          id,
          neighborhoodOf(tellingOf(waiting.feature)),
        );
        return neighbors.map((neighbor) => neighbor.id).toSorted();
      };

      it('incidents and reports of about that place and time, and what has no place', async () => {
        const at = { occurredAt: '2026-01-10T18:30:00-06:00' };
        const far = { type: 'Point', coordinates: [-93.3, 44.9] } as const;
        await work.store.incidents.put(
          [
            incident({ id: 'near', properties: at }),
            incident({ id: 'unplaced', properties: at, geometry: null }),
            incident({
              id: 'far',
              properties: at,
              geometry: { ...far, coordinates: [-93.3, 44.9] },
            }),
            incident({ id: 'later', properties: { occurredAt: '2026-01-12T18:30:00-06:00' } }),
          ],
          NOW,
        );
        await work.add('r1');
        await work.add('r2', report({ summary: 'Near.' }, [-93.266, 44.978]));
        await work.add('r3', report({ summary: 'Far.' }, [-93.3, 44.9]));
        await work.add(
          'r4',
          report({ summary: 'City.', locationPrecision: 'city' }, [-93.3, 44.9]),
        );
        await work.add('r5', report({ occurredAt: '2026-01-11T18:00:00-06:00' }));
        await work.add(
          'r6',
          report({
            summary: 'The day.',
            timePrecision: 'day',
            occurredAt: '2026-01-10T00:00:00-06:00',
          }),
        );
        await work.store.desk.reject(seen('r2', 1), null, work.ada);
        expect(await near('r1')).toEqual(['near', 'r4', 'r6', 'unplaced']);
        await work.store.desk.undo(seen('r2', 2), work.ada);
        expect(await near('r1')).toEqual(['near', 'r2', 'r4', 'r6', 'unplaced']);
      });
    });
  });
}
