import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { NO_FILTER } from '../../../data/query/filter.ts';
import { mergeReport } from '../../../server/domain/desk-acts.ts';
import { publishReport } from '../../../server/domain/moderation.ts';
import { openSqliteStore, type SqliteStore } from '../../../server/store/sqlite/open.ts';
import { incident } from '../made-incidents.ts';
import { report } from '../made-reports.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { NOW } from './city.ts';

const HOUR = 3_600_000;
/** Ids are random, as they are behind a map: a fixed few would soon all be taken. */
const surroundings = { now: () => NOW, randomBytes };
const REPORTS = 4;
const ACTS = ['publish', 'reject', 'merge', 'into', 'undo', 'edit', 'withdraw', 'clock'] as const;

/** One of two moderators acts on a report, on what they see or on what they saw before. */
const step = fc.record({
  act: fc.constantFrom(...ACTS),
  report: fc.nat(REPORTS - 1),
  other: fc.nat(REPORTS - 1),
  by: fc.nat(1),
  isStale: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

it('whatever moderators and reporters do, the map shows what is published and nothing else', {
  timeout: 120_000,
}, async () => {
  const store = await openSqliteStore(join(await temporaryFolder(), 'incidents.db'));
  onTestFinished(() => store.close());
  let afternoons = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const afternoon = new Afternoon(store, `day${1000 + ++afternoons}x`);
      await afternoon.begin();
      for (const taken of steps) {
        await afternoon.take(taken);
        await afternoon.expectHonest();
      }
      await afternoon.undoAll();
      expect(await afternoon.shown('')).toEqual([expect.stringContaining('Powderhorn Park')]);
    }),
    // The afternoon that failed is told as it was: finding a shorter one takes longer than a test may.
    { numRuns: 30, endOnFailure: true },
  );
});

/** Four reports and an incident of their own, found again by the words they hold. */
class Afternoon {
  private now = NOW;
  private readonly vigil: string;
  private readonly reports: readonly string[];

  constructor(
    private readonly store: SqliteStore,
    private readonly name: string,
  ) {
    this.vigil = `vigil-${name}`;
    this.reports = Array.from({ length: REPORTS }, (_, index) => `${name}report${index}`);
  }

  async begin(): Promise<void> {
    const title = `Vigil of ${this.name}`;
    await this.store.incidents.put([incident({ id: this.vigil, properties: { title } })], NOW);
    for (const [index, id] of this.reports.entries()) {
      // What is detained may go on: it waits for its delay.
      const category = index === REPORTS - 1 ? 'detention' : 'vigil';
      const feature = report({ ...this.told(id), category });
      await this.store.reports.add({
        id,
        tokenHash: `hash-${id}`,
        receivedOn: '2026-02-01',
        feature,
      });
    }
  }

  private told(id: string) {
    return { summary: `Told by ${id}.`, occurredAt: '2026-02-01T12:00:00-06:00' };
  }

  async take({ act, report: index, other, by, isStale }: Step): Promise<void> {
    const { desk, incidents, reports } = this.store;
    const id = this.reports[index] ?? '';
    const otherId = this.reports[other] ?? '';
    const revision = Math.max(1, (await this.revision(id)) - (isStale ? 1 : 0));
    const seen = { id, revision };
    const actor = { id: by, name: by === 0 ? 'Ada' : 'Grace', at: this.now };
    const publishing = { revision, verification: 'unverified' as const, photos: [], allow: [] };
    switch (act) {
      case 'publish':
        await publishReport(id, publishing, actor, { desk, surroundings });
        return;
      case 'merge': {
        const into = { incidentId: this.vigil, incidentRevision: await this.vigilRevision() };
        const asked = { ...into, revision, relation: 'disputes' as const, allow: [] };
        await mergeReport(id, asked, actor, { desk, incidents });
        return;
      }
      case 'into':
        await desk.mergeInto(seen, { id: otherId, revision: await this.revision(otherId) }, actor);
        return;
      case 'reject':
        await desk.reject(seen, null, actor);
        return;
      case 'undo':
        await desk.undo(seen, actor);
        return;
      case 'edit':
        await desk.edit(seen, report({ ...this.told(id), title: 'Edited' }), [], actor);
        return;
      case 'withdraw':
        await reports.withdraw(`hash-${id}`, NOW);
        return;
      case 'clock':
        this.now += 12 * HOUR;
        await desk.releaseDue({ ...actor, at: this.now });
    }
  }

  /** Each report's words stand in public exactly where its state says that they do. */
  async expectHonest(): Promise<void> {
    for (const id of this.reports) {
      const told = await this.store.reports.byToken(`hash-${id}`);
      const shown = await this.shown(id);
      const isPublic = told?.status === 'published' || told?.status === 'merged';
      expect(shown.length, `${id} is ${told?.status}`).toBe(isPublic ? 1 : 0);
      if (isPublic) expect(shown[0]).toContain(`"id":"${told.incidentId}"`);
    }
  }

  /** @returns the public Features that hold this word, or a word of this afternoon. */
  async shown(word: string): Promise<readonly string[]> {
    const filter = { ...NO_FILTER, text: word || this.name };
    const page = { after: null, limit: 20, newestFirst: false };
    return (await this.store.incidents.items(filter, page)).features;
  }

  /** Undoes until nothing is left to undo: what depends on another's undo comes in a later round. */
  async undoAll(): Promise<void> {
    const by = { id: 1, name: 'Grace', at: this.now };
    for (let round = 0; round < REPORTS; round++) {
      for (const id of this.reports) {
        await this.store.desk.undo({ id, revision: await this.revision(id) }, by);
      }
    }
  }

  private async revision(id: string): Promise<number> {
    return (await this.store.desk.byId(id))?.revision ?? 1;
  }

  private async vigilRevision(): Promise<number> {
    const stored = await this.store.incidents.item(this.vigil, Infinity);
    return JSON.parse(stored ?? '{}').properties.revision;
  }
}
