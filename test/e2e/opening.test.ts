import { gzipSync } from 'node:zlib';
import type { Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FirstMap, startFirstMap, stopFirstMap } from './first-map.ts';
import { expectAgreement } from './map-page.ts';

/** What a browser is sent until the map is drawn: bytes, which no busy machine changes. */

/** Of our own code, libraries but MapLibre included. */
const MOST_OWN_KB = 60;

let started: FirstMap;
const answers: Response[] = [];

beforeAll(async () => {
  started = await startFirstMap({ reducedMotion: 'no-preference' });
  // Or what is sent ahead once the map is drawn would count.
  await started.visitor.page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  started.visitor.page.on('response', (response) => answers.push(response));
  await started.map.open(started.server.origin);
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

  it('and once it has, they stand where they belong, once', async () => {
    const { page } = started.visitor;
    await page.unroute(/\.js$/);
    await started.map.open(started.server.origin);
    await page.locator('#opening').waitFor({ state: 'detached' });
    expect(await page.locator('h1').count()).toBe(1);
  });
});
