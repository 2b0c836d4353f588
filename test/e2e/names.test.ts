import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../running-server.ts';
import { startFirstMap, stopFirstMap } from './first-map.ts';
import { MapPage } from './map-page.ts';
import { newVisitor, type Visitor } from './visitor.ts';

/** Whoever goes by names alone, by voice or screen reader, can tell each button from the others. */
let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  ({ server, browser } = await startFirstMap());
});

afterAll(() => stopFirstMap({ browser, server }));

/** Where the page can be, by its address, and what is pressed there. */
const STATES: readonly (readonly [address: string, press?: string | RegExp])[] = [
  ['/'],
  ['/', /^Filters/],
  ['/', /^Draw an area/],
  ['/', /^Report/],
  ['/?category=protest,shooting&verification=disputed&q=police'],
  ['/#incident/2026-01-14-shooting'],
  ['/#charts'],
  ['/#compare'],
  ['/#changes'],
  ['/#about'],
];

/** @returns the names of all buttons that can be seen, but for the map's marks: two may be alike. */
async function buttonNames(page: Page): Promise<string[]> {
  const tree = await page.locator('body').ariaSnapshot();
  const names = [...tree.matchAll(/^\s*- button "(.+?)"/gm)].map(([, name]) => name ?? '');
  const marks = await page
    .locator('.mark-keys button')
    .evaluateAll((all) => all.map((mark) => mark.ariaLabel));
  return names.filter((name) => !marks.includes(name));
}

describe.each([
  ['on a phone', { width: 360, height: 740 }],
  ['on a wide screen', { width: 1440, height: 900 }],
])('%s', (_, viewport) => {
  let visitor: Visitor;
  let map: MapPage;

  beforeAll(async () => {
    visitor = await newVisitor(browser, server.origin, { viewport });
    map = new MapPage(visitor.page);
  });
  afterAll(() => visitor?.context.close());

  it.each(STATES)('no two buttons have one name: %s %s', async (address, press = '') => {
    await map.open(`${server.origin}${address}`);
    const wanted = visitor.page.getByRole('button', { name: press || 'Open the list' }).first();
    if (press || (await wanted.isVisible())) await wanted.click();
    await map.settled();
    await expect.poll(() => visitor.page.locator('[aria-busy="true"]').count()).toBe(0);
    const names = await buttonNames(visitor.page);
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    visitor.expectQuiet();
  });
});
