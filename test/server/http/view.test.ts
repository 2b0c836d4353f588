import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, ITEMS, json, problem } from './requests.ts';
import { startTestServer, type TestServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ SEED: 'first' });
});
afterAll(() => server.stop());

const CITY = 'bbox=-93.4,44.8,-93.1,45.1';

function shown(view: Answer): number {
  return view.features.reduce(
    (sum: number, { properties }: Answer) =>
      sum + (properties.cluster ? properties.point_count : 1),
    0,
  );
}

describe('GET /api/view', () => {
  it.each([0, 8, 11, 13.5, 16, 20])('marks add up to what is matched, at zoom %d', async (zoom) => {
    const view = await json(server, `/api/view?${CITY}&zoom=${zoom}`);
    expect(shown(view)).toBe(view.matched);
    expect(view.matchedAnywhere).toBe(view.matched + view.unplaced);
  });

  it.each(['', '&category=protest', '&verification=disputed&q=ice', '&asOf=2026-01-15'])(
    'agrees with the items under the same filters (%s)',
    async (filter) => {
      const view = await json(server, `/api/view?${CITY}${filter}`);
      const placed = await json(server, `${ITEMS}?${CITY}${filter}&limit=1`);
      const unplaced = await json(server, `${ITEMS}?placed=false${filter}&limit=1`);
      expect(view.matched).toBe(placed.numberMatched);
      expect(view.unplaced).toBe(unplaced.numberMatched);
      expect(view.revision).toBe(placed.revision);
    },
  );

  it('says of a single incident what the map needs', async () => {
    const view = await json(server, `/api/view?${CITY}&zoom=20&q=renee+good&category=shooting`);
    const single = view.features.find((f: Answer) => !f.properties.cluster);
    expect(single).toMatchObject({
      type: 'Feature',
      id: expect.stringMatching(/^2026-/),
      geometry: { type: 'Point' },
      properties: { cluster: false, category: 'shooting', title: expect.any(String) },
    });
    expect(single.properties).not.toHaveProperty('accounts');
  });

  it('says of a cluster what it is made of', async () => {
    const view = await json(server, `/api/view?${CITY}&zoom=9`);
    const { properties } = view.features.find((f: Answer) => f.properties.cluster);
    const sum = (counts: Record<string, number>) =>
      Object.values(counts).reduce((total, count) => total + count, 0);
    expect(sum(properties.categories)).toBe(properties.point_count);
    expect(sum(properties.verifications)).toBe(properties.point_count);
    expect(properties.expansion_zoom).toBeGreaterThan(9);
    expect(properties.point_count_abbreviated).toBe(String(properties.point_count));
  });

  it('counts every incident once in the timeline, filters of time aside', async () => {
    const all = await json(server, '/api/view?bins=24');
    const day = await json(server, '/api/view?bins=24&datetime=2026-01-14');
    const bars = Object.values(all.timeline.byCategory as Record<string, number[]>);
    expect(bars.flat().reduce((sum, count) => sum + count, 0)).toBe(all.matchedAnywhere);
    expect(bars.every((counts) => counts.length <= 24)).toBe(true);
    expect(day.timeline).toEqual(all.timeline);
    expect(Date.parse(all.timeline.to)).toBeGreaterThan(Date.parse(all.timeline.from));
  });

  it('writes at most 7 decimals', async () => {
    const view = await json(server, `/api/view?${CITY}&zoom=9`);
    const numbers = view.features.flatMap((f: Answer) => f.geometry.coordinates);
    for (const number of numbers) expect(String(number)).toMatch(/^-?\d+(\.\d{1,7})?$/);
  });

  it('answers 304 to who has this revision', async () => {
    const path = `/api/view?${CITY}&q=good`;
    const first = await server.get(path);
    expect(first.headers.get('cache-control')).toBe('no-cache');
    const tag = first.headers.get('etag') ?? '';
    expect((await server.get(path, { headers: { 'If-None-Match': tag } })).status).toBe(304);
  });

  it.each(['zoom=NaN', 'zoom=21', 'zoom=-1', 'zoom=1e1', 'bins=0', 'bins=1001', 'placed=true'])(
    'refuses %s by name',
    async (parameter) => {
      const { errors } = await problem(await server.get(`/api/view?${parameter}`), 400);
      expect(errors).toMatchObject([{ parameter: parameter.split('=')[0], code: 'invalid' }]);
    },
  );
});
