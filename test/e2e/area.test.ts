import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAddress } from '../../client/state/address.ts';
import { areaOf } from '../../data/geo/area.ts';
import { plainlyHas } from '../data/geo/areas.ts';
import type { RunningServer } from '../running-server.ts';
import { startFirstMap, stopFirstMap } from './first-map.ts';
import { expectAgreement, MapPage } from './map-page.ts';
import { axeViolations, newVisitor, PHONE, type Visitor } from './visitor.ts';

/** An area is drawn on the map to narrow by: by mouse, by keys alone, and with a thumb. */
let server: RunningServer;
let browser: Browser;
let visitor: Visitor;
let map: MapPage;

beforeAll(async () => {
  ({ server, browser, visitor, map } = await startFirstMap());
  await map.open(server.origin);
});

afterAll(() => stopFirstMap({ browser, server }));

/** Where corners are put: parts of the map's width and height. */
const CORNERS = [
  [0.35, 0.3],
  [0.65, 0.3],
  [0.65, 0.55],
  [0.5, 0.45],
  [0.35, 0.55],
] as const;

async function spot(page: MapPage, [x, y]: readonly [number, number]): Promise<[number, number]> {
  const box = await page.page.getByTestId('map').boundingBox();
  if (!box) throw new Error('there is no map');
  return [box.x + box.width * x, box.y + box.height * y];
}

async function startDrawing(page: MapPage): Promise<void> {
  await page.page.getByRole('button', { name: /^(Draw an|Change the drawn) area$/ }).click();
  await page.page.getByRole('application').waitFor();
}

/** Runs in the page: presses the map at a spot of the page and Enter, as soon as an area can be drawn. */
function pressOnceThere([clientX, clientY]: readonly [number, number]): Promise<void> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector('[role="application"]')) return;
      observer.disconnect();
      const options = { bubbles: true, cancelable: true };
      for (const type of ['mousedown', 'mouseup', 'click']) {
        const canvas = document.querySelector('.maplibregl-canvas');
        canvas?.dispatchEvent(new MouseEvent(type, { ...options, clientX, clientY }));
      }
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { ...options, key: 'Enter' }),
      );
      resolve();
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });
}

function drawnIn(page: MapPage) {
  const { filter, dropped } = readAddress(new URL(page.page.url()).search, '');
  expect(dropped).toEqual([]);
  if (filter.within === null) throw new Error('the address has no area');
  return filter.within;
}

/** What the page shows is what the data set has in the area of its address. */
async function expectTrue(page: MapPage): Promise<void> {
  const within = drawnIn(page);
  const answer = await fetch(`${server.origin}/api/incidents.geojson`);
  const { features } = (await answer.json()) as {
    features: { geometry: { coordinates: [number, number] } | null }[];
  };
  const placed = features.flatMap(({ geometry }) => (geometry ? [geometry.coordinates] : []));
  const inside = placed.filter((position) => plainlyHas(within, position)).length;
  expect(inside).toBeGreaterThan(0);
  expect(inside).toBeLessThan(placed.length);
  const seen = await page.seen();
  // Of what has no place nobody knows whether it lies in the area: it is listed, and not counted.
  expect(seen.shown).toBe(inside);
  expectAgreement({ ...seen, shown: inside + seen.unplaced.length });
}

describe('with a mouse', () => {
  it('corners are put by presses, and a press on the first closes the area', async () => {
    await startDrawing(map);
    for (const corner of CORNERS) {
      await visitor.page.mouse.click(...(await spot(map, corner)));
    }
    await visitor.page.getByText('5 corners. Finish, or press').waitFor();
    expect(await axeViolations(visitor.page)).toEqual([]);
    await visitor.picture('area-1-drawing');
    await map.change(async () => {
      await visitor.page.mouse.click(...(await spot(map, CORNERS[0])));
    });
    expect(drawnIn(map)).toHaveLength(5);
    await expectTrue(map);
    await visitor.page.getByText(/^\d+ in the drawn area · \d+ without a place$/).waitFor();
    expect(await axeViolations(visitor.page)).toEqual([]);
    await visitor.picture('area-2-drawn');
    visitor.expectQuiet();
  });

  it('its link opens the same, and its downloads and feed hold the same', async () => {
    const before = await map.seen();
    await visitor.page.reload();
    await map.settled();
    expect(await map.seen()).toEqual(before);
    await map.downloads.locator('summary').click();
    const links = await map.downloads.getByRole('link').all();
    for (const link of links) {
      const [href, words] = [await link.getAttribute('href'), await link.textContent()];
      expect(decodeURIComponent(String(href))).toContain('within=POLYGON((');
      const saved = await (await fetch(new URL(String(href), server.origin))).json();
      const { features } = saved as { features: unknown[] };
      expect(features).toHaveLength(before.listed.length);
      expect(words).toContain(`(${features.length})`);
    }
    await map.downloads.locator('summary').click();
    await visitor.page.getByRole('button', { name: 'What changed' }).click();
    const feed = visitor.page.locator('a[href^="/api/incidents.atom"]').first();
    expect(await feed.getAttribute('href')).toContain('within=POLYGON');
    await visitor.page.getByRole('button', { name: 'Back to the list' }).click();
  });

  it('a corner is dragged elsewhere, and a double press puts the last one', async () => {
    const before = drawnIn(map);
    const narrowed = (await map.seen()).shown;
    await startDrawing(map);
    // What lies around it is seen while it is changed.
    await expect.poll(async () => (await map.seen()).shown).toBeGreaterThan(narrowed);
    await visitor.page.mouse.move(...(await spot(map, CORNERS[3])));
    await visitor.page.mouse.down();
    await visitor.page.mouse.move(...(await spot(map, [0.5, 0.5])), { steps: 4 });
    await visitor.page.mouse.move(...(await spot(map, [0.5, 0.6])), { steps: 4 });
    await visitor.page.mouse.up();
    await visitor.page.getByText('5 corners.').waitFor();
    await map.change(async () => {
      await visitor.page.mouse.dblclick(...(await spot(map, [0.3, 0.45])));
    });
    const after = drawnIn(map);
    expect(after).toHaveLength(6);
    expect(after.slice(0, 3)).toEqual(before.slice(0, 3));
    expect(after[3]?.[1]).toBeLessThan(before[3]?.[1] as number);
    await expectTrue(map);
  });

  it('lines that cross make no area, and Escape leaves all as it was', async () => {
    const address = visitor.page.url();
    await startDrawing(map);
    await visitor.page.mouse.click(...(await spot(map, [0.6, 0.2])));
    await visitor.page.getByText('Lines cross or touch.').waitFor();
    const finish = visitor.page.getByRole('button', { name: 'Finish', exact: true });
    expect(await finish.getAttribute('aria-disabled')).toBe('true');
    await visitor.picture('area-3-crossing');
    await visitor.page.getByRole('button', { name: 'Step back' }).click();
    await visitor.page.getByText('6 corners.').waitFor();
    await visitor.page.keyboard.press('Escape');
    await map.settled();
    expect(visitor.page.url()).toBe(address);
    expect(await visitor.page.getByRole('application').count()).toBe(0);
  });

  it('is taken away by its chip, and Back brings it again', async () => {
    const before = await map.seen();
    const chip = visitor.page.getByRole('button', { name: 'Inside a drawn area' });
    await map.change(() => chip.click());
    expect(visitor.page.url()).not.toContain('within');
    expect((await map.seen()).shown).toBeGreaterThan(before.shown);
    await map.change(() => visitor.page.goBack());
    expect((await map.seen()).shown).toBe(before.shown);
  });

  it('where nothing lies in it, the list says how to widen the view', async () => {
    const area = 'POLYGON((-93.5 44.7,-93.49 44.7,-93.49 44.71))';
    await map.open(`${server.origin}/?category=shooting&q=zzz&within=${area}`);
    await map.change(() => visitor.page.getByRole('button', { name: 'Remove the area' }).click());
    expect(visitor.page.url()).not.toContain('within');
  });

  it('an area that a link has mangled is left out, and named', async () => {
    await map.open(`${server.origin}/?category=vigil&within=POLYGON((1 2,3`);
    await visitor.page.getByText('the drawn area').first().waitFor();
    expect((await map.seen()).shown).toBeGreaterThan(0);
  });
});

describe('with keys alone', () => {
  it('the map moves under a cross, Enter puts corners, and Finish is pressed', async () => {
    await map.open(server.origin);
    const { keyboard } = visitor.page;
    const press = async (...keys: string[]): Promise<void> => {
      for (const key of keys) await keyboard.press(key);
    };
    await visitor.page.getByRole('button', { name: 'Draw an area' }).focus();
    await press('Enter');
    await visitor.page.getByRole('application').waitFor();
    const east = Array<string>(4).fill('ArrowRight');
    const south = Array<string>(3).fill('ArrowDown');
    await press('Enter', ...east, 'Enter', ...south, 'Enter', ...south, 'Enter', 'Backspace');
    await visitor.page.getByText('3 corners. Finish').waitFor();
    // On to the buttons of the bar: put, back, finish.
    await press('Tab', 'Tab', 'Tab');
    await visitor.picture('area-4-by-keys');
    await map.change(() => press('Enter'));
    const within = drawnIn(map);
    expect(within).toHaveLength(3);
    expect(areaOf(within)).toEqual(within);
    const focused = visitor.page.locator(':focus');
    expect(await focused.getAttribute('aria-label')).toBe('Change the drawn area');
  });

  it('what is pressed the moment the tool is there is not lost', async () => {
    const { page } = visitor;
    const before = page.url();
    await map.open(server.origin);
    const [x, y] = await spot(map, [0.6, 0.2]);
    // Pressed by the page itself, sooner than any hand: on the map, and by key where the focus is.
    await Promise.all([page.evaluate(pressOnceThere, [x, y] as const), startDrawing(map)]);
    await page.getByText('2 corners. Three make an area.').waitFor();
    await map.open(before);
  });

  it('a corner is moved by arrows and removed by Delete', async () => {
    const before = drawnIn(map);
    await startDrawing(map);
    const corner = visitor.page.getByRole('button', { name: /^Corner 2 of 3/ });
    await corner.focus();
    await visitor.page.keyboard.press('ArrowUp');
    await map.change(() =>
      visitor.page.getByRole('button', { name: 'Finish', exact: true }).press('Enter'),
    );
    const after = drawnIn(map);
    expect(after[0]).toEqual(before[0]);
    expect(after[1]?.[1]).toBeGreaterThan(before[1]?.[1] as number);
    await startDrawing(map);
    await corner.focus();
    await visitor.page.keyboard.press('Delete');
    await visitor.page.getByText('2 corners. Three make an area.').waitFor();
    await visitor.page.keyboard.press('Escape');
    expect(drawnIn(map)).toEqual(after);
    visitor.expectQuiet();
  });
});

describe('with keys held, or pressed early', () => {
  it('Enter that is held down puts one corner, and at Finish starts nothing anew', async () => {
    const { page } = visitor;
    await map.open(server.origin);
    await startDrawing(map);
    const hold = async (): Promise<void> => {
      // The same key down again is what a browser calls a repeat.
      for (let times = 0; times < 4; times++) await page.keyboard.down('Enter');
      await page.keyboard.up('Enter');
    };
    await hold();
    await page.getByText('1 corner. Three make an area.').waitFor();
    await page.keyboard.press('ArrowRight');
    await hold();
    await page.getByText('2 corners. Three make an area.').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('button', { name: 'Put a corner' }).focus();
    await hold();
    await page.getByText('3 corners. Finish').waitFor();
    await page.getByRole('button', { name: 'Finish', exact: true }).focus();
    await map.change(hold);
    expect(drawnIn(map)).toHaveLength(3);
    expect(await page.getByRole('application').count()).toBe(0);
  });

  it('Tab comes to one corner, and Page Down leads to the others', async () => {
    const { page } = visitor;
    await startDrawing(map);
    await page.getByRole('button', { name: 'Cancel' }).focus();
    const focused = page.locator(':focus');
    const label = (): Promise<string | null> => focused.getAttribute('aria-label');
    await page.keyboard.press('Tab');
    expect(await label()).toMatch(/^Corner 1 of 3/);
    await page.keyboard.press('PageDown');
    expect(await label()).toMatch(/^Corner 2 of 3/);
    await page.keyboard.press('End');
    expect(await label()).toMatch(/^Corner 3 of 3/);
    await page.keyboard.press('Shift+Tab');
    expect(await label()).toBe('Cancel');
    await page.keyboard.press('Tab');
    expect(await label()).toMatch(/^Corner 3 of 3/);
    await page.keyboard.press('Delete');
    expect(await label()).toMatch(/^Corner 2 of 2/);
    await page.keyboard.press('Tab');
    expect(await page.locator('.area-tool :focus').count()).toBe(0);
    await page.keyboard.press('Escape');
  });

  it('what is pressed while the tool is on its way is done once it is there', async () => {
    const early = await newVisitor(browser, server.origin, { serviceWorkers: 'block' });
    const { page } = early;
    const slow = new MapPage(page);
    let letThrough = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    await page.route(/\/assets\/AreaTool-.*\.js$/, async (route) => {
      await gate;
      await route.continue();
    });
    await slow.open(server.origin);
    const address = page.url();
    await page.getByRole('button', { name: 'Draw an area' }).focus();
    for (const key of ['Enter', 'Enter', 'ArrowRight', 'ArrowRight', 'Enter', 'ArrowDown']) {
      await page.keyboard.press(key);
    }
    await page.mouse.click(...(await spot(slow, [0.3, 0.6])));
    expect(page.url()).toBe(address);
    letThrough();
    await page.getByText('3 corners. Finish').waitFor();
    await page.getByRole('button', { name: 'Finish', exact: true }).click();
    await expect.poll(() => page.url()).toContain('within');
    const [first, second] = drawnIn(slow);
    expect(second?.[0]).toBeGreaterThan(first?.[0] as number);
    await early.context.close();
  });
});

describe('on a phone', () => {
  it('corners are put by taps, or under the cross by a button in reach of the thumb', async () => {
    const phone = await newVisitor(browser, server.origin, PHONE);
    const page = new MapPage(phone.page);
    await page.open(server.origin);
    await phone.page.getByRole('button', { name: 'Draw an area' }).tap();
    await phone.page.getByRole('button', { name: 'Put a corner' }).tap();
    for (const corner of [
      [0.2, 0.35],
      [0.7, 0.3],
      [0.75, 0.5],
    ] as const) {
      await phone.page.touchscreen.tap(...(await spot(page, corner)));
    }
    await phone.page.getByText('4 corners. Finish').waitFor();
    expect(await axeViolations(phone.page)).toEqual([]);
    await phone.picture('area-5-phone');
    const bar = await phone.page.locator('.area-bar').boundingBox();
    expect(bar?.x).toBeGreaterThanOrEqual(0);
    expect((bar?.x ?? 0) + (bar?.width ?? 0)).toBeLessThanOrEqual(360);
    await page.change(() => phone.page.getByRole('button', { name: 'Finish', exact: true }).tap());
    expect(drawnIn(page)).toHaveLength(4);
    await expectTrue(page);
    await phone.picture('area-6-phone-drawn');
    phone.expectQuiet();
    await phone.context.close();
  });
});
