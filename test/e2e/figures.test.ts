import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../running-server.ts';
import { items } from './ask.ts';
import { startFirstMap, stopFirstMap } from './first-map.ts';
import { MapPage } from './map-page.ts';
import { axeViolations, newVisitor, type Visitor } from './visitor.ts';

/** Somebody on deadline counts: charts of the view, and two days side by side. */

let server: RunningServer;
let browser: Browser;
let visitor: Visitor;
let page: Page;
let map: MapPage;

beforeAll(async () => {
  ({ server, browser, visitor, map } = await startFirstMap());
  ({ page } = visitor);
});

afterAll(() => stopFirstMap({ browser, server }));

async function textOf(selector: string): Promise<string> {
  const text = await page.locator(selector).first().textContent();
  return (text ?? '').replace(/\s+/g, ' ');
}

const HARMS = [
  ['arrests', 'arrested'],
  ['injuries', 'injured'],
  ['fatalities', 'killed'],
] as const;

/** Both figures of a line of the comparison. */
async function line(name: string): Promise<number[]> {
  const cells = page.getByRole('row', { name: new RegExp(`^${name}`) }).getByRole('cell');
  return (await cells.allInnerTexts()).slice(0, 2).map(Number);
}

describe('the figures', () => {
  it('open from the list, and say what is counted and what is not known', async () => {
    await map.open(server.origin);
    await map.change(() => page.getByRole('button', { name: 'Figures' }).click());
    await page.getByRole('heading', { name: 'Arrests, injuries and deaths' }).waitFor();
    const { features, numberMatched } = await items(server, 'limit=1000');
    const text = await textOf('article.charts');
    expect(text).toContain(`Counted: ${numberMatched} incidents of this view`);
    for (const [of, word] of HARMS) {
      const said = features.flatMap(({ properties }) => properties[of] ?? []);
      const sum = said.reduce((all, count) => all + count, 0);
      expect(text).toContain(
        `${said.length} of ${numberMatched} incidents say how many were ${word}: ${sum} in all.`,
      );
    }
    const timed = features.filter(({ properties }) =>
      ['exact', 'hour'].includes(properties.timePrecision),
    ).length;
    expect(text).toContain(`Counted: ${timed} incidents whose hour is known.`);
    expect(text).toContain(`${numberMatched - timed} are left out`);
    await visitor.picture('charts');
    expect(await axeViolations(page)).toEqual([]);
    visitor.expectQuiet();
  });

  it('stand in a table as well, which adds up to what is drawn', async () => {
    const hours = page.locator('section.chart').filter({
      has: page.getByRole('heading', { name: 'By hour of the day' }),
    });
    await hours.getByText('As a table').click();
    const counts = await hours.locator('tbody td').allInnerTexts();
    expect(counts).toHaveLength(24);
    const sum = counts.reduce((all, count) => all + Number(count), 0);
    expect(await hours.getByRole('img').getAttribute('aria-label')).toContain(`${sum} incidents`);
    expect(await axeViolations(page)).toEqual([]);
  });

  it('follow the filter', async () => {
    await map.open(`${server.origin}/?category=protest&datetime=2026-01-01/2026-01-31#charts`);
    const { numberMatched } = await items(
      server,
      'category=protest&datetime=2026-01-01/2026-01-31&limit=1',
    );
    await page.getByText(`Counted: ${numberMatched} incidents of this view`).waitFor();
    expect(await page.locator('.chart').first().locator('.chart-row').count()).toBe(1);
  });

  it('say so where nothing is left to count', async () => {
    await map.open(`${server.origin}/?datetime=2020-01-01/2020-01-02#charts`);
    await page.getByText('There is nothing to count here.').waitFor();
    visitor.expectQuiet();
  });

  it('speak all four languages, on a phone, in the dark, with no violation', async () => {
    const phone = await newVisitor(browser, server.origin, {
      viewport: { width: 360, height: 740 },
      colorScheme: 'dark',
    });
    const phoneMap = new MapPage(phone.page);
    for (const language of ['en', 'es', 'so', 'hmn']) {
      for (const screen of ['charts', 'compare/2026-01-14/2026-01-24']) {
        await phone.page.goto('about:blank');
        await phoneMap.open(`${server.origin}/?lang=${language}#${screen}`);
        await phone.page.locator('.charts .named-bars, .compare-table').first().waitFor();
        const tables = phone.page.locator('.figure-table > summary');
        for (const table of await tables.all()) await table.click();
        expect(await axeViolations(phone.page), `${language} ${screen}`).toEqual([]);
        const over = await phone.page
          .locator('.sheet-body')
          .evaluate((element) => element.scrollWidth - element.clientWidth);
        expect(over, `${language} ${screen}`).toBeLessThanOrEqual(0);
        await phone.picture(`figures-${screen.slice(0, 7)}-${language}-360`);
      }
    }
    phone.expectQuiet();
    await phone.context.close();
  });
});

describe('two days', () => {
  it('stand side by side, each figure as the server counts it', async () => {
    await map.open(`${server.origin}/#compare/2026-01-14/2026-01-24`);
    await page.locator('.compare-table').waitFor();
    const of = async (query: string): Promise<number> =>
      (await items(server, `${query}&limit=1`)).numberMatched;
    const [first, second] = [await of('datetime=2026-01-14'), await of('datetime=2026-01-24')];
    expect(await line('All')).toEqual([first, second]);
    const words = await textOf('.compare-words');
    expect(words).toContain(`14 January 2026: ${first} incident`);
    expect(words).toContain(`24 January 2026: ${second} incident`);
    expect(await line('Disputed')).toEqual([
      await of('datetime=2026-01-14&verification=disputed'),
      await of('datetime=2026-01-24&verification=disputed'),
    ]);
    await visitor.picture('compare');
    expect(await axeViolations(page)).toEqual([]);
    visitor.expectQuiet();
  });

  it('lead from each figure to the incidents that it counts', async () => {
    const link = page.getByRole('link', { name: /^Disputed, 14 Jan 2026: / });
    const count = Number(await link.textContent());
    await map.change(() => link.click());
    const seen = await map.seen();
    expect(seen.shown).toBe(count);
    const { searchParams } = new URL(page.url());
    expect(searchParams.get('datetime')).toBe('2026-01-14');
    expect(searchParams.get('verification')).toBe('disputed');
    await map.change(() => page.goBack());
    await page.locator('.compare-table').waitFor();
  });

  it('are chosen by the keyboard, and the address says which', async () => {
    await map.open(`${server.origin}/#compare/2026-01-14/2026-01-24`);
    const before = page.getByRole('button', { name: 'The day before' });
    await before.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).hash).toBe('#compare/2026-01-23/2026-01-24');
    expect(await before.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.getByRole('button', { name: 'Same weekday, a week before' }).press('Enter');
    await expect.poll(() => new URL(page.url()).hash).toBe('#compare/2026-01-17/2026-01-24');
    await page.getByLabel('Length of each').selectOption('7');
    await expect.poll(() => new URL(page.url()).hash).toBe('#compare/2026-01-17/2026-01-24/7');
    await page.getByText('17–23 January 2026: ').waitFor();
    visitor.expectQuiet();
  });

  it('say what stands on both sides, since only the week is known or it lasted', async () => {
    await map.open(`${server.origin}/#compare/2026-01-10/2026-01-11/14`);
    const text = await textOf('article.compare');
    expect(text).toContain('What is known only to the week or month is counted on each day');
    expect(text).toMatch(/\d+ incidents are counted on both sides\./);
  });

  it('may be one day as it was known on two others: what changed in between is named', async () => {
    await map.open(`${server.origin}/#compare/2026-01-14@2026-01-14/2026-01-14@2026-01-20`);
    await page.getByRole('heading', { name: 'What changed in what was known' }).waitFor();
    const changes = await page.locator('.compare-changes').textContent();
    expect(changes).toContain('became known');
    expect(changes).toMatch(/from unverified to \w+/);
    const { numberMatched } = await items(server, 'datetime=2026-01-14&asOf=2026-01-14&limit=1');
    expect((await line('All'))[0]).toBe(numberMatched);
    expect(await axeViolations(page)).toEqual([]);
    visitor.expectQuiet();
  });

  it('are printed without what is there to be pressed', async () => {
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.compare-choice').isVisible()).toBe(false);
    expect(await page.locator('.compare-table').isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
  });
});
