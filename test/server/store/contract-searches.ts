import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IncidentDraft } from '../../../data/incident/schema.ts';
import { type IncidentFilter, NO_FILTER } from '../../../data/query/filter.ts';
import { account, at, incident, manyIncidents } from '../made-incidents.ts';
import type { OpenEmptyStore, OpenStore } from './contract.ts';

const NOW = Date.parse('2026-02-01T12:00:00-06:00');
const PAGE = { after: null, limit: 10_000, newestFirst: true };
const WORDS = ['candles', 'Ñandú', 'snow', 'snowplow', 'sn'];
const POSITIONS = [at(-93.265, 44.978), at(-93.2, 44.9), at(179.5, -17), null];

/** What is asked again after each change: each with every text. */
const FILTERS: readonly Partial<IncidentFilter>[] = [
  {},
  { bbox: [-93.265, 44.9, -93.2, 44.978] },
  { bbox: [179, -20, -93.2, 45] },
  {
    within: [
      [-93.3, 44.9],
      [-93.2, 44.9],
      [-93.2, 45],
    ],
  },
  { placed: false },
  { placed: true, categories: ['vigil', 'raid'] },
  { verifications: ['verified'] },
  { datetime: { from: Date.parse('2026-01-15T00:00:00-06:00'), to: Infinity } },
  { datetime: { from: -Infinity, to: Date.parse('2026-01-14T18:00:00Z') } },
  { asOf: Date.parse('2026-01-16T12:00:00-06:00') },
];
const TEXTS = [null, 'snow', 'candl', 'nandu snow', 'zzzz'];

const draft: fc.Arbitrary<IncidentDraft> = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    words: fc.uniqueArray(fc.constantFrom(...WORDS), { maxLength: 3 }),
    geometry: fc.constantFrom(...POSITIONS),
    category: fc.constantFrom('vigil' as const, 'raid' as const, 'protest' as const),
    day: fc.integer({ min: 10, max: 18 }),
    isKnownTwice: fc.boolean(),
    isVerified: fc.boolean(),
  })
  .map(({ id, words, geometry, category, day, isKnownTwice, isVerified }) => {
    const later = account({ id: 'a2', says: 'More snow.', knownAt: '2026-01-17' });
    return incident({
      id,
      geometry,
      properties: {
        title: `Made ${words.join(' ')}`,
        summary: 'Nothing else.',
        category,
        occurredAt: `2026-01-${day}T12:00:00-06:00`,
        timePrecision: day % 2 === 0 ? 'exact' : 'day',
        accounts: isKnownTwice ? [account(), later] : [account()],
        decisions: isVerified
          ? [{ verification: 'verified', decidedAt: '2026-01-16', reason: 'Seen.', basedOn: null }]
          : [],
      },
    });
  });
const change = fc.oneof(
  { weight: 4, arbitrary: fc.array(draft, { minLength: 1, maxLength: 4 }) },
  { weight: 1, arbitrary: fc.constantFrom('a', 'b', 'c', 'd', 'e') },
);

export function describeSearches(name: string, open: OpenEmptyStore): void {
  describe(`searches in ${name}`, () => {
    let store: OpenStore;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    /** Everything that matches, counted as a page tells it and read as a download does. */
    async function expectCounts(): Promise<void> {
      for (const part of FILTERS) {
        for (const text of TEXTS) {
          const filter = { ...NO_FILTER, ...part, text };
          const page = await store.incidents.items(filter, PAGE);
          const features: string[] = [];
          for await (const some of store.incidents.stream(filter, '\n')) {
            features.push(...some.split('\n'));
          }
          expect(page.features.toReversed()).toEqual(features);
          expect(page.numberMatched).toBe(features.length);
        }
      }
    }

    it('counts exactly, however the data has changed since it was asked', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
          for (const one of changes) {
            if (typeof one === 'string') await store.incidents.remove(one, NOW);
            else await store.incidents.put(one, NOW);
            await expectCounts();
          }
        }),
        { numRuns: 12 },
      );
    });

    it('counts exactly after more has changed than it remembers', async () => {
      await store.incidents.put([incident()], NOW);
      await expectCounts();
      await store.incidents.put(manyIncidents(6000), NOW);
      await store.incidents.remove('vigil', NOW);
      await expectCounts();
    });

    it('counts exactly while the data changes', async () => {
      await store.incidents.put(manyIncidents(300), NOW);
      let isOver = false;
      const changing = (async () => {
        for (let round = 0; !isOver; round++) {
          await store.incidents.put([incident({ id: `late-${round}` })], NOW);
        }
      })();
      for (let round = 0; round < 150; round++) {
        const filter = { ...NO_FILTER, text: round % 2 === 0 ? 'candles' : 'made' };
        const { features, numberMatched } = await store.incidents.items(filter, PAGE);
        expect(numberMatched).toBe(features.length);
      }
      isOver = true;
      await changing;
    });
  });
}
