import { gzipSync } from 'node:zlib';
import type { Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FirstMap, startFirstMap, stopFirstMap } from './first-map.ts';
import { expectAgreement, MapPage } from './map-page.ts';
import { newVisitor } from './visitor.ts';

/** What a browser is sent until the map is drawn: bytes, which no busy machine changes. */

/** Of our own code, libraries but MapLibre included. */
const MOST_OWN_KB = 60;

let started: FirstMap;
/** Of what was asked for until the map was drawn. */
let answers: Response[] = [];

beforeAll(async () => {
  started = await startFirstMap({ reducedMotion: 'no-preference' });
  // Or what is sent ahead once the map is drawn would count.
  await started.visitor.page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
    new MutationObserver(() => {
      if (document.documentElement.dataset.map !== 'idle') return;
      performance.mark('drawn');
    }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-map'] });
  });
  const all: Response[] = [];
  started.visitor.page.on('response', (response) => all.push(response));
  await started.map.open(started.server.origin);
  const later = await started.visitor.page.evaluate(() => {
    const drawn = performance.getEntriesByName('drawn')[0]?.startTime ?? Infinity;
    const loaded = performance.getEntriesByType('resource');
    return loaded.filter(({ startTime }) => startTime > drawn).map(({ name }) => name);
  });
  answers = all.filter((response) => !later.includes(response.url()));
});

afterAll(async () => {
  await stopFirstMap(started ?? {});
});

describe('until the map is drawn', () => {
  it('our own code comes to no more than it may', async () => {
    const own = answers.filter(
      (answer) => /\.js$/.test(pathOf(answer)) && !/maplibre/.test(pathOf(answer)),
    );
    const sizes = await Promise.all(
      own.map(async (answer) => gzipSync(await answer.body(), { level: 9 }).length),
    );
    expect(sizes.length).toBeGreaterThan(2);
    expect(sizes.reduce((sum, size) => sum + size, 0) / 1000).toBeLessThan(MOST_OWN_KB);
  });

  it('what the map shows is asked for once, and what all of it shows by the page’s head alone', () => {
    const asked = answers.map(pathAndQuery).filter((path) => path.startsWith('/api/'));
    expect(asked.filter((path) => path === '/api/view?bins=120')).toHaveLength(1);
    expect(asked.filter((path) => path.startsWith('/api/view?bbox='))).toHaveLength(1);
    expect(asked.filter((path) => /items\?bbox=/.test(path))).toHaveLength(1);
    expect(asked.filter((path) => /items\?placed=false/.test(path))).toHaveLength(1);
  });

  it('nothing is sent of another language, of details, of the form, or of moderation', () => {
    const names = answers.map(pathOf).filter((path) => path.startsWith('/assets/'));
    const unasked = /\/(es|so|hmn|details|say-of|ReportForm|schema|player|hold|moderation)/;
    expect(names.filter((name) => unasked.test(name))).toEqual([]);
  });

  it('it is not drawn in pieces', async () => {
    const { browser, server } = started;
    const watched = await newVisitor(browser, server.origin);
    await watched.page.addInitScript(() => {
      // However busy the machine: of what comes late, the rest is drawn without it.
      const now = performance.now.bind(performance);
      performance.now = () => now() / 50;
      const drawn: number[] = [];
      Object.assign(window, { drawn });
      let isNewFrame = true;
      const draw = WebGL2RenderingContext.prototype.drawElements;
      WebGL2RenderingContext.prototype.drawElements = function (...shape) {
        if (isNewFrame) {
          drawn.push(0);
          queueMicrotask(() => {
            isNewFrame = true;
          });
        }
        isNewFrame = false;
        drawn[drawn.length - 1] = (drawn.at(-1) ?? 0) + 1;
        draw.apply(this, shape);
      };
    });
    await new MapPage(watched.page).open(server.origin);
    const shapes = await watched.page.evaluate(() => (window as { drawn?: number[] }).drawn ?? []);
    expect(shapes[0]).toBeGreaterThan(20);
    expect(shapes[0]).toBe(Math.max(...shapes));
    await watched.context.close();
  });

  it('it is not said to rest, however late the first answer comes', async () => {
    const { browser, server } = started;
    const late = await newVisitor(browser, server.origin);
    await late.page.route('**/api/view?bbox=**', async (route) => {
      await late.page.waitForTimeout(1500);
      await route.continue();
    });
    await late.page.addInitScript(() => {
      const note = (): void => {
        const { dataset } = document.documentElement;
        if (dataset.map !== 'idle' || dataset.counted !== undefined) return;
        dataset.counted = document.querySelector('.counts')?.textContent ?? '';
      };
      const watched = { subtree: true, attributes: true, attributeFilter: ['data-map'] };
      new MutationObserver(note).observe(document, watched);
    });
    await new MapPage(late.page).open(server.origin);
    expect(await late.page.locator('html').getAttribute('data-counted')).toMatch(/\d+ of \d+/);
    await late.context.close();
  });

  it('the page is whole, and has no complaint', async () => {
    expectAgreement(await started.map.seen());
    started.visitor.expectQuiet();
  });
});

function pathOf(answer: Response): string {
  return new URL(answer.url()).pathname;
}

function pathAndQuery(answer: Response): string {
  const { pathname, search } = new URL(answer.url());
  return pathname + search;
}

describe('before the page’s code has come', () => {
  it('its name and what it is are read, in the language of the address or the browser', async () => {
    const { page } = started.visitor;
    await page.route(/\.js$/, (route) => route.abort());
    await page.goto(`${started.server.origin}/?lang=es`);
    expect(await page.getByRole('heading').allInnerTexts()).toEqual([
      'Mapa de incidentes de Minneapolis',
    ]);
    expect(await page.locator('#opening').textContent()).toMatch(/quién dice qué/);
    expect(await page.locator('#opening').textContent()).not.toMatch(/who says what/);
    expect(await page.getAttribute('html', 'lang')).toBe('es');
    const asked = await fetch(`${started.server.origin}/?lang=toString`, {
      headers: { 'Accept-Language': 'so' },
    });
    expect(asked.headers.get('vary')).toContain('Accept-Language');
    expect(await asked.text()).toMatch(/<html lang="so">/);
  });

  it('the map’s place says that it is on the way, until the map lies there', async () => {
    const { browser, server } = started;
    const late = await newVisitor(browser, server.origin);
    let send = (): void => undefined;
    const sent = new Promise<void>((resolve) => {
      send = resolve;
    });
    await late.page.route(/maplibre/, async (route) => {
      await sent;
      await route.continue();
    });
    await late.page.goto(server.origin);
    await late.page.locator('.list .row-title').first().waitFor();
    const place = { x: 440, y: 60, width: 840, height: 500 };
    const bars = await late.page.screenshot({ clip: place });
    await late.picture('map-on-the-way');
    await late.page.locator('#opening').evaluate((opening) => opening.remove());
    const bare = await late.page.screenshot({ clip: place });
    expect(bars.equals(bare)).toBe(false);
    send();
    await late.context.close();
  });

  it('and once it has, they stand where they belong, once', async () => {
    const { page } = started.visitor;
    await page.unroute(/\.js$/);
    await started.map.open(started.server.origin);
    await page.locator('#opening').waitFor({ state: 'detached' });
    expect(await page.locator('h1').count()).toBe(1);
  });
});
