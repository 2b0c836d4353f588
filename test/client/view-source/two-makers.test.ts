import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Answer, ListedIncident } from '../../../client/api/answer.ts';
import type { Filter, Viewport } from '../../../client/state/state.ts';
import type { HeldColumns } from '../../../client/view-source/held-columns.ts';
import { heldSource } from '../../../client/view-source/held-source.ts';
import { type Holding, loadHeld } from '../../../client/view-source/load-held.ts';
import { serverSource } from '../../../client/view-source/server-source.ts';
import { placeList, type Question } from '../../../client/view-source/source.ts';
import { syntheticIncidents } from '../../../data/synthetic/incident.ts';
import { CATEGORY_IDS } from '../../../data/vocabulary/categories.ts';
import { VERIFICATION_IDS } from '../../../data/vocabulary/verifications.ts';
import { areasOf } from '../../data/geo/areas.ts';
import { startTestServer, type TestServer } from '../../server/http/test-server.ts';
import { incident } from '../../server/made-incidents.ts';

/** The page asks a real server, and columns it has fetched from it: both must say the same. */

const RUNS = Number(process.env.PROPERTY_RUNS ?? 200);
vi.setConfig({ testTimeout: 600_000 });

let server: TestServer;
let holding: Holding;
let columns: HeldColumns;
const nobody = { find: () => null };
const held = heldSource(() => columns, nobody, serverSource);
const { fetch: realFetch } = globalThis;

beforeAll(async () => {
  server = await startTestServer({}, [
    ...syntheticIncidents(11, 0, 700),
    incident({ id: 'written-in-utc', properties: { occurredAt: '2026-01-14T18:00:00.250Z' } }),
  ]);
  // In a browser, paths are resolved against the page.
  globalThis.fetch = (path, init) => realFetch(new URL(String(path), server.url), init);
  holding = (await loadHeld(null)) as Holding;
  columns = holding.columns as HeldColumns;
});
afterAll(async () => {
  globalThis.fetch = realFetch;
  await server.stop();
});

const day = fc.integer({ min: -3700, max: 200 });
const instant = fc
  .tuple(day, fc.integer({ min: 0, max: 86_400 }))
  .map(([days, seconds]) => Date.UTC(2026, 2, 1) + (days * 86_400 + seconds) * 1000);
const span = fc
  .tuple(instant, fc.constantFrom(3600, 86_400, 30 * 86_400, 3650 * 86_400))
  .map(([from, seconds]) => ({ from, to: from + seconds * 1000 }));
const corner = fc
  .tuple(
    fc.integer({ min: -9_340_000, max: -9_318_000 }),
    fc.integer({ min: 4_488_000, max: 4_506_000 }),
  )
  .map(([x, y]) => [x / 1e5, y / 1e5] as const);
const filter: fc.Arbitrary<Filter> = fc.record({
  within: fc.option(areasOf(corner), { freq: 2 }),
  datetime: fc.option(
    fc.oneof(
      span,
      instant.map((from) => ({ from, to: Infinity })),
      instant.map((to) => ({ from: -Infinity, to })),
    ),
  ),
  categories: fc.option(fc.subarray([...CATEGORY_IDS], { minLength: 1, maxLength: 4 })),
  verifications: fc.option(fc.subarray([...VERIFICATION_IDS], { minLength: 1 })),
  text: fc.option(fc.constantFrom('protest', 'Nicollet tear', '—'), { freq: 8 }),
  asOf: fc.oneof(fc.constant(Infinity), instant),
});
const viewport: fc.Arbitrary<Viewport> = fc
  .tuple(
    fc.integer({ min: -934_000, max: -931_800 }),
    fc.integer({ min: 448_800, max: 450_600 }),
    fc.integer({ min: 1, max: 2500 }),
    fc.integer({ min: 1, max: 2000 }),
    fc.integer({ min: 8, max: 20 }),
  )
  .map(([west, south, width, height, zoom]) => ({
    zoom,
    bbox: [west / 1e4, south / 1e4, (west + width) / 1e4, (south + height) / 1e4],
  }));
const question: fc.Arbitrary<Question> = fc.record({
  filter,
  viewport: fc.option(viewport, { freq: 4 }),
  bins: fc.integer({ min: 1, max: 600 }),
  span: fc.option(span),
});

const { signal } = new AbortController();

describe('the two makers of a view', () => {
  it('hold the same data', () => {
    expect(holding.head).toMatchObject({ incidents: 701, held: true });
    expect(columns.size).toBe(holding.head.versions);
  });

  it('say the same of any filter and any part of the map', async () => {
    await fc.assert(
      fc.asyncProperty(question, async (asked) => {
        const [ours, theirs] = [
          await held.ask(asked, signal),
          await serverSource.ask(asked, signal),
        ];
        expect(comparable(ours)).toEqual(comparable(theirs));
      }),
      { numRuns: RUNS },
    );
  });

  it('go through a list page by page in the same order', async () => {
    const list = { filter: EVERYTHING, bbox: null, placed: true };
    const theirs = await serverSource.page(list, 0, null);
    const link = theirs.links.find(({ rel }) => rel === 'next')?.href ?? null;
    for (const [index, page] of [theirs, await serverSource.page(list, 1, link)].entries()) {
      const ours = await held.page(list, index, null);
      expect(ours.features.map(listed)).toEqual(page.features.map(listed));
      expect(ours.numberMatched).toBe(page.numberMatched);
    }
  });

  it('find the same at one place, and the same days on which something became known', async () => {
    const first = (await held.page({ filter: EVERYTHING, bbox: null, placed: true }, 0, null))
      .features[0];
    const [longitude, latitude] = first?.geometry?.coordinates ?? [0, 0];
    expect(first?.geometry).not.toBeNull();
    const list = placeList(EVERYTHING, longitude, latitude);
    const ours = await held.page(list, 0, null);
    const theirs = await serverSource.page(list, 0, null);
    expect(ours.features.map(({ id }) => id)).toContain(first?.id);
    expect(ours.features.map(listed)).toEqual(theirs.features.map(listed));
    expect(await held.knownDays()).toEqual(await serverSource.knownDays());
  });

  it('need no request where no words are asked for', () => {
    for (const asked of fc.sample(question, 30)) {
      const needsWords = asked.filter.text !== null && asked.filter.text !== '—';
      expect(held.answersAtOnce(asked)).toBe(!needsWords);
    }
  });
});

const EVERYTHING: Filter = {
  within: null,
  datetime: null,
  categories: null,
  verifications: null,
  text: null,
  asOf: Infinity,
};

/** All that the page shows of an answer. */
function comparable({ key, view, list, unplaced }: Answer) {
  const { timeStamp: _now, ...seen } = view as Answer['view'] & { timeStamp?: string };
  const page = ({ features, numberMatched, revision, links }: Answer['list']) => ({
    features: features.map(listed),
    numberMatched,
    revision,
    hasMore: links.some(({ rel }) => rel === 'next'),
  });
  return { key, view: seen, list: page(list), unplaced: page(unplaced) };
}

/** What a row of the list shows. */
function listed({ id, geometry, properties }: ListedIncident) {
  const { title, category, verification, occurredAt, latestAt, timePrecision, place } = properties;
  const { locationPrecision, uncertaintyMeters, synthetic, accounts } = properties;
  return {
    id,
    geometry,
    ...{ title, category, verification, occurredAt, latestAt, timePrecision, place },
    ...{ locationPrecision, uncertaintyMeters, synthetic, accounts: accounts.length },
  };
}
