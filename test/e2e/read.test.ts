import { readFileSync } from 'node:fs';
import type { Browser, Download } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IncidentFeature } from '../../data/incident/schema.ts';
import { type RunningServer, startForTest } from '../running-server.ts';
import { expectAgreement, MapPage } from './map-page.ts';
import { newVisitor, openBrowser, type Visitor } from './visitor.ts';

/** A reader's walk over the first data set: open, read, narrow, share, take away. */
const SHOOTING = '2026-01-14-north-shooting';

let server: RunningServer;
let browser: Browser;
let visitor: Visitor;
let map: MapPage;

beforeAll(async () => {
  server = await startForTest({ SEED: 'first', REPORTS_PER_HOUR: '0' });
  browser = await openBrowser();
  visitor = await newVisitor(browser, server.origin);
  map = new MapPage(visitor.page);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe('opening', () => {
  it('shows the city with every incident marked, listed and counted', async () => {
    await map.open(server.origin);
    const seen = await map.seen();
    const { numberMatched } = await items('');
    expect(seen.total).toBe(numberMatched);
    expect(seen.shown).toBe(numberMatched);
    expectAgreement(seen);
    expect(await coloursDrawn()).toBeGreaterThan(20);
    await visitor.picture('1-open');
    visitor.expectQuiet();
  });

  it('keeps no cookie of a reader', async () => {
    expect(await visitor.context.cookies()).toEqual([]);
  });
});

describe('clusters', () => {
  it('come apart when they are pressed, and nothing is lost or counted twice', async () => {
    const before = await map.seen();
    const largest = await largestCluster();
    await map.change(() => map.pressMark(map.marks.nth(largest.index)));
    const after = await map.seen();
    expectAgreement(after, { close: true });
    expect(after.shown - after.unplaced.length).toBeGreaterThanOrEqual(largest.count);
    expect(after.shown).toBeLessThanOrEqual(before.shown);
    expect((await largestCluster()).count).toBeLessThan(largest.count);
    await visitor.picture('2-cluster-opened');
    visitor.expectQuiet();
  });

  it('give way to single incidents, which open when they are pressed', async () => {
    await map.open(`${server.origin}/?map=17/45.0037/-93.2872`);
    const { properties } = await item(SHOOTING);
    await map.change(() => map.pressMark(map.mark(properties.title)));
    await map.heading(properties.title).waitFor();
    expect(new URL(visitor.page.url()).searchParams.get('incident')).toBe(SHOOTING);
    visitor.expectQuiet();
  });
});

describe('an incident', () => {
  it('says what happened, who says what, who disputes whom, how sure, and the sources', async () => {
    await map.open(`${server.origin}/?incident=${SHOOTING}`);
    const { properties } = await item(SHOOTING);
    const detail = visitor.page.getByRole('article').first();
    await detail.getByRole('heading', { name: properties.title }).waitFor();
    const text = (await detail.textContent()) ?? '';
    expect(text).toContain(properties.summary);
    expect(text.toLowerCase()).toContain(properties.verification);
    for (const { by, says, disputes } of properties.accounts) {
      expect(text).toContain(by);
      expect(text).toContain(says);
      for (const id of disputes) {
        const disputed = properties.accounts.find((account) => account.id === id);
        expect(text).toMatch(new RegExp(`Disputes [^.]*${escaped(disputed?.by ?? '?')}`));
      }
    }
    for (const { publisher } of properties.sources) expect(text).toContain(publisher);
    const outward = await detail.locator('.sources a').all();
    expect(outward).toHaveLength(properties.sources.filter(({ url }) => url !== null).length);
    for (const link of outward) expect(await link.getAttribute('rel')).toContain('noopener');
    await visitor.picture('3-incident');
    visitor.expectQuiet();
  });

  it('is left by Back, which gives the list again', async () => {
    await map.open(server.origin);
    const title = (await map.seen()).listed[0] ?? '';
    await map.change(() => map.row(title).click());
    await map.heading(title).waitFor();
    await map.change(() => visitor.page.goBack());
    expect((await map.seen()).listed[0]).toBe(title);
  });

  it('holds DHS’s account alone on the night of 14 January', async () => {
    await map.open(`${server.origin}/?incident=${SHOOTING}&asOf=2026-01-14`);
    await visitor.page.getByText('No other account is on file.').waitFor();
    await visitor.page.getByText('What was known on 14 January 2026').waitFor();
    const { properties } = await item(SHOOTING, '?asOf=2026-01-14');
    expect(properties.accounts.map(({ by }) => by)).toEqual(['Department of Homeland Security']);
    visitor.expectQuiet();
  });
});

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
    const { numberMatched } = await items('datetime=2026-01-14');
    expect(new URL(visitor.page.url()).searchParams.get('datetime')).toBeTruthy();
    expect(seen.shown).toBe(numberMatched);
    expectAgreement(seen);
  });

  it('by category, verification and words changes everything, and each goes with its chip', async () => {
    await map.open(server.origin);
    const all = await map.seen();

    await map.change(async () => (await map.filter('Category', 'Protest')).click());
    const protests = await map.seen();
    expect(protests.shown).toBe((await items('category=protest')).numberMatched);
    expect(protests.bars).not.toBe(all.bars);
    expectAgreement(protests);

    await map.change(async () => (await map.filter('How sure', 'Disputed')).click());
    const disputed = await map.seen();
    expect(disputed.shown).toBe(
      (await items('category=protest&verification=disputed')).numberMatched,
    );
    expectAgreement(disputed);

    await map.change(() =>
      visitor.page.getByRole('button', { name: /Remove filter: Dis/ }).click(),
    );
    await map.change(() => map.search.fill('whipple'));
    const whipple = await map.seen();
    expect(whipple.shown).toBe((await items('category=protest&q=whipple')).numberMatched);
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
    await visitor.page.getByText(/left out: .*colour/).waitFor();
    expect((await map.seen()).shown).toBeGreaterThan(0);
    visitor.expectQuiet();
  });
});

describe('a download', () => {
  it('holds exactly the incidents that its link counts, on the page and by curl', async () => {
    await map.open(`${server.origin}/?category=protest&datetime=2026-01-07/2026-01-31`);
    await map.downloads.locator('summary').click();
    for (const name of [/^In this view/, /^All that match/]) {
      const link = map.downloads.getByRole('link', { name });
      const counted = Number(/\((\d+)\)/.exec((await link.textContent()) ?? '')?.[1]);
      const [download] = await Promise.all([visitor.page.waitForEvent('download'), link.click()]);
      const downloaded = await featuresOf(download);
      expect(downloaded).toHaveLength(counted);
      const href = (await link.getAttribute('href')) ?? '';
      expect(await get<unknown>(href)).toHaveProperty('features', downloaded);
    }
    const { shown } = await map.seen();
    const { features } = await items('category=protest&datetime=2026-01-07/2026-01-31&limit=1000');
    expect(features).toHaveLength(shown);
    visitor.expectQuiet();
  });
});

interface Items {
  readonly numberMatched: number;
  readonly features: readonly IncidentFeature[];
}

function items(query: string): Promise<Items> {
  return get(`/api/collections/incidents/items?${query}`);
}

function item(id: string, query = ''): Promise<IncidentFeature> {
  return get(`/api/collections/incidents/items/${id}${query}`);
}

/** Asks the server as curl would. */
async function get<T>(path: string): Promise<T> {
  const response = await fetch(new URL(path, `http://127.0.0.1:${server.port}`));
  expect(response.status).toBe(200);
  return (await response.json()) as T;
}

async function featuresOf(download: Download): Promise<readonly IncidentFeature[]> {
  expect(download.suggestedFilename()).toMatch(/\.geojson$/);
  const { features } = JSON.parse(readFileSync(await download.path(), 'utf8')) as Items;
  return features;
}

async function largestCluster(): Promise<{ index: number; count: number }> {
  const labels = await map.marks.evaluateAll((all) => all.map((one) => one.ariaLabel ?? ''));
  const counts = labels.map((label) => Number(/^(\d+) incidents close/.exec(label)?.[1] ?? 1));
  const count = Math.max(...counts);
  return { index: counts.indexOf(count), count };
}

/** @returns how many colours the map's picture has: a blank one has few. */
async function coloursDrawn(): Promise<number> {
  const png = await visitor.page.getByTestId('map').screenshot();
  const judge = await browser.newPage();
  const colours = await judge.evaluate(async (base64) => {
    const picture = await fetch(`data:image/png;base64,${base64}`);
    const bitmap = await createImageBitmap(await picture.blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const { data } = context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? { data: [] };
    const found = new Set<number>();
    for (let i = 0; i < data.length; i += 4) {
      found.add(((data[i] ?? 0) << 16) | ((data[i + 1] ?? 0) << 8) | (data[i + 2] ?? 0));
    }
    return found.size;
  }, png.toString('base64'));
  await judge.close();
  return colours;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
