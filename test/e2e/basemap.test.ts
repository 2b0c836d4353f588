import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startForTest } from '../running-server.ts';
import { oneTileArchive } from './basemap-archive.ts';
import { MapPage } from './map-page.ts';
import { newVisitor, openBrowser, type Visitor } from './visitor.ts';

/** Whoever runs the map may draw a basemap of their own under it; the map never depends on it. */
let folder: string;
let browser: Browser;
let server: RunningServer | null = null;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'incident-map-basemap-'));
  browser = await openBrowser();
});

afterEach(async () => {
  await server?.stop();
  server = null;
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

/** Opens the map of a server with these settings. @returns every address it asked for. */
async function open(environment: Record<string, string>) {
  server = await startForTest({ SEED: 'first', ...environment });
  const visitor = await newVisitor(browser, server.origin);
  const asked: { path: string; status: number }[] = [];
  visitor.page.on('response', (response) => {
    asked.push({ path: new URL(response.url()).pathname, status: response.status() });
  });
  const map = new MapPage(visitor.page);
  await map.open(server.origin);
  return { visitor, map, asked };
}

async function credit({ page }: Visitor): Promise<string> {
  return (await page.locator('.attribution').first().textContent()) ?? '';
}

describe('a PMTiles file of the host', () => {
  it('whose reader does not come leaves the map on the embedded basemap', async () => {
    const file = join(folder, 'unread.pmtiles');
    writeFileSync(file, oneTileArchive());
    const { visitor, map } = await open({ BASEMAP_PMTILES: file });
    visitor.allow(/ERR_FAILED/);
    await visitor.page.route('**/assets/hosted-basemap-*.js', (route) => route.abort());
    await map.open(visitor.page.url());
    expect(await credit(visitor)).toContain('City of Minneapolis');
    visitor.expectQuiet();
    await visitor.context.close();
  });

  it('is read in ranges from this server, and drawn with its credit', async () => {
    const file = join(folder, 'whole.pmtiles');
    writeFileSync(file, oneTileArchive());
    const { visitor, asked } = await open({ BASEMAP_PMTILES: file });
    const ranges = asked.filter(({ path }) => path === '/basemap.pmtiles');
    expect(ranges.length).toBeGreaterThan(0);
    expect(new Set(ranges.map(({ status }) => status))).toEqual(new Set([206]));
    expect(asked.filter(({ path }) => /streets|parks/.test(path))).toEqual([]);
    expect(await credit(visitor)).toContain('OpenStreetMap');
    await visitor.picture('wide-pmtiles');
    visitor.expectQuiet();
  });

  it('that is broken behind its header leaves the map on the embedded basemap', async () => {
    const file = join(folder, 'broken.pmtiles');
    writeFileSync(file, oneTileArchive().fill(0xff, 127));
    const { visitor, map } = await open({ BASEMAP_PMTILES: file });
    expect(await credit(visitor)).toContain('City of Minneapolis');
    await expect.poll(() => map.marks.count()).toBeGreaterThan(5);
    visitor.expectQuiet();
  });
});

describe('the embedded basemap', () => {
  it('whose files cannot be had is said to be missing, and comes once it is asked for again', async () => {
    server = await startForTest({ SEED: 'first' });
    const visitor = await newVisitor(browser, server.origin);
    visitor.allow(/streets-.*\.geojson|ERR_FAILED|Failed to fetch/);
    const lost = /\/assets\/(minor-)?streets-.*\.geojson/;
    await visitor.page.route(lost, (route) => route.abort());
    const map = new MapPage(visitor.page);
    await map.open(server.origin);
    const notice = visitor.page.getByRole('status').filter({ hasText: 'background could not be' });
    await notice.waitFor();
    await expect.poll(() => map.marks.count()).toBeGreaterThan(5);
    expect((await map.seen()).listed.length).toBeGreaterThan(5);

    // Still gone: it goes on saying so.
    await notice.getByRole('button', { name: 'Try again' }).click();
    await map.settled();
    expect(await notice.isVisible()).toBe(true);
    await visitor.page.unroute(lost);
    const loaded = visitor.page.waitForResponse(lost);
    await notice.getByRole('button', { name: 'Try again' }).click();
    expect((await loaded).status()).toBe(200);
    await notice.waitFor({ state: 'detached' });
    visitor.expectQuiet();
  });
});

describe('a style of another host', () => {
  let hosted: Server;
  let answer: { status: number; body: string };

  beforeAll(async () => {
    hosted = createServer((_request, response) => {
      response.writeHead(answer.status, { 'Access-Control-Allow-Origin': '*' });
      response.end(answer.body);
    });
    await new Promise<void>((resolve) => hosted.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => hosted.close(resolve)));

  const url = (): string => `http://127.0.0.1:${(hosted.address() as AddressInfo).port}/style.json`;

  it('is drawn under the incidents, with its credit in words', async () => {
    answer = { status: 200, body: JSON.stringify(STYLE) };
    const { visitor, map } = await open({ BASEMAP_STYLE_URL: url() });
    visitor.allow(/^request to another host: http:\/\/127\.0\.0\.1/);
    expect(await credit(visitor)).toBe('Made for a test');
    await expect.poll(() => map.marks.count()).toBeGreaterThan(5);
    visitor.expectQuiet();
  });

  it('that does not answer is left for the embedded basemap', async () => {
    answer = { status: 503, body: 'Busy' };
    const { visitor, map } = await open({ BASEMAP_STYLE_URL: url() });
    visitor.allow(/^request to another host: http:\/\/127\.0\.0\.1/);
    visitor.allow(/503 \(Service Unavailable\)/);
    expect(await credit(visitor)).toContain('City of Minneapolis');
    await expect.poll(() => map.marks.count()).toBeGreaterThan(5);
    visitor.expectQuiet();
  });

  it('whose tiles are gone is left for the embedded basemap', async () => {
    answer = {
      status: 200,
      body: JSON.stringify({ ...STYLE, sources: GONE, layers: GONE_LAYERS }),
    };
    const { visitor, map } = await open({ BASEMAP_STYLE_URL: url() });
    visitor.allow(/127\.0\.0\.1:9\//);
    visitor.allow(/^request to another host: http:\/\/127\.0\.0\.1/);
    await expect.poll(() => credit(visitor)).toContain('City of Minneapolis');
    await map.settled();
    await expect.poll(() => map.marks.count()).toBeGreaterThan(5);
    visitor.expectQuiet();
  });
});

/** Its layer has the name of one of ours, which must not get in the way. */
const STYLE = {
  version: 8,
  sources: {
    marks: {
      type: 'geojson',
      data: { type: 'FeatureCollection', features: [] },
      attribution: '<a href="https://example.org">Made for a test</a>',
    },
  },
  layers: [
    { id: 'background', type: 'background', paint: { 'background-color': '#dfe8ef' } },
    { id: 'marks', type: 'circle', source: 'marks' },
  ],
};

/** Port 9 discards; nobody listens there. */
const GONE = {
  marks: { type: 'vector', url: 'http://127.0.0.1:9/tiles.json', attribution: 'Gone' },
};
const GONE_LAYERS = [{ id: 'roads', type: 'line', source: 'marks', 'source-layer': 'roads' }];
