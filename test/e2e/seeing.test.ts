import { buffer } from 'node:stream/consumers';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../running-server.ts';
import { startFirstMap, stopFirstMap } from './first-map.ts';
import type { MapPage } from './map-page.ts';
import { axeViolations, type Visitor } from './visitor.ts';

/** Ways of seeing the same incidents: how dense they lie, and how far from oneself. */
let server: RunningServer;
let browser: Browser;
let visitor: Visitor;
let map: MapPage;

beforeAll(async () => {
  ({ server, browser, visitor, map } = await startFirstMap({
    permissions: ['geolocation'],
    geolocation: { longitude: -93.26832, latitude: 44.95517, accuracy: 30 },
  }));
  await map.open(server.origin);
});

afterAll(() => stopFirstMap({ browser, server }));

describe('the heat map', () => {
  it('is one press away, has an address, and leaves the list as it is', async () => {
    const before = await map.seen();
    await map.change(() => visitor.page.getByRole('button', { name: 'Heat map' }).click());
    expect(visitor.page.url()).toContain('show=heat');
    expect((await map.seen()).listed).toEqual(before.listed);
    expect(await axeViolations(visitor.page)).toEqual([]);
    await visitor.picture('wide-heat');
  });

  it('opens from its link, and Back from it leads to the marks', async () => {
    await visitor.page.reload();
    await map.settled();
    const button = visitor.page.getByRole('button', { name: 'Heat map' });
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    await map.change(() => button.click());
    expect(visitor.page.url()).not.toContain('show=');
    visitor.expectQuiet();
  });
});

describe('a view to take along', () => {
  it('is saved as a picture with its counts, colours and credit around the map', async () => {
    const download = visitor.page.waitForEvent('download');
    await visitor.page.getByRole('button', { name: 'Save this view as a picture' }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toBe('minneapolis-incidents.png');
    const bytes = await buffer(await saved.createReadStream());
    const map = await visitor.page.getByTestId('map').boundingBox();
    // The first chunk of a PNG tells its size (PNG, third edition, 11.2.1).
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(bytes.readUInt32BE(16)).toBe(map?.width);
    expect(bytes.readUInt32BE(20)).toBeGreaterThan((map?.height ?? 0) + 100);
    if (process.env.SCREENSHOT_DIR) await saved.saveAs(`${process.env.SCREENSHOT_DIR}/saved.png`);
    await visitor.page.getByText('Picture saved.').waitFor({ state: 'attached' });
  });

  it('is printed with the map on it, and the list in full', async () => {
    await visitor.page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await visitor.page.emulateMedia({ media: 'print' });
    const printed = visitor.page.getByAltText('The map of this view');
    await printed.waitFor();
    const drawn = await printed.evaluate((image: HTMLImageElement) => image.naturalWidth);
    expect(drawn).toBeGreaterThan(400);
    const rows = visitor.page.locator('.row-title');
    expect(await rows.last().isVisible()).toBe(true);
    await visitor.picture('printed');
    await visitor.page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await visitor.page.emulateMedia({ media: 'screen' });
    await map.settled();
    visitor.expectQuiet();
  });
});

describe('where I am', () => {
  it('is told to no server: the list says how far each incident is', async () => {
    const asked: string[] = [];
    visitor.page.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')));
    await visitor.page.getByRole('button', { name: 'Where I am' }).click();
    await visitor.page
      .getByText(/mi from you/)
      .first()
      .waitFor();
    await map.settled();
    expect(asked).toEqual([]);
    expect(visitor.page.url()).not.toContain('93.268');
    expect(await axeViolations(visitor.page)).toEqual([]);
    visitor.expectQuiet();
  });

  it('is forgotten at a second press', async () => {
    await visitor.page.getByRole('button', { name: 'Where I am' }).click();
    await expect.poll(() => visitor.page.getByText(/mi from you/).count()).toBe(0);
  });
});

describe('a view on paper', () => {
  it('is dark on light, also where the page is light on dark', async () => {
    const scheme = (): Promise<string> =>
      visitor.page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
    await visitor.page.getByRole('button', { name: 'Switch to dark colours' }).click();
    expect(await scheme()).toBe('dark');
    await visitor.page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    expect(await scheme()).toBe('light');
    await visitor.page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    expect(await scheme()).toBe('dark');
    await visitor.page.getByRole('button', { name: 'Switch to light colours' }).click();
    await map.settled();
    visitor.expectQuiet();
  });
});
