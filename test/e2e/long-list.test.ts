import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { syntheticIncidents } from '../../data/synthetic/incident.ts';
import { at, incident } from '../server/made-incidents.ts';
import { type Items, items } from './ask.ts';
import { type MadeMap, startMadeMap } from './made-map.ts';
import { MapPage } from './map-page.ts';
import { endPrint, print } from './paper.ts';
import { axeViolations, newVisitor, type Visitor } from './visitor.ts';

/** A list of 10,000 incidents: the page draws what is seen of it, and gives all of it. */

const CORNER = at(-93.2624, 44.9483);
const MANY = 10_000;

let made: MadeMap;
let visitor: Visitor;
let page: Page;
let map: MapPage;

beforeAll(async () => {
  made = await startMadeMap([
    ...syntheticIncidents(3, 0, MANY),
    ...Array.from({ length: 300 }, (_, n) => incident({ id: `corner-${n}`, geometry: CORNER })),
  ]);
  visitor = await newVisitor(made.browser, made.server.origin);
  ({ page } = visitor);
  map = new MapPage(page);
});

afterAll(() => made?.stop());

/** The page fetches its rows once it has nothing else to do. */
const eventually = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 30_000 });

const rows = (): Locator => page.locator('.long-list li');
const drawn = (): Promise<number> => rows().count();
const scroller = (): Locator => page.locator('.panel-body, .sheet-body');

/** The number that the row with the focus has in the list. */
function focusedRow(): Promise<number> {
  return page.evaluate(() =>
    Number(document.activeElement?.closest('li')?.getAttribute('aria-posinset') ?? 0),
  );
}

async function press(key: string, row: number): Promise<void> {
  await page.keyboard.press(key);
  await eventually(focusedRow).toBe(row);
}

/** Scrolls so far, which can be done once the page holds the rows itself. */
async function scrollTo(pixels: number): Promise<void> {
  const scroll = (element: Element, to: number): number => {
    element.scrollTo(0, to);
    return element.scrollTop;
  };
  await eventually(() => scroller().evaluate(scroll, pixels)).toBe(pixels);
  // The rows of there are drawn and measured some frames later, which moves the list a little.
  await scroller().evaluate(async (element) => {
    for (let still = 0, last = -1; still < 10; still = last === element.scrollTop ? still + 1 : 0) {
      last = element.scrollTop;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
}

async function top(): Promise<number> {
  return scroller().evaluate((element) => element.scrollTop);
}

describe('a list of thousands', () => {
  let placed: Items;

  beforeAll(async () => {
    placed = await items(made.server, 'placed=true&limit=1000&sortby=-occurredAt');
  });

  beforeEach(async () => {
    await map.open(made.server.origin);
    await rows().first().waitFor();
  });

  it('draws few rows, says how many there are, and keeps the headings of days', async () => {
    expect(await rows().first().getAttribute('aria-setsize')).toBe(String(placed.numberMatched));
    expect(await drawn()).toBeLessThan(60);
    const titles = await page.locator('.long-list .row-title').allInnerTexts();
    expect(titles).toEqual(
      placed.features.slice(0, titles.length).map(({ properties }) => properties.title),
    );
    expect(await rows().first().locator('h3').count()).toBe(1);
    await visitor.picture('long-list');
    expect(await axeViolations(page)).toEqual([]);
    visitor.expectQuiet();
  });

  it('is scrolled through to the last, in the order of the server', async () => {
    await scrollTo(30_000);
    const seen = await rows().evaluateAll((all) =>
      all.map((row) => [
        Number(row.ariaPosInSet) - 1,
        row.querySelector('.row-title')?.textContent,
      ]),
    );
    for (const [index, title] of seen) {
      expect(title).toBe(placed.features[Number(index)]?.properties.title);
    }
    expect(await drawn()).toBeLessThan(60);
    await scroller().evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await page.locator(`.long-list li[aria-posinset="${placed.numberMatched}"] a`).waitFor();
    visitor.expectQuiet();
  });

  it('is gone through by keys, and the row with the focus stays wherever it is scrolled to', async () => {
    await page.locator('.long-list li a').first().focus();
    await press('ArrowDown', 2);
    await press('ArrowUp', 1);
    await scrollTo(100_000);
    await press('End', placed.numberMatched);
    await press('Home', 1);
    await page.keyboard.press('PageDown');
    await eventually(focusedRow).toBeGreaterThan(3);
    const row = await focusedRow();
    await scrollTo(100_000);
    expect(await focusedRow()).toBe(row);
    await press('ArrowDown', row + 1);
    await eventually(top).toBeLessThan(20_000);
    await page.keyboard.press('Tab');
    expect(await focusedRow()).toBe(0);
  });

  it('is found where it was left, with the focus on the row that was opened', async () => {
    await scrollTo(50_000);
    const [number, title] = await page.evaluate(() => {
      const row = document.elementFromPoint(220, 500)?.closest('.long-list li');
      return [Number(row?.ariaPosInSet), row?.querySelector('.row-title')?.textContent ?? ''];
    });
    const before = await top();
    await map.change(() => page.mouse.click(220, 500));
    await map.heading(title).waitFor();
    await map.change(() => page.keyboard.press('Escape'));
    await eventually(focusedRow).toBe(number);
    expect(Math.abs((await top()) - before)).toBeLessThan(20);
  });

  it('begins at its top where something else is asked for', async () => {
    await scrollTo(50_000);
    await map.change(() => map.search.fill('synthetic'));
    await eventually(top).toBe(0);
    await eventually(() => rows().first().getAttribute('aria-posinset')).toBe('1');
    expect(await page.locator('.long-list a[tabindex="0"]').count()).toBe(1);
    visitor.expectQuiet();
  });

  it('of what has no place is one press away, and whole as well', async () => {
    const unplaced = await items(made.server, 'placed=false&limit=1');
    await page.getByRole('button', { name: /^Not on the map/ }).click();
    await eventually(() => rows().first().getAttribute('aria-setsize')).toBe(
      String(unplaced.numberMatched),
    );
    await page.locator('.long-list li a').first().focus();
    await scrollTo(20_000);
    await press('End', unplaced.numberMatched);
    expect(await axeViolations(page)).toEqual([]);
  });

  it('marks on the map the row that the pointer is on, wherever it stands in the list', async () => {
    await page.getByRole('button', { name: /^On the map/ }).click();
    await scrollTo(40_000);
    await rows().nth(12).locator('a').hover();
    await map.settled();
    await page.locator('.long-list .row.is-hovered').waitFor();
    visitor.expectQuiet();
  });

  it('loads page after page where the server has to be asked', async () => {
    await map.open(`${made.server.origin}/?q=synthetic`);
    await rows().first().waitFor();
    await scroller().evaluate(async (element) => {
      for (let step = 0; step < 60; step++) {
        element.scrollTop += 400;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    });
    await eventually(async () =>
      Number(await rows().nth(15).getAttribute('aria-posinset')),
    ).toBeGreaterThan(150);
    await eventually(() => page.locator('.row-awaited').count()).toBe(0);
    expect(await drawn()).toBeLessThan(60);
    visitor.expectQuiet();
  });

  it('has its newest 500 on paper, and says there of how many, and where the rest is', async () => {
    // The page holds the rows itself, once it has nothing else to do.
    await scrollTo(30_000);
    await print(page);
    const paper = page.locator('.paper section').first();
    const titles = await paper.locator('.row-title').allInnerTexts();
    expect(titles).toEqual(placed.features.slice(0, 500).map(({ properties }) => properties.title));
    const all = placed.numberMatched.toLocaleString('en');
    const words = (await paper.allInnerTexts()).join();
    expect(words).toContain(
      `The newest 500 of ${all} are printed here. All of them: ${page.url()}`,
    );
    expect(await page.locator('.long-list').isVisible()).toBe(false);
    await visitor.picture('long-list-printed');
    await endPrint(page);
    expect(await page.locator('.long-list').isVisible()).toBe(true);
    expect(await page.locator('.paper').count()).toBe(0);
  });

  it('on paper says how few it has, where the server has to be asked', async () => {
    await map.open(`${made.server.origin}/?q=synthetic`);
    await rows().first().waitFor();
    await print(page);
    await page
      .getByText(/^The newest 50 of [\d,]+ are printed here/)
      .first()
      .waitFor();
    await endPrint(page);
    visitor.expectQuiet();
  });

  it('is a plain list of all rows where few match', async () => {
    await map.open(`${made.server.origin}/?datetime=2026-01-01/2026-01-07`);
    await page.locator('.list .days').first().waitFor();
    expect(await page.locator('.long-list').count()).toBe(0);
  });
});

describe('a long list on a phone', () => {
  it('fills the sheet, has no violation, and nothing is scrolled sideways', async () => {
    const phone = await newVisitor(made.browser, made.server.origin, {
      viewport: { width: 360, height: 740 },
      hasTouch: true,
    });
    const phoneMap = new MapPage(phone.page);
    await phoneMap.open(made.server.origin);
    await phone.page.getByRole('button', { name: 'Open the list' }).click();
    await phone.page.locator('.long-list li a').first().waitFor();
    expect(await axeViolations(phone.page)).toEqual([]);
    const over = await phone.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over).toBeLessThanOrEqual(0);
    await phone.picture('long-list-phone');
    phone.expectQuiet();
    await phone.context.close();
  });
});
