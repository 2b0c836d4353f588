import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askSide, countSide } from '../../../client/compare/ask-side.ts';
import { totalOf } from '../../../client/compare/sides.ts';
import { type Filter, NO_FILTER } from '../../../client/state/state.ts';
import { serverSource } from '../../../client/view-source/server-source.ts';
import { startTestServer, type TestServer } from '../../server/http/test-server.ts';
import { at, incident } from '../../server/made-incidents.ts';

/** A side of a comparison, as a server with incidents in, beside and without a drawn area gives it. */
const { fetch: realFetch } = globalThis;
const { signal } = new AbortController();
const corners = [
  [-93.28, 44.96],
  [-93.25, 44.96],
  [-93.25, 44.99],
] as const;
let server: TestServer;

beforeAll(async () => {
  const unplaced = { locationPrecision: 'city', uncertaintyMeters: null } as const;
  server = await startTestServer({}, [
    incident({ id: 'within', geometry: at(-93.255, 44.97) }),
    incident({ id: 'beside', geometry: at(-93.3, 44.92) }),
    incident({ id: 'without', geometry: null, properties: unplaced }),
  ]);
  // In a browser, paths are resolved against the page.
  globalThis.fetch = (path, init) => realFetch(new URL(String(path), server.url), init);
});
afterAll(async () => {
  globalThis.fetch = realFetch;
  await server.stop();
});

describe('a side of a comparison', () => {
  it.each<[string, Filter, string[]]>([
    ['all of the city', NO_FILTER, ['beside', 'within', 'without']],
    ['a drawn area', { ...NO_FILTER, within: corners }, ['within', 'without']],
  ])('lists each record that it counts of %s, with and without a place', async (_, filter, ids) => {
    const { view, records } = await askSide(serverSource, filter, signal);
    expect(records?.map(({ id }) => id).sort()).toEqual(ids);
    expect(totalOf(view)).toBe(ids.length);
    expect(await countSide(serverSource, filter, signal)).toHaveLength(ids.length);
  });
});
