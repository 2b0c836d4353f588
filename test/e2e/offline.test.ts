import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { moderatorCookie, type RunningServer, startForTest } from '../running-server.ts';
import { MapPage } from './map-page.ts';
import { axeViolations, newVisitor, openBrowser, type Visitor } from './visitor.ts';

/** A phone in a cellar: what was seen once is seen again, and nothing private stays on it. */
const ITEMS = '/api/collections/incidents/items';
const WITHDRAWN = '2025-12-15-karmel';
let clientFolder: string;
let server: RunningServer;
let browser: Browser;
let visitor: Visitor;
let map: MapPage;

beforeAll(async () => {
  clientFolder = mkdtempSync(join(tmpdir(), 'incident-map-client-'));
  cpSync(fileURLToPath(new URL('../../.build/client', import.meta.url)), clientFolder, {
    recursive: true,
  });
  server = await startForTest({ SEED: 'first', REPORTS_PER_HOUR: '0' }, clientFolder);
  browser = await openBrowser();
  visitor = await newVisitor(browser, server.origin, { serviceWorkers: 'allow' });
  map = new MapPage(visitor.page);
  await map.open(server.origin);
  await visitor.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  // From now on the worker stands between page and server, and keeps what is answered.
  await map.open(server.origin);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(clientFolder, { recursive: true, force: true });
});

describe('without a connection', () => {
  it('the map opens with what it showed last, and says from when that is', async () => {
    visitor.allow(/ERR_INTERNET_DISCONNECTED|net::ERR_FAILED|Failed to load resource|FetchEvent/);
    const before = await map.seen();
    await visitor.context.setOffline(true);
    await visitor.page.reload();
    const after = await map.seen();
    expect(after).toEqual(before);
    await visitor.page.getByText(/No connection\. Showing what was loaded at \d/).waitFor();
    await visitor.picture('wide-offline');
  });

  it('a phone says so too, where its sheet is at its lowest, and leads to what can be done', async () => {
    const { page } = visitor;
    await page.setViewportSize({ width: 360, height: 740 });
    const line = page.getByRole('button', { name: /^No connection\. Showing what/ });
    await page.getByRole('status').filter({ has: line }).waitFor();
    expect((await line.boundingBox())?.y).toBeLessThan(740);
    expect(await axeViolations(page)).toEqual([]);
    await visitor.picture('narrow-offline');
    await line.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator(':focus').textContent()).toBe('Try again');
    expect(await line.count()).toBe(0);
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  it('an incident of the list opens, the form to report loads', async () => {
    await visitor.page.getByRole('link').filter({ hasText: 'Whipple' }).first().click();
    await visitor.page.getByRole('heading', { name: /Accounts/ }).waitFor();
    await visitor.page.getByRole('button', { name: 'Back to the list' }).click();
    await visitor.page.getByRole('button', { name: /^Report/ }).click();
    await visitor.page.getByRole('heading', { name: 'Report an incident' }).waitFor();
    await visitor.page.getByRole('button', { name: 'Back to the list' }).click();
  });

  it('once the server answers again, the notice goes', async () => {
    const notice = visitor.page.getByText(/No connection/);
    const button = visitor.page.getByRole('button', { name: 'Try again' });
    await visitor.context.setOffline(false);
    // The page hears of the connection itself, and may have tried before the button is reached.
    await button.click({ timeout: 2000 }).catch(() => undefined);
    await notice.waitFor({ state: 'detached', timeout: 10_000 });
  });
});

describe('after a first visit', () => {
  it('the map opens without a connection', async () => {
    const other = await newVisitor(browser, server.origin, { serviceWorkers: 'allow' });
    const page = new MapPage(other.page);
    await page.open(server.origin);
    const before = await page.seen();
    const kept = (): Promise<string[]> =>
      other.page.evaluate(async () => {
        const keys = await (await caches.open('answers')).keys();
        return keys.map(({ url }) => new URL(url).pathname);
      });
    await expect
      .poll(kept, { timeout: 20_000 })
      .toEqual(expect.arrayContaining(['/api/view', ITEMS]));
    await other.context.setOffline(true);
    await other.page.reload();
    expect(await page.seen()).toEqual(before);
    await other.context.close();
  });
});

describe('a question that found no connection', () => {
  it('is asked again by itself once there is one', async () => {
    const other = await newVisitor(browser, server.origin);
    const page = new MapPage(other.page);
    await page.open(server.origin);
    await other.context.setOffline(true);
    await page.search.fill('tear gas');
    const failure = other.page.getByRole('alert').filter({ hasText: 'did not answer' });
    await failure.waitFor();
    await other.context.setOffline(false);
    await failure.waitFor({ state: 'detached' });
    expect((await page.seen()).shown).toBeLessThan((await page.seen()).total);
    await other.context.close();
  });
});

describe('what stays on the device', () => {
  it('is public reads alone: no private link, nothing of moderation', async () => {
    await visitor.page.evaluate(async () => {
      await fetch('/api/reports/AAAAAAAAAAAAAAAAAAAAAA');
      await fetch('/api/moderation/session');
    });
    const kept = await visitor.page.evaluate(async () => {
      const names = await caches.keys();
      const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return all.flat().map(({ url }) => new URL(url).pathname);
    });
    expect(kept).toContain('/api/view');
    expect(
      kept.filter((path) => /report|moderation/.test(path) && path.startsWith('/api')),
    ).toEqual([]);
  });

  it('is no file that only moderators ask for', async () => {
    const naming = await visitor.page.evaluate(async () => {
      const names = (await caches.keys()).filter((name) => name.startsWith('shell-'));
      const found: string[] = [];
      for (const name of names) {
        const cache = await caches.open(name);
        for (const { url } of await cache.keys()) {
          const text = (await (await cache.match(url))?.text()) ?? '';
          if (url.endsWith('.js') && text.includes('/api/moderation')) found.push(url);
        }
      }
      return found;
    });
    expect(naming).toEqual([]);
  });

  it('is no record that was withdrawn, once the page has been told so', async () => {
    const item = `${ITEMS}/${WITHDRAWN}`;
    const kept = async (): Promise<string[]> =>
      await visitor.page.evaluate(async (id) => {
        const cache = await caches.open('answers');
        const found: string[] = [];
        for (const { url } of await cache.keys()) {
          const text = (await (await cache.match(url))?.text()) ?? '';
          if (text.includes(`"${id}"`)) found.push(new URL(url).pathname);
        }
        return found;
      }, WITHDRAWN);
    const ask = (path: string): Promise<number> =>
      visitor.page.evaluate(async (asked) => (await fetch(asked)).status, path);

    expect(await ask(item)).toBe(200);
    await expect.poll(kept).toEqual(expect.arrayContaining([item, '/api/view/rows']));
    await withdraw();
    visitor.allow(/status of 404/);
    expect(await ask(item)).toBe(404);
    await expect.poll(kept).toEqual([]);
  });
});

describe('a new build', () => {
  it('is announced, and comes when the reader says so', async () => {
    appendFileSync(join(clientFolder, 'service-worker.js'), '\n// A newer build.\n');
    await visitor.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.update();
    });
    await visitor.page.getByText('A newer version of this page is ready.').waitFor();
    const reloaded = visitor.page.waitForEvent('load');
    await visitor.page.getByRole('button', { name: 'Reload' }).click();
    await reloaded;
    await map.settled();
    expect(await visitor.page.getByText('A newer version').count()).toBe(0);
    visitor.expectQuiet();
  });
});

describe('a browser that keeps no worker', () => {
  it.each([
    ['refuses', 'async () => { throw new DOMException("blocked", "SecurityError"); }'],
    ['answers with nothing', 'async () => undefined'],
  ])('and %s shows the map all the same', async (_, register) => {
    const other = await newVisitor(browser, server.origin, { serviceWorkers: 'allow' });
    await other.context.addInitScript(`
      globalThis.asked = 0;
      const register = ${register};
      ServiceWorkerContainer.prototype.register = () => { globalThis.asked += 1; return register(); };
    `);
    const page = new MapPage(other.page);
    await page.open(server.origin);
    await expect
      .poll(() => other.page.evaluate(() => (globalThis as { asked?: number }).asked))
      .toBe(1);
    expect((await page.seen()).shown).toBeGreaterThan(0);
    other.expectQuiet();
    await other.context.close();
  });
});

/** As an editor does it. */
async function withdraw(): Promise<void> {
  const Cookie = await moderatorCookie(server);
  const headers = { Cookie, Origin: server.origin, 'Content-Type': 'application/json' };
  const address = `${server.origin}/api/moderation/incidents/${WITHDRAWN}`;
  const { revision } = await (await fetch(address, { headers })).json();
  const body = JSON.stringify({ revision, why: 'It did not happen.' });
  expect((await fetch(address, { method: 'DELETE', headers, body })).status).toBe(200);
}
