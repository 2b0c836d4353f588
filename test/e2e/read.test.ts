import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../running-server.ts';
import { item, items } from './ask.ts';
import { startFirstMap, stopFirstMap } from './first-map.ts';
import { expectAgreement, type MapPage } from './map-page.ts';
import type { Visitor } from './visitor.ts';

/** A reader opens the map of the first data set and reads. */
const SHOOTING = '2026-01-14-north-shooting';

let server: RunningServer;
let browser: Browser;
let visitor: Visitor;
let map: MapPage;

beforeAll(async () => {
  ({ server, browser, visitor, map } = await startFirstMap());
});

afterAll(() => stopFirstMap({ browser, server }));

describe('opening', () => {
  it('shows the city with every incident marked, listed and counted', async () => {
    await map.open(server.origin);
    const seen = await map.seen();
    const { numberMatched } = await items(server, '');
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
    await map.change(() => visitor.page.goBack());
    await expect.poll(async () => (await map.seen()).marked).toBe(before.marked);
    visitor.expectQuiet();
  });

  it('give way to single incidents, which open when they are pressed', async () => {
    await map.open(`${server.origin}/?map=17/45.0037/-93.2872`);
    const { properties } = await item(server, SHOOTING);
    await map.change(() => map.pressMark(map.mark(properties.title)));
    await map.heading(properties.title).waitFor();
    expect(new URL(visitor.page.url()).searchParams.get('incident')).toBe(SHOOTING);
    visitor.expectQuiet();
  });
});

describe('an incident', () => {
  it('says what happened, who says what, who disputes whom, how sure, and the sources', async () => {
    await map.open(`${server.origin}/?incident=${SHOOTING}`);
    const { properties } = await item(server, SHOOTING);
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
    // Who is none of the roles is told by who they are: "The charged officer".
    const roles = await detail.locator('.account-role').allTextContents();
    expect(properties.accounts.some(({ role }) => role === 'other')).toBe(true);
    expect(roles).not.toContain('Other');
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
    const { properties } = await item(server, SHOOTING, '?asOf=2026-01-14');
    expect(properties.accounts.map(({ by }) => by)).toEqual(['Department of Homeland Security']);
    visitor.expectQuiet();
  });
});

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
