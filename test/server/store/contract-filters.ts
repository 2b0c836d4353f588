import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bboxHas } from '../../../data/geo/bbox.ts';
import type { IncidentDraft } from '../../../data/incident/schema.ts';
import { type IncidentFilter, NO_FILTER } from '../../../data/query/filter.ts';
import { wordsOf } from '../../../data/query/words.ts';
import type { PageEnd } from '../../../server/domain/ports/incident-store.ts';
import { areasOf, plainlyHas } from '../../data/geo/areas.ts';
import { account, at, incident, manyIncidents } from '../made-incidents.ts';
import type { OpenEmptyStore, OpenStore } from './contract.ts';

const NOW = Date.parse('2026-02-01T12:00:00-06:00');
const NOON = Date.parse('2026-01-14T12:00:00-06:00');

/** Records for the edges: each filter has some on, some just off. */
const EDGES: IncidentDraft[] = [
  incident({ id: 'fiji', geometry: at(179.5, -17) }),
  incident({ id: 'samoa', geometry: at(-171.5, -13.5) }),
  incident({ id: 'line', geometry: at(180, 0) }),
  incident({ id: 'edge', geometry: at(-93.26500000000001, 44.978) }),
  incident({ id: 'corner', geometry: at(-93.2, 44.9) }),
  incident({ id: 'nowhere', geometry: null, properties: { category: 'court_decision' } }),
  incident({
    id: 'day',
    properties: { occurredAt: '2026-01-20T00:00:00-06:00', timePrecision: 'day' },
  }),
  incident({
    id: 'month',
    properties: { occurredAt: '2025-12-01T00:00:00-06:00', timePrecision: 'month' },
  }),
  incident({
    id: 'year-long',
    properties: {
      occurredAt: '2025-01-01T00:00:00-06:00',
      endedAt: '2025-12-24T00:00:00-06:00',
      category: 'protest',
    },
  }),
  incident({
    id: 'words',
    properties: {
      title: 'Ñandú café — "Straße" O’Brien AND NOT NEAR(x)',
      summary: 'Isu imaatin. مظاهرة 100% 抗议 \u{16b1c}\u{16b1d}',
      place: '26th & Nicollet',
      actors: ['Eat_Street'],
      accounts: [account({ by: 'Tenants’ union', says: 'Somebody whispered shibboleth.' })],
    },
  }),
];

const WORLD = [
  [-180, -90],
  [180, -90],
  [180, 90],
  [-180, 90],
] as const;

export function describeFilters(name: string, open: OpenEmptyStore): void {
  describe(`filters in ${name}`, () => {
    let store: OpenStore;
    beforeAll(async () => {
      store = await open();
      await store.incidents.put(EDGES, NOW);
    });
    afterAll(() => store.close());

    const idsOf = (features: readonly string[]): string[] =>
      features.map((feature) => JSON.parse(feature).id);
    const find = async (filter: Partial<IncidentFilter>): Promise<string[]> => {
      const page = { after: null, limit: 1000, newestFirst: false };
      const { features, numberMatched } = await store.incidents.items(
        { ...NO_FILTER, ...filter },
        page,
      );
      expect(numberMatched).toBe(features.length);
      return idsOf(features).sort();
    };

    it('counts the edges of a box in, to the last bit', async () => {
      const [west, south] = [-93.26500000000001, 44.9];
      expect(await find({ bbox: [west, south, -93.2, 44.978] })).toContain('edge');
      expect(await find({ bbox: [west, south, -93.2, 44.978] })).toContain('corner');
      const next = -93.265;
      expect(await find({ bbox: [next, south, -93.2, 44.978] })).not.toContain('edge');
      expect(await find({ bbox: [-93.2, 44.9, -93.2, 44.9] })).toEqual(['corner']);
      expect(await find({ bbox: [-93.2, 44.90000000000001, -93, 45] })).toEqual([]);
    });

    it('finds both sides of the antimeridian and nothing else', async () => {
      expect(await find({ bbox: [179, -20, -170, 5] })).toEqual(['fiji', 'line', 'samoa']);
      expect(await find({ bbox: [179.6, -20, -172, 5] })).toEqual(['line']);
    });

    it('leaves out of any box what has no position', async () => {
      expect(await find({ bbox: [-180, -90, 180, 90] })).not.toContain('nowhere');
      expect(await find({ placed: false })).toEqual(['nowhere']);
      expect(await find({ placed: true })).toHaveLength(EDGES.length - 1);
    });

    it('counts the edge of a drawn area in, and leaves out what has no position', async () => {
      const [west, north] = [-93.265, 44.978] as const;
      const within = [
        [west, north],
        [-93.2, 44.9],
        [-93.1, north],
      ] as const;
      expect(await find({ within })).toEqual(expect.arrayContaining(['corner', 'edge']));
      const moved = [
        [west, north],
        [-93.2, 44.9000001],
        [-93.1, north],
      ] as const;
      expect(await find({ within: moved })).not.toContain('corner');
      expect(await find({ within: WORLD })).toEqual(await find({ placed: true }));
      expect(await find({ within: WORLD, placed: false })).toEqual([]);
    });

    it('decides every point of any area as a count without rounding does', async () => {
      const positions = EDGES.flatMap(({ geometry }) => (geometry ? [geometry.coordinates] : []));
      const corner = fc.oneof(
        fc.constantFrom(...positions),
        fc.tuple(
          fc.double({ min: -93.4, max: -93.1, noNaN: true }),
          fc.double({ min: 44.8, max: 45.1, noNaN: true }),
        ),
        fc.tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -90, max: 90 })),
      );
      await fc.assert(
        fc.asyncProperty(areasOf(corner), async (within) => {
          const expected = EDGES.filter(
            ({ geometry }) => geometry && plainlyHas(within, geometry.coordinates),
          );
          expect(await find({ within })).toEqual(expected.map(({ id }) => id).sort());
        }),
        { numRuns: 300 },
      );
    });

    it('touches a window with both ends', async () => {
      const all = await find({ datetime: { from: NOON, to: NOON } });
      expect(all).toContain('edge');
      expect(await find({ datetime: { from: NOON + 1, to: NOON + 2 } })).toEqual([]);
      expect(await find({ datetime: { from: -Infinity, to: NOON - 1 } })).toEqual([
        'month',
        'year-long',
      ]);
    });

    it('finds what is known to the day by any window of that day', async () => {
      const evening = Date.parse('2026-01-20T21:00:00-06:00');
      expect(await find({ datetime: { from: evening, to: evening + 1000 } })).toEqual(['day']);
      const last = Date.parse('2026-01-20T23:59:59-06:00');
      expect(await find({ datetime: { from: last, to: Infinity } })).toEqual(['day']);
      expect(await find({ datetime: { from: last + 1, to: Infinity } })).toEqual([]);
    });

    it('finds what began long before the window', async () => {
      const christmas = Date.parse('2025-12-24T00:00:00-06:00');
      expect(await find({ datetime: { from: christmas, to: christmas } })).toEqual([
        'month',
        'year-long',
      ]);
      expect(await find({ datetime: { from: christmas + 1, to: christmas + 2 } })).toEqual([
        'month',
      ]);
    });

    it('takes one or more categories and verifications', async () => {
      expect(await find({ categories: ['protest', 'court_decision'] })).toEqual([
        'nowhere',
        'year-long',
      ]);
      expect(await find({ categories: [] })).toEqual([]);
      expect(await find({ verifications: ['verified'] })).toEqual([]);
      expect(await find({ verifications: ['unverified', 'verified'] })).toHaveLength(EDGES.length);
    });

    it.each([
      ['nandu', 'a word without its marks'],
      ['ÑANDÚ', 'a word in capitals'],
      ['shibb', 'the beginning of a word in an account'],
      ['tenant union', 'words in any order and place'],
      ['eat_street', 'words joined by a mark'],
      ['26th', 'a number'],
      ['مظاهرة', 'Arabic'],
      ['抗', 'Chinese'],
      ['\u{16b1c}', 'Pahawh Hmong'],
      ['"straße', 'a quote that is not closed'],
      ['AND NOT NEAR(', 'what FTS5 takes for operators'],
    ])('finds by %s: %s', async (text) => {
      expect(await find({ text })).toEqual(['words']);
    });

    it.each([
      'hibboleth',
      'candles shibboleth',
      'straße" OR "zzz',
      'shibboleth NOT zzz',
      'summary:shibboleth',
      's*boleth',
      '%bboleth',
    ])('finds nothing by %s', async (text) => {
      expect(await find({ text })).toEqual([]);
    });

    it.each(['', '   ', '"', '*', '%_%', '\\', "'--", '-', '^', '(', '\u0301'])(
      'filters nothing by a text without words: %j',
      async (text) => {
        expect(await find({ text })).toHaveLength(EDGES.length);
        expect(await store.incidents.find(text)).toBeNull();
      },
    );

    it('gives the index the keys of what a search finds', async () => {
      const found = await store.incidents.find('shibboleth whisp');
      const summaries = await store.incidents.summaries([...(found?.keys ?? [])]);
      expect([...summaries.values()].map((summary) => summary.id)).toEqual(['words']);
      expect((await store.incidents.find('zzzz'))?.keys.size).toBe(0);
    });

    it('takes any text as a search', async () => {
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (text) => {
          const found = await find({ text });
          const words = wordsOf(text);
          if (words.length === 0) expect(found).toHaveLength(EDGES.length);
        }),
        { numRuns: 200 },
      );
    });
  });

  describe(`pages in ${name}`, () => {
    let store: OpenStore;
    const drafts = [
      ...manyIncidents(300),
      ...Array.from({ length: 30 }, (_, i) =>
        incident({ id: `same-${String(i).padStart(2, '0')}` }),
      ),
    ];
    beforeAll(async () => {
      store = await open();
      await store.incidents.put(drafts, NOW);
    });
    afterAll(() => store.close());

    const expectedOrder = drafts
      .map(({ id, properties }) => ({ id, time: Date.parse(properties.occurredAt) }))
      .sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1))
      .map(({ id }) => id);

    it.each([false, true])('gives each record once, newest first: %s', async (newestFirst) => {
      const seen: string[] = [];
      let after: PageEnd | null = null;
      do {
        const page = await store.incidents.items(NO_FILTER, { after, limit: 7, newestFirst });
        expect(page.numberMatched).toBe(drafts.length);
        seen.push(...page.features.map((feature) => JSON.parse(feature).id));
        after = page.next;
      } while (after);
      expect(seen).toEqual(newestFirst ? expectedOrder.toReversed() : expectedOrder);
    });

    it('has no next page after exactly as many as are left', async () => {
      const page = { after: null, limit: drafts.length, newestFirst: false };
      expect((await store.incidents.items(NO_FILTER, page)).next).toBeNull();
    });

    it('goes on from its place though the record there is gone', async () => {
      const page = { after: null, limit: 5, newestFirst: false };
      const first = await store.incidents.items(NO_FILTER, page);
      await store.incidents.put(
        [incident({ id: 'before', properties: { occurredAt: '1900-01-01T00:00:00Z' } })],
        NOW,
      );
      const second = await store.incidents.items(NO_FILTER, { ...page, after: first.next });
      await store.incidents.remove('before', NOW);
      expect(second.features.map((feature) => JSON.parse(feature).id)).toEqual(
        expectedOrder.slice(5, 10),
      );
    });

    it('agrees with a filter applied by hand, whatever the filter', async () => {
      const longitude = fc.double({ min: -93.4, max: -93.1, noNaN: true });
      const latitude = fc.double({ min: 44.8, max: 45.1, noNaN: true });
      const time = fc.integer({ min: Date.UTC(2016, 0), max: Date.UTC(2026, 0) });
      await fc.assert(
        fc.asyncProperty(
          longitude,
          longitude,
          fc.tuple(latitude, latitude),
          fc.tuple(time, time),
          async (west, east, latitudes, times) => {
            const bbox = [west, Math.min(...latitudes), east, Math.max(...latitudes)] as const;
            const datetime = { from: Math.min(...times), to: Math.max(...times) };
            const filter = { ...NO_FILTER, bbox, datetime };
            const page = { after: null, limit: 1000, newestFirst: false };
            const { features, numberMatched } = await store.incidents.items(filter, page);
            const all = await store.incidents.items(NO_FILTER, page);
            const expected = all.features
              .map((feature) => JSON.parse(feature))
              .filter(({ geometry, properties }) => {
                const touches =
                  Date.parse(properties.occurredAt) <= datetime.to &&
                  Date.parse(properties.latestAt) >= datetime.from;
                return (
                  touches &&
                  geometry &&
                  bboxHas(bbox, geometry.coordinates[0], geometry.coordinates[1])
                );
              });
            expect(features.map((feature) => JSON.parse(feature).id)).toEqual(
              expected.map(({ id }) => id),
            );
            expect(numberMatched).toBe(expected.length);
          },
        ),
        { numRuns: 60 },
      );
    });
  });
}
