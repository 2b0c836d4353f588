import { once } from 'node:events';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manyIncidents } from '../made-incidents.ts';
import { ITEMS, json, problem } from './requests.ts';
import { startTestServer, type TestServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({}, manyIncidents(12_000));
});
afterAll(() => server.stop());

describe('downloads', () => {
  it.each(['', '?category=protest', '?datetime=2020-01-01/2021-01-01&placed=true', '?q=xyzzy'])(
    'hold exactly what items counts (%s)',
    async (filter) => {
      const { numberMatched } = await json(server, `${ITEMS}${filter}`);
      const response = await server.get(`/api/incidents.geojson${filter}`);
      expect(response.headers.get('content-type')).toBe('application/geo+json');
      expect(response.headers.get('content-disposition')).toBe(
        `attachment; filename="minneapolis-incidents${filter && '-filtered'}.geojson"`,
      );
      const collection = await response.json();
      expect(collection.type).toBe('FeatureCollection');
      expect(collection.features).toHaveLength(numberMatched);
      const lines = await (await server.get(`/api/incidents.geojsonl${filter}`)).text();
      const features = lines
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line));
      expect(features).toEqual(collection.features);
    },
  );

  it.each([
    ['bbox=-93.3,44.9,-93.2,45&placed=true', '-in-view'],
    ['placed=false', '-without-place'],
  ])('are named apart for all and for a part (%s)', async (query, part) => {
    const response = await server.get(`/api/incidents.geojson?${query}`);
    await response.arrayBuffer();
    expect(response.headers.get('content-disposition')).toContain(
      `minneapolis-incidents${part}.geojson`,
    );
  });

  it('stop when the client goes away', async () => {
    const sent = request(`${server.url}/api/incidents.geojson`);
    sent.on('error', () => undefined).end();
    const [response] = await once(sent, 'response');
    await once(response, 'data');
    sent.destroy();
    expect((await server.get('/api/view')).status).toBe(200);
    expect(server.log.join()).not.toContain('failed');
  });

  it('wait for a slow client without keeping the whole in memory', async () => {
    const sent = request(`${server.url}/api/incidents.geojson`);
    sent.end();
    const [response] = await once(sent, 'response');
    response.pause();
    await new Promise((resolve) => setTimeout(resolve, 300));
    let bytes = 0;
    response.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
    });
    await once(response.resume(), 'end');
    expect(bytes).toBeGreaterThan(5_000_000);
  });

  it('tell of wrong parameters before the first byte', async () => {
    await problem(await server.get('/api/incidents.geojson?limit=5'), 400);
    await problem(await server.get('/api/incidents.geojsonl?bbox=1'), 400);
  });

  it('are there in these formats only', async () => {
    for (const extension of ['csv', 'xlsx', '__proto__', '']) {
      await problem(await server.get(`/api/incidents.${extension}`), 404);
    }
  });
});
