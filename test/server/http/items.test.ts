import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, incident } from '../made-incidents.ts';
import { type Answer, ITEMS, json, problem } from './requests.ts';
import { startTestServer, type TestServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ SEED: 'first', PUBLIC_URL: 'https://map.example.org' });
});
afterAll(() => server.stop());

const ids = (answer: Answer): string[] => answer.features.map((f: Answer) => f.id);

describe('GET items', () => {
  it('answers GeoJSON with true counts and links made from PUBLIC_URL', async () => {
    const response = await server.get(`${ITEMS}?limit=5&category=protest,vigil`);
    expect(response.headers.get('content-type')).toBe('application/geo+json');
    const page = await response.json();
    expect(page).toMatchObject({ type: 'FeatureCollection', numberReturned: 5 });
    expect(page.features).toHaveLength(5);
    expect(page.numberMatched).toBeGreaterThan(5);
    expect(Date.parse(page.timeStamp)).not.toBeNaN();
    const rels = page.links.map((link: Answer) => link.rel);
    expect(rels).toEqual(['self', 'alternate', 'next']);
    for (const { href } of page.links) expect(href).toMatch(/^https:\/\/map\.example\.org\//);
    expect(page.links[1].href).toBe('https://map.example.org/?category=protest%2Cvigil');
  });

  it.each(['', '&sortby=-occurredAt', '&category=protest', '&placed=false'])(
    'next links cover everything once, in order (%s)',
    async (filter) => {
      const seen: string[] = [];
      const times: number[] = [];
      let path: string | undefined = `${ITEMS}?limit=7${filter}`;
      let matched = 0;
      while (path !== undefined) {
        const page: Answer = await json(server, path);
        seen.push(...ids(page));
        times.push(...page.features.map((f: Answer) => Date.parse(f.properties.occurredAt)));
        matched = page.numberMatched;
        const next = page.links.find((link: Answer) => link.rel === 'next')?.href;
        path = next?.replace('https://map.example.org', '');
      }
      expect(seen).toHaveLength(matched);
      expect(new Set(seen).size).toBe(matched);
      const inOrder = [...times].sort((a, b) => (filter.includes('-occ') ? b - a : a - b));
      expect(times).toEqual(inOrder);
    },
  );

  it('clamps a limit above the maximum', async () => {
    const page = await json(server, `${ITEMS}?limit=1000000`);
    expect(page.numberReturned).toBe(page.numberMatched);
  });

  it('finds an incident whose hour is not known by a window of its evening', async () => {
    const window = '2026-01-14T18:00:00-06:00/2026-01-14T23:00:00-06:00';
    const page = await json(server, `${ITEMS}?datetime=${window}`);
    expect(ids(page)).toContain('2026-01-14-family-vehicle');
    expect(ids(page)).toContain('2026-01-14-north-shooting');
  });

  it('finds by words, and takes operators as words', async () => {
    expect((await json(server, `${ITEMS}?q=renee+good`)).numberMatched).toBeGreaterThan(0);
    expect((await json(server, `${ITEMS}?q=xyzzy+OR+vigil`)).numberMatched).toBe(0);
  });

  it('answers as things were known then', async () => {
    const path = `${ITEMS}/2026-01-14-north-shooting`;
    const then = await json(server, `${path}?asOf=2026-01-14`);
    const today = await json(server, path);
    expect(then.properties.verification).toBe('unverified');
    expect(then.properties.accounts.length).toBeLessThan(today.properties.accounts.length);
    await problem(await server.get(`${path}?asOf=2026-01-01`), 404);
  });

  it('gives an item its links', async () => {
    const item = await json(server, `${ITEMS}/2026-01-14-north-shooting`);
    expect(item.links).toContainEqual({
      rel: 'self',
      type: 'application/geo+json',
      href: `https://map.example.org${ITEMS}/2026-01-14-north-shooting`,
    });
  });

  it('answers 304 to who has this revision', async () => {
    for (const path of [ITEMS, `${ITEMS}/2026-01-14-north-shooting`, '/api/collections']) {
      const tag = (await server.get(path)).headers.get('etag') ?? '';
      expect(tag).toMatch(/^W\/"/);
      const again = await server.get(path, { headers: { 'If-None-Match': `"x", ${tag}` } });
      expect(again.status).toBe(304);
      expect(again.headers.get('etag')).toBe(tag);
    }
  });

  it('answers 404 for what is not there, whatever the client has', async () => {
    const tag = (await server.get(ITEMS)).headers.get('etag') ?? '';
    for (const known of [tag, '*']) {
      const response = await server.get(`${ITEMS}/nothing`, {
        headers: { 'If-None-Match': known },
      });
      await problem(response, 404);
    }
  });

  it('gives only the properties that are asked for, page after page', async () => {
    const path = `${ITEMS}?properties=title,arrests,photos&limit=3`;
    const page = await json(server, path);
    const whole = await json(server, `${ITEMS}?limit=3`);
    expect(page.numberMatched).toBe(whole.numberMatched);
    expect(page.features).toEqual(
      whole.features.map(({ type, id, geometry, properties }: Answer) => {
        const { title, arrests } = properties;
        return { type, id, geometry, properties: { title, arrests } };
      }),
    );
    const next = page.links.find(({ rel }: Answer) => rel === 'next').href;
    const [following] = (await json(server, next.replace('https://map.example.org', ''))).features;
    expect(Object.keys(following.properties)).toEqual(['title', 'arrests']);
    const map = page.links.find(({ rel }: Answer) => rel === 'alternate').href;
    expect(map).toBe('https://map.example.org/');
  });

  it.each(['', 'title,', 'title,nothing', '__proto__', '$.title', 'accounts.by'])(
    'refuses %j as names of properties',
    async (names) => {
      const { errors } = await problem(await server.get(`${ITEMS}?properties=${names}`), 400);
      expect(errors[0].parameter).toBe('properties');
    },
  );

  it('names every parameter that is wrong', async () => {
    const path = `${ITEMS}?bbox=1,2,3&limit=0&cursor=x&sortby=title`;
    const { errors } = await problem(await server.get(path), 400);
    expect(errors.map((e: Answer) => e.parameter)).toEqual(['bbox', 'limit', 'cursor', 'sortby']);
  });

  it('refuses a cursor with one letter changed', async () => {
    const page = await json(server, `${ITEMS}?limit=1`);
    const next = new URL(page.links.find((link: Answer) => link.rel === 'next').href);
    const cursor = next.searchParams.get('cursor') ?? '';
    const forged = cursor.slice(0, 5) + (cursor[5] === 'A' ? 'B' : 'A') + cursor.slice(6);
    await problem(await server.get(`${ITEMS}?cursor=${forged}`), 400);
  });
});

describe('a window of time', () => {
  let small: TestServer;
  const lasting = {
    occurredAt: '2026-01-14T12:00:00-06:00',
    endedAt: '2026-01-14T14:00:00-06:00',
  };
  beforeAll(async () => {
    small = await startTestServer({}, [
      incident({ id: 'lasts', geometry: at(-93.265, 44.978), properties: lasting }),
    ]);
  });
  afterAll(() => small.stop());

  it.each([
    ['2026-01-14T11:00:00-06:00/2026-01-14T12:00:00-06:00', 1],
    ['2026-01-14T14:00:00-06:00/2026-01-14T15:00:00-06:00', 1],
    ['2026-01-14T13:00:00-06:00', 1],
    ['2026-01-14', 1],
    ['../2026-01-14T12:00:00-06:00', 1],
    ['2026-01-14T11:00:00-06:00/2026-01-14T11:59:59-06:00', 0],
    ['2026-01-14T14:00:01-06:00/..', 0],
  ])('%s finds %i: both ends count', async (datetime, count) => {
    expect((await json(small, `${ITEMS}?datetime=${datetime}`)).numberMatched).toBe(count);
    expect((await json(small, `/api/view?datetime=${datetime}`)).matched).toBe(count);
  });

  it('counts a point on the edge of a box', async () => {
    const page = await json(small, `${ITEMS}?bbox=-93.265,44.978,-93.265,44.978`);
    expect(page.numberMatched).toBe(1);
  });
});
