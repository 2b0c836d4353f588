import { readFileSync } from 'node:fs';
import type { Browser, Download } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IncidentFeature } from '../../data/incident/schema.ts';
import type { RunningServer } from '../running-server.ts';
import { ask, type Items, items } from './ask.ts';
import { startFirstMap, stopFirstMap } from './first-map.ts';
import { expectAgreement, MapPage } from './map-page.ts';
import { newVisitor, type Visitor } from './visitor.ts';

/** A reader narrows the first data set, shares the view and takes it away. */
let server: RunningServer;
let browser: Browser;
let visitor: Visitor;
let map: MapPage;

beforeAll(async () => {
  ({ server, browser, visitor, map } = await startFirstMap());
});

afterAll(() => stopFirstMap({ browser, server }));

describe('narrowing', () => {
  beforeAll(() => map.open(server.origin));

  it('by dragging an end of the histogram changes map, list and counts together', async () => {
    const before = await map.seen();
    const handle = visitor.page.getByRole('slider', { name: 'Start of the range' });
    const { mouse } = visitor.page;
    await map.change(async () => {
      // Hovering waits until it stands still.
      await handle.hover();
      const track = await visitor.page.locator('.brush').boundingBox();
      if (!track) throw new Error('the histogram is not on the screen');
      const middle = track.y + track.height / 2;
      await mouse.down();
      await mouse.move(track.x + track.width * 0.3, middle, { steps: 4 });
      await mouse.move(track.x + track.width * 0.45, middle, { steps: 4 });
      await mouse.up();
    });
    const after = await map.seen();
    expect(after.shown).toBeLessThan(before.shown);
    expect(after.shown).toBeGreaterThan(0);
    expect(after.bars).toBe(before.bars);
    expectAgreement(after);
    await visitor.picture('4-dragged');
  });

  it('by two date-time inputs holds the day that was typed', async () => {
    await map.change(() => visitor.page.getByLabel(/^From/).fill('2026-01-14T00:00'));
    await map.change(() => visitor.page.getByLabel(/^To/).fill('2026-01-14T23:59'));
    const seen = await map.seen();
    const { numberMatched } = await items(server, 'datetime=2026-01-14');
    expect(new URL(visitor.page.url()).searchParams.get('datetime')).toBeTruthy();
    expect(seen.shown).toBe(numberMatched);
    expectAgreement(seen);
  });

  it('by category, verification and words changes everything, and each goes with its chip', async () => {
    await map.open(server.origin);
    const all = await map.seen();

    await map.change(async () => (await map.filter('Category', 'Protest')).click());
    const protests = await map.seen();
    expect(protests.shown).toBe((await items(server, 'category=protest')).numberMatched);
    expect(protests.bars).not.toBe(all.bars);
    expectAgreement(protests);

    await map.change(async () => (await map.filter('How sure', 'Disputed')).click());
    const disputed = await map.seen();
    expect(disputed.shown).toBe(
      (await items(server, 'category=protest&verification=disputed')).numberMatched,
    );
    expectAgreement(disputed);

    await map.change(() =>
      visitor.page.getByRole('button', { name: /Remove filter: Dis/ }).click(),
    );
    await map.change(() => map.search.fill('whipple'));
    const whipple = await map.seen();
    expect(whipple.shown).toBe((await items(server, 'category=protest&q=whipple')).numberMatched);
    expect(whipple.shown).toBeGreaterThan(0);
    expectAgreement(whipple);
    await visitor.picture('5-narrowed');

    await map.change(() => visitor.page.getByRole('button', { name: 'Clear all' }).click());
    expect((await map.seen()).shown).toBe(all.shown);
    visitor.expectQuiet();
  });

  it('to nothing says so, and offers the way back', async () => {
    await map.open(`${server.origin}/?q=nosuchwordanywhere`);
    await visitor.page.getByText(/Nothing matches/).waitFor();
    await map.change(() => visitor.page.getByRole('button', { name: 'Clear search' }).click());
    expect((await map.seen()).shown).toBeGreaterThan(0);
    visitor.expectQuiet();
  });
});

describe('a link', () => {
  const narrowed =
    'datetime=2026-01-07/2026-01-31&category=protest,shooting&verification=corroborated,disputed,verified';

  it('copied from the address bar opens the same view elsewhere', async () => {
    await map.open(`${server.origin}/?${narrowed}`);
    const title = (await map.seen()).listed[0] ?? '';
    await map.change(() => map.row(title).click());
    await map.heading(title).waitFor();
    const link = visitor.page.url();

    const other = await newVisitor(browser, server.origin);
    const theirs = new MapPage(other.page);
    await theirs.open(link);
    await theirs.heading(title).waitFor();
    expect(other.page.url()).toBe(link);
    const back = (page: MapPage) => () =>
      page.page.getByRole('button', { name: 'Back to the list' }).click();
    await map.change(back(map));
    await theirs.change(back(theirs));
    expect(await theirs.seen()).toEqual(await map.seen());
    other.expectQuiet();
    await other.context.close();
  });

  it('that was mangled opens what it can, and says what it dropped', async () => {
    await map.open(`${server.origin}/?${narrowed}&asOf=soon&colour=blue`);
    await visitor.page.getByText(/left out: the day of knowledge and a part unknown/).waitFor();
    expect((await map.seen()).shown).toBeGreaterThan(0);
    await map.open(`${server.origin}/?asOf=2999-01-01#compare/x/y`);
    await visitor.page.getByText(/left out: the day of knowledge and the dates/).waitFor();
    expect(await visitor.page.getByText(/What was known/).count()).toBe(0);
    // Compared are the last days of which anything is known.
    await visitor.page.getByText('1 March 2026: 1 incident').waitFor();
    visitor.expectQuiet();
  });

  it('to a day on which nothing was known says so, and leads back to today at a press', async () => {
    await map.open(`${server.origin}/?asOf=1999-12-31`);
    await visitor.page
      .getByText('Nothing was known on 31 December 1999.', { exact: true })
      .waitFor();
    expect(await map.counts.textContent()).toContain('nothing was known on 31 December 1999');
    await map.change(() => visitor.page.getByRole('button', { name: 'Back to today' }).click());
    expect((await map.seen()).shown).toBeGreaterThan(0);
    visitor.expectQuiet();
  });

  it('to one place of which nothing matches says how to widen it', async () => {
    await map.open(`${server.origin}/?category=vigil&q=lake#place/45.0/-93.2`);
    await map.heading('0 incidents at one place').waitFor();
    await visitor.page.getByText('Nothing matches “lake”.').waitFor();
    await map.change(() => visitor.page.getByRole('button', { name: 'Clear categories' }).click());
    await map.change(() => visitor.page.getByRole('button', { name: 'Clear search' }).click());
    await visitor.page.getByText('Nothing matches here.').waitFor();
    visitor.expectQuiet();
  });
});

describe('a download', () => {
  it('holds exactly the incidents that its link counts, on the page and by curl', async () => {
    const narrowed = 'category=protest&datetime=2026-01-07/2026-01-31';
    await map.open(`${server.origin}/?${narrowed}&map=14/44.9780/-93.2650`);
    await map.downloads.locator('summary').click();
    const counts: number[] = [];
    for (const name of [/^What the map shows/, /^Without a place/, /^All that match/]) {
      const link = map.downloads.getByRole('link', { name });
      const counted = Number(/\((\d+)\)/.exec((await link.textContent()) ?? '')?.[1]);
      const [download] = await Promise.all([visitor.page.waitForEvent('download'), link.click()]);
      const downloaded = await featuresOf(download);
      expect(downloaded).toHaveLength(counted);
      counts.push(counted);
      const href = (await link.getAttribute('href')) ?? '';
      expect(await ask(server, href)).toHaveProperty('features', downloaded);
    }
    // What is counted in bold above the list is in the first two.
    const [here = 0, unplaced = 0, all = 0] = counts;
    expect((await map.seen()).shown).toBe(here + unplaced);
    expect(all).toBeGreaterThan(here + unplaced);
    const { numberMatched } = await items(server, `${narrowed}&limit=1`);
    expect(all).toBe(numberMatched);
    visitor.expectQuiet();
  });
});

async function featuresOf(download: Download): Promise<readonly IncidentFeature[]> {
  expect(download.suggestedFilename()).toMatch(/\.geojson$/);
  const { features } = JSON.parse(readFileSync(await download.path(), 'utf8')) as Items;
  return features;
}
