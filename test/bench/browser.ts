import { createReadStream } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { portOf } from '../../server/listening.ts';
import { findBrowser } from '../browser.ts';
import type { BenchDatabase } from './database.ts';
import { against, type Figure, median } from './measure.ts';
import { CITY, FILTERS, viewPath } from './requests.ts';
import { withServer } from './served.ts';

const page = fileURLToPath(new URL('browser-page.html', import.meta.url));
const maplibre = fileURLToPath(new URL('../../node_modules/maplibre-gl/dist/', import.meta.url));
/** The goal is for a million; MapLibre is quick with few. */
const MANY = 900_000;
const CENTER = [-93.265, 44.97];

/** Chromium draws in software, since a machine without a screen has nothing else. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--js-flags=--max-old-space-size=8192',
];

/** What the page defines, see browser-page.html. */
declare global {
  interface Window {
    begin(source: object, center: number[], zoom: number): Promise<void>;
    hold(address: string): Promise<number>;
    filterHere(filter: object): Promise<number>;
    filterThere(address: string): Promise<number>;
    isReady?: true;
  }
}

/** From a filter to what is painted: the server's clusters against MapLibre's own, of the same points. */
export async function browserFigures(database: BenchDatabase): Promise<Figure[]> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('no Chromium: set CHROMIUM_PATH.');
  const pages = await servePages(database);
  const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
  try {
    return await withServer(database.path, async ({ map }) => {
      const address = `http://127.0.0.1:${portOf(pages)}`;
      const ours = await open(browser, address, {});
      const peer = await open(browser, address, { cluster: true, clusterRadius: 64 });
      const held = await peer.evaluate((rows) => window.hold(rows), '/rows');
      return [await filterFigure(ours, peer, map, held)];
    });
  } finally {
    await browser.close();
    pages.closeAllConnections();
    pages.close();
  }
}

/** Both see each change in turn, so that what else the machine does falls on both alike. */
async function filterFigure(ours: Page, peer: Page, map: string, held: number): Promise<Figure> {
  const times = { ours: [] as number[], peer: [] as number[] };
  for (const [number, { filter }] of FILTERS.entries()) {
    const { datetime, categories, verifications } = filter;
    const view = map + viewPath(filter, CITY, number + 1);
    times.ours.push(await ours.evaluate((there) => window.filterThere(there), view));
    const here = { datetime, categories, verifications };
    times.peer.push(await peer.evaluate((chosen) => window.filterHere(chosen), here));
  }
  return against(
    `filter to painted, against MapLibre's own clusters of ${held.toLocaleString('en-US')} points`,
    { ours: median(times.ours), peer: median(times.peer) },
    { unit: 'ms', isBetter: 'less', leastRatio: held > MANY ? 5 : 1 },
  );
}

async function open(browser: Browser, address: string, source: object): Promise<Page> {
  const opened = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  opened.setDefaultTimeout(0);
  await opened.goto(`${address}/`);
  await opened.waitForFunction(() => window.isReady);
  await opened.evaluate(([points, center, zoom]) => window.begin(points, center, zoom), [
    source,
    CENTER,
    CITY.zoom,
  ] as const);
  return opened;
}

async function servePages(database: BenchDatabase): Promise<Server> {
  const server = createServer(async ({ url = '/' }, response) => {
    if (url === '/rows') await sendRows(database, response);
    else if (url.startsWith('/maplibre/')) sendFile(`${maplibre}${basename(url)}`, response);
    else if (url === '/') sendFile(page, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function sendFile(path: string, response: ServerResponse): void {
  const type = path.endsWith('.html') ? 'text/html' : 'text/javascript';
  response.writeHead(200, { 'Content-Type': type });
  createReadStream(path).pipe(response);
}

/** What is known today and has a place, a JSON list a line. */
async function sendRows({ store }: BenchDatabase, response: ServerResponse): Promise<void> {
  for await (const { rows } of store.incidents.viewRows()) {
    const lines = rows
      .filter((row) => row.position !== null && row.knownUntil === Infinity)
      .map(({ position, occurredAt, latestAt, category, verification }) =>
        JSON.stringify([...(position ?? []), occurredAt, latestAt, category, verification]),
      );
    if (lines.length > 0) response.write(`${lines.join('\n')}\n`);
  }
  response.end();
}
