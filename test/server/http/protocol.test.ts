import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { buffer, text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, ITEMS, json, problem } from './requests.ts';
import { startTestServer, type TestServer } from './test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const READS = [
  '/api',
  '/api/openapi.json',
  '/api/docs',
  '/api/conformance',
  '/api/collections',
  '/api/collections/incidents',
  '/api/collections/incidents/schema',
  `${ITEMS}/x`,
  '/api/view',
  '/api/incidents.geojson',
  '/api/incidents.geojsonl',
  '/healthz',
  '/readyz',
];

const HEADS = [
  '/api',
  '/api/openapi.json',
  '/api/docs',
  '/api/collections/incidents',
  ITEMS,
  `${ITEMS}?limit=1`,
  '/api/view',
  '/api/view/rows',
  '/api/view/known',
  '/api/changes',
  '/api/incidents.atom',
  '/api/incidents.geojson',
  '/healthz',
  '/',
  '/moderation',
  '/assets/map-Ab12Cd34.js',
  '/nope',
];

/** @returns what tells how the answer is sent, less what differs from one answer to the next. */
async function headersOf(of: TestServer, method: string, path: string, accepted: string) {
  const { port } = new URL(of.url);
  const sent = request({ port, path, method, headers: { 'Accept-Encoding': accepted } });
  const [response]: IncomingMessage[] = await once(sent.end(), 'response');
  const body = await buffer(response as IncomingMessage);
  if (method === 'HEAD') expect(body, path).toHaveLength(0);
  const { date: _, 'transfer-encoding': chunked, ...headers } = response?.headers ?? {};
  // What is sent in chunks has no length that HEAD could tell.
  if (chunked !== undefined) expect(headers).not.toHaveProperty('content-length');
  return { ...headers, ':status': response?.statusCode };
}

describe('every path', () => {
  it.each([...READS, ITEMS, '/api/reports/x', '/api/moderation/session', '/', '/moderation'])(
    '%s refuses a method that it has not, and says which it has',
    async (path) => {
      const response = await server.get(path, { method: 'PATCH' });
      expect(response.headers.get('allow')).toMatch(/GET, HEAD/);
      expect(await problem(response, 405)).toMatchObject({ code: 'wrong_method' });
    },
  );

  it.each([...READS, ITEMS])('%s answers OPTIONS', async (path) => {
    const response = await server.get(path, { method: 'OPTIONS' });
    expect(response.status).toBe(204);
    expect(response.headers.get('allow')).toMatch(/^GET, HEAD/);
  });

  it.each([...READS, ITEMS, '/api/reports/x'])('%s refuses an unknown parameter', async (path) => {
    const { errors } = await problem(await server.get(`${path}?debug=1`), 400);
    expect(errors).toMatchObject([{ parameter: 'debug', code: 'invalid' }]);
  });

  it('refuses a parameter sent twice, or by the thousand', async () => {
    await problem(await server.get('/api/view?zoom=1&zoom=2'), 400);
    const many = Array.from({ length: 1000 }, (_, i) => `p${i}=1`).join('&');
    await problem(await server.get(`${ITEMS}?${many}`), 400);
  });

  it('may begin with two slashes', async () => {
    for (const path of ['//', '//?lang=es']) {
      expect((await server.get(path)).status, path).toBe(200);
    }
  });

  it.each(['identity', 'gzip, br', 'gzip;q=1'])(
    'answers HEAD with the headers of GET to who accepts %s, without a body',
    async (accepted) => {
      const full = await startTestServer({ SEED: 'first' });
      for (const path of HEADS) {
        const [head, get] = [
          await headersOf(full, 'HEAD', path, accepted),
          await headersOf(full, 'GET', path, accepted),
        ];
        expect(head, path).toEqual(get);
        expect(head[':status'], path).toBe(path === '/nope' ? 404 : 200);
      }
      await full.stop();
    },
  );

  it('does not echo TRACE', async () => {
    const { port } = new URL(server.url);
    const sent = request({ port, path: ITEMS, method: 'TRACE', headers: { 'X-Probe': 'echo-me' } });
    const [response] = await once(sent.end(), 'response');
    expect(response.statusCode).toBe(405);
    expect(await text(response)).not.toContain('echo-me');
  });

  it('answers a body that is announced too large before it comes, and closes', async () => {
    const { port } = new URL(server.url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(
      `POST ${ITEMS} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9999999999\r\n\r\n0123456789`,
    );
    const answer = await text(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('Connection: close');
  });

  it('answers a body that is too large to who reads nothing until all of it is sent', async () => {
    const { port } = new URL(server.url);
    const socket = connect(Number(port), '127.0.0.1').pause();
    const part = Buffer.alloc(2 * 1024 * 1024);
    const parts = 12;
    socket.write(
      `POST ${ITEMS} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${part.length * parts}\r\n\r\n`,
    );
    for (let sent = 0; sent < parts; sent++) {
      await new Promise<void>((resolve, reject) => {
        socket.write(part, (error) => (error ? reject(error) : resolve()));
      });
      await pause(120);
    }
    const answer = await text(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('The body is over 256 KiB.');
  });
});

describe('what is not there', () => {
  it.each(['/api/nope', '/api/collections/secrets/items', '/api/incidents.xlsx', `${ITEMS}/a%2Fb`])(
    '%s is a problem document under /api',
    async (path) => {
      await problem(await server.get(path), 404);
    },
  );

  it.each([`${ITEMS}/%E0%A4%A`, `${ITEMS}/a%00`, `${ITEMS}/..%2f..%2fetc%2fpasswd`])(
    '%s is no failure of the server',
    async (path) => {
      const { status } = await server.get(path);
      expect([400, 404]).toContain(status);
      expect(server.log.join()).not.toContain('failed');
    },
  );
});

describe('headers', () => {
  it('allow nothing inline, and no other host', async () => {
    for (const path of ['/', '/moderation', ITEMS, '/nope', '/api/nope']) {
      const { headers } = await server.get(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("style-src 'self';");
      expect(policy).not.toMatch(/unsafe|https?:|upgrade-insecure-requests/);
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('permissions-policy')).toContain('geolocation=(self)');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('strict-transport-security')).toBeNull();
      expect(headers.get('set-cookie')).toBeNull();
    }
  });

  it('tell a browser to stay with https where the map is public over it, and with nothing below it', async () => {
    const secure = await startTestServer({ PUBLIC_URL: 'https://map.example.org' });
    const { headers } = await secure.get('/');
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
    expect(headers.get('content-security-policy')).toContain('upgrade-insecure-requests');
    await secure.stop();
  });

  it('let any site read what is public, errors too', async () => {
    for (const path of [...READS.filter((p) => p.startsWith('/api')), '/api/nope']) {
      const { headers } = await server.get(path);
      expect(headers.get('access-control-allow-origin'), path).toBe('*');
    }
  });

  it('never repeat what a request says of its host', async () => {
    const headers = { 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'javascript' };
    const body = await (await server.get(ITEMS, { headers })).text();
    expect(body).not.toMatch(/evil\.example|javascript:/);
  });
});

describe('the landing page', () => {
  it('leads to everything by links that answer', async () => {
    const landing = await json(server, '/api');
    const { collections } = await json(server, '/api/collections');
    const links = [...landing.links, ...collections[0].links];
    expect(links.length).toBeGreaterThan(6);
    for (const { href, type } of links as Answer[]) {
      const response = await server.get(href.replace(server.publicUrl, ''));
      expect(response.status, href).toBe(200);
      expect(response.headers.get('content-type')).toContain(type);
    }
  });

  it('claims the classes that these tests hold it to', async () => {
    const { conformsTo } = await json(server, '/api/conformance');
    expect(conformsTo).toEqual([
      'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core',
      'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson',
      'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30',
    ]);
  });

  it('gives the extent of a collection that has any', async () => {
    const full = await startTestServer({ SEED: 'first' });
    const { extent } = await json(full, '/api/collections/incidents');
    const [west, south, east, north] = extent.spatial.bbox[0];
    expect(west).toBeLessThan(east);
    expect(south).toBeLessThan(north);
    expect(extent.temporal.interval[0][0]).toMatch(/^2025-12-03T/);
    await full.stop();
  });

  it('gives none of an empty one', async () => {
    expect(await json(server, '/api/collections/incidents')).not.toHaveProperty('extent');
  });
});

describe('pages', () => {
  it('are the map and the queue, asked anew each time', async () => {
    const map = await server.get('/?datetime=2026-01-14&map=12/44.97/-93.26');
    expect(map.headers.get('cache-control')).toBe('no-cache');
    expect(await map.text()).toContain('The map');
    expect(await (await server.get('/moderation')).text()).toContain('The queue');
  });

  it.each([
    ['/', true],
    ['/?map=12/44.97/-93.26&lang=es', true],
    ['/?category=vigil', false],
  ])('of %s says in its head what the map asks first: %s', async (address, isSaid) => {
    const page = await (await server.get(address)).text();
    expect(page.includes('href="/api/view?bins=120"')).toBe(isSaid);
  });

  it('bring hashed files that are kept for ever', async () => {
    const { headers } = await server.get('/assets/map-Ab12Cd34.js');
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(headers.get('content-type')).toContain('text/javascript');
  });

  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['identity', null],
  ])('bring them to who accepts %s as %s, and the same for all', async (accepted, encoding) => {
    const file = '/assets/map-Ab12Cd34.js';
    const response = await server.get(file, { headers: { 'Accept-Encoding': accepted } });
    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(response.headers.get('vary')).toContain('Accept-Encoding');
    expect(response.headers.get('content-type')).toContain('text/javascript');
    expect(response.headers.get('cache-control')).toContain('immutable');
    expect(await response.text()).toMatch(/^export const map = \[1, .*\];$/);
  });

  it.each(['/nope', '/.env', '/assets/.secret', '/assets/nope.js', '/package.json', '/index.html'])(
    '%s is not found, and says so to a person',
    async (path) => {
      const response = await server.get(path);
      expect(response.status).toBe(404);
      expect(response.headers.get('content-type')).toContain('text/html');
      expect(await response.text()).toContain('Open the map');
    },
  );

  it('serve no file from outside', async () => {
    for (const path of [
      '/assets/..%2findex.html',
      '/assets/..%2f..%2fpackage.json',
      '/..%2f.env',
    ]) {
      expect([400, 403, 404]).toContain((await server.get(path)).status);
    }
  });
});
