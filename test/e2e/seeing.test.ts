import { buffer } from 'node:stream/consumers';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WORLD_PX } from '../../client/map/first-camera.ts';
import { mercatorX, mercatorY } from '../../data/view/mercator.ts';
import type { RunningServer } from '../running-server.ts';
import { startFirstMap, stopFirstMap } from './first-map.ts';
import { MapPage } from './map-page.ts';
import { endPrint, print } from './paper.ts';
import { axeViolations, newVisitor, PHONE, type Visitor } from './visitor.ts';

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
    const { shown } = await map.seen();
    await print(visitor.page);
    const printed = visitor.page.getByAltText('The map of this view');
    const drawn = await printed.evaluate((image: HTMLImageElement) => image.naturalWidth);
    expect(drawn).toBeGreaterThan(400);
    expect(await visitor.page.locator('.row-title:visible').count()).toBe(shown);
    await visitor.picture('printed');
    await endPrint(visitor.page);
    await map.settled();
    visitor.expectQuiet();
  });

  it.each([
    ['a wide screen', { viewport: { width: 1440, height: 900 } }],
    ['a phone', { viewport: { width: 360, height: 740 } }],
  ])('says on paper what it is of, from %s as well', async (_, options) => {
    const other = await newVisitor(browser, server.origin, options);
    const { page } = other;
    const area = 'POLYGON((-93.33 44.89,-93.19 44.89,-93.19 45.05,-93.33 45.05))';
    const filter = `category=protest,vigil&datetime=2026-01-08/2026-01-31&asOf=2026-02-01`;
    await new MapPage(page).open(`${server.origin}/?${filter}&within=${area}`);
    await print(page);
    const text = (await page.locator('body').allInnerTexts()).join();
    for (const words of [
      'Minneapolis Incident Map',
      /\d+ of \d+ incidents · .* in the drawn area · .*8–31 Jan 2026/,
      'Only Inside a drawn area, Protest, Vigil',
      'What was known on 1 February 2026',
      /Read \d+ \w+ \d{4}: http.*category=protest/,
    ]) {
      expect(text).toMatch(words);
    }
    expect(text.match(/Minneapolis Incident Map/g)).toHaveLength(1);
    await other.picture(`printed-of-${options.viewport.width}`);
    // A record on paper is seen on the map of a view too.
    await endPrint(page);
    await page.goto(`${server.origin}/?${filter}&incident=2026-01-14-north-shooting`);
    await new MapPage(page).settled();
    await page.getByRole('heading', { name: 'Accounts' }).waitFor({ state: 'attached' });
    await print(page);
    expect((await page.locator('body').allInnerTexts()).join()).toContain('Only Protest, Vigil');
    other.expectQuiet();
    await other.context.close();
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

describe('where I am, on a phone', () => {
  const PRESSED = { name: 'Where I am' } as const;
  /** Pixels that lie over the map: the search above, the sheet below, and the buttons at the right. */
  const [ABOVE, PEEK, HALF, BUTTONS] = [60, 118, 400, 60];
  let phone: Visitor;
  let phoneMap: MapPage;

  /** Presses the button, and reckons where the device then lies on the map, in pixels from its corner. */
  async function placeAfterPress(): Promise<{ x: number; y: number }> {
    await phoneMap.change(() => phone.page.getByRole('button', PRESSED).tap());
    const [zoom = 0, latitude = 0, longitude = 0] = (
      new URL(phone.page.url()).searchParams.get('map') ?? ''
    )
      .split('/')
      .map(Number);
    const world = WORLD_PX * 2 ** zoom;
    const { width, height } = PHONE.viewport;
    return {
      x: width / 2 + (mercatorX(-93.26832) - mercatorX(longitude)) * world,
      y: ABOVE + (height - ABOVE - PEEK) / 2 + (mercatorY(44.95517) - mercatorY(latitude)) * world,
    };
  }

  beforeAll(async () => {
    phone = await newVisitor(browser, server.origin, {
      ...PHONE,
      permissions: ['geolocation'],
      geolocation: { longitude: -93.26832, latitude: 44.95517, accuracy: 30 },
    });
    phoneMap = new MapPage(phone.page);
  });
  afterAll(() => phone?.context.close());

  it.each([
    ['under the lowered sheet', PEEK],
    ['under the raised one', HALF],
  ])('is brought from %s to where nothing lies over it', async (_, sheet) => {
    await phoneMap.open(`${server.origin}/?map=14/45.0037/-93.3`);
    if (sheet === HALF) await phone.page.getByRole('button', { name: 'Open the list' }).tap();
    const { x, y } = await placeAfterPress();
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(PHONE.viewport.width - BUTTONS);
    expect(y).toBeGreaterThan(ABOVE);
    expect(y).toBeLessThan(PHONE.viewport.height - sheet);
    await phone.picture(`where-i-am-${sheet}`);
    phone.expectQuiet();
  });

  it('moves nothing where the server would be asked for what lies there, and says so', async () => {
    await phoneMap.open(`${server.origin}/?q=lake&map=14/45.0037/-93.3`);
    const before = phone.page.url();
    await phone.page.getByRole('button', PRESSED).tap();
    await phone.page.getByText('that would tell the server').waitFor();
    await phoneMap.settled();
    expect(phone.page.url()).toBe(before);
    phone.expectQuiet();
  });

  it('says so where that is nowhere on this map, and nothing is left pressed', async () => {
    await phone.context.setGeolocation({ longitude: -87.63, latitude: 41.88 });
    await phoneMap.open(server.origin);
    const button = phone.page.getByRole('button', PRESSED);
    await button.tap();
    await phone.page.getByText('You are outside of the area of this map').waitFor();
    expect(await button.getAttribute('aria-pressed')).toBe('false');
    await phone.picture('where-i-am-outside');
    phone.expectQuiet();
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
