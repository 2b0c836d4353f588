import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { areaOf, writeArea } from '../../../data/geo/area.ts';
import { syntheticIncidents } from '../../../data/synthetic/incident.ts';
import { plainlyHas } from '../../data/geo/areas.ts';
import { at, incident } from '../made-incidents.ts';
import { type Answer, ITEMS, json } from './requests.ts';
import { startTestServer, type TestServer } from './test-server.ts';

/** Every read that takes a drawn area says the same of it, points on its edge included. */

const EDGE = [
  incident({ id: 'on-a-corner', geometry: at(-93.31, 45) }),
  incident({ id: 'on-the-level-edge', geometry: at(-93.25, 44.94) }),
  incident({ id: 'beside-the-level-edge', geometry: at(-93.25, 44.9399999) }),
  incident({ id: 'on-the-slanting-edge', geometry: at(-93.26, 44.97) }),
  incident({ id: 'beside-the-slanting-edge', geometry: at(-93.26, 44.9700001) }),
  incident({ id: 'nowhere', geometry: null, properties: { category: 'court_decision' } }),
];
const AREA = [
  [-93.31, 44.94],
  [-93.2, 44.94],
  [-93.21, 45.02],
  [-93.31, 45],
  [-93.29, 44.94 + 0.00001],
] as const;
/** Its slanting edge runs from (−93.3, 44.99) to (−93.22, 44.95), through (−93.26, 44.97). */
const TRIANGLE = [
  [-93.3, 44.94],
  [-93.22, 44.94],
  [-93.22, 44.95],
  [-93.3, 44.99],
] as const;

let server: TestServer;
let drafts: ReturnType<typeof syntheticIncidents>;
beforeAll(async () => {
  drafts = [...syntheticIncidents(23, 0, 1500), ...EDGE];
  server = await startTestServer({ PUBLIC_URL: 'https://map.example.org' }, drafts);
});
afterAll(() => server.stop());

function queryOf(corners: readonly (readonly [number, number])[]): string {
  const area = areaOf(corners);
  if (typeof area === 'string') throw new Error(area);
  return new URLSearchParams({ within: writeArea(area) }).toString();
}

describe('a drawn area', () => {
  it.each([
    ['with a bay', AREA],
    ['with a slanting edge', TRIANGLE],
  ])('%s holds the same incidents in every answer', async (_, corners) => {
    const expected = drafts
      .filter(({ geometry }) => geometry && plainlyHas(corners, geometry.coordinates))
      .map(({ id }) => id)
      .sort();
    expect(expected.length).toBeGreaterThan(20);
    const query = queryOf(corners);

    const items = await json(server, `${ITEMS}?${query}&limit=1000`);
    expect(idsOf(items)).toEqual(expected);
    expect(items.numberMatched).toBe(expected.length);
    expect(idsOf(await json(server, `/api/incidents.geojson?${query}`))).toEqual(expected);

    const view = await json(server, `/api/view?${query}&zoom=12`);
    const all = await json(server, '/api/view?zoom=12');
    expect(view).toMatchObject({ matched: expected.length, unplaced: all.unplaced });
    expect(view.matchedAnywhere).toBe(expected.length + all.unplaced);
    const marks = view.features.map(({ properties }: Answer) => properties.point_count ?? 1);
    expect(marks.reduce((sum: number, count: number) => sum + count, 0)).toBe(expected.length);
    const changed = await everyChange(`/api/changes?${query}&limit=1000`);
    expect([...new Set(changed)].sort()).toEqual(expected);
  });

  it('counts its edge in, and not what lies 1 cm beside it', async () => {
    const ids = idsOf(await json(server, `${ITEMS}?${queryOf(TRIANGLE)}&limit=1000`));
    expect(ids).toEqual(expect.arrayContaining(['on-the-level-edge', 'on-the-slanting-edge']));
    expect(ids).not.toContain('beside-the-level-edge');
    expect(ids).not.toContain('beside-the-slanting-edge');
    expect(ids).not.toContain('nowhere');
  });

  it('goes together with a box and with every other filter', async () => {
    const query = `${queryOf(AREA)}&bbox=-93.28,44.95,-93.2,45&category=protest,other&asOf=2024-06-01`;
    const items = await json(server, `${ITEMS}?${query}&limit=1000`);
    const view = await json(server, `/api/view?${query}&zoom=13`);
    expect(items.numberMatched).toBeGreaterThan(0);
    expect(view.matched).toBe(items.numberMatched);
  });

  it('stays in the links of an answer and of the feed', async () => {
    const query = queryOf(TRIANGLE);
    const items = await json(server, `${ITEMS}?${query}&limit=5`);
    const links = Object.fromEntries(items.links.map(({ rel, href }: Answer) => [rel, href]));
    const within = new URLSearchParams(query).get('within');
    for (const rel of ['self', 'next', 'alternate']) {
      expect(new URL(links[rel]).searchParams.get('within'), rel).toBe(within);
    }
    const { pathname, search } = new URL(links.next);
    const next = await json(server, pathname + search);
    expect(next.numberMatched).toBe(items.numberMatched);
    const feed = await (await server.get(`/api/incidents.atom?${query}`)).text();
    expect(feed).toContain(`/?${query.replaceAll('&', '&amp;')}#changes`);
    const entries = [...feed.matchAll(/\?incident=([\w-]+)/g)].map(([, id]) => id);
    const ids = new Set(idsOf(await json(server, `${ITEMS}?${query}&limit=1000`)));
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.every((id) => ids.has(id as string))).toBe(true);
  });

  it('is not answered with what was kept of another area', async () => {
    const [one, other] = [queryOf(TRIANGLE), queryOf(AREA)];
    const first = await json(server, `/api/view?${one}&zoom=11`);
    const second = await json(server, `/api/view?${other}&zoom=11`);
    expect(second.matched).not.toBe(first.matched);
    expect((await json(server, `/api/view?${one}&zoom=11`)).matched).toBe(first.matched);
  });
});

function idsOf(collection: Answer): string[] {
  return collection.features.map(({ id }: Answer) => id).sort();
}

async function everyChange(path: string): Promise<string[]> {
  const { days, links } = await json(server, path);
  const ids = days.flatMap(({ changes }: Answer) => changes.map((c: Answer) => c.incidentId));
  const next = links.find(({ rel }: Answer) => rel === 'next')?.href;
  return next
    ? [...ids, ...(await everyChange(new URL(next).pathname + new URL(next).search))]
    : ids;
}
