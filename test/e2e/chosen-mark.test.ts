import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../running-server.ts';
import { startFirstMap, stopFirstMap } from './first-map.ts';
import type { MapPage } from './map-page.ts';
import { PHONE, type Visitor } from './visitor.ts';

/** What is chosen stands on the part of the map that is seen. */
let server: RunningServer;
let browser: Browser;
let visitor: Visitor;
let map: MapPage;

beforeAll(async () => {
  ({ server, browser, visitor, map } = await startFirstMap(PHONE));
});

afterAll(() => stopFirstMap({ browser, server }));

const CHOSEN = { id: '2026-02-05-highway-62-gun', title: 'ICE officer draws a gun' };
const ON_SCREEN = { longitude: -93.284, latitude: 44.89 };
/** Of zoom 13, in pixels for a degree. */
const ACROSS = 11_651;
const DOWN = 16_445;
/** The middle of what is clear, with the sheet at its lowest. */
const MIDDLE = { x: 180, y: 341 };

/** @returns the address of a map on which the chosen one stands at these pixels. */
function addressFor({ x, y }: { x: number; y: number }): string {
  const longitude = ON_SCREEN.longitude - (x - MIDDLE.x) / ACROSS;
  const latitude = ON_SCREEN.latitude + (y - MIDDLE.y) / DOWN;
  return `map=13/${latitude.toFixed(5)}/${longitude.toFixed(5)}`;
}

/** @returns what is seen where the chosen mark stands: the map, if nothing lies over it. */
async function seenAtMark(): Promise<string> {
  const box = await map.mark(CHOSEN.title).boundingBox();
  if (!box) throw new Error('the mark is not on the map');
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  return visitor.page.evaluate(
    ({ x, y }) => document.elementFromPoint(x, y)?.className ?? '',
    middle,
  );
}

const cameraIn = (address: string): string | null => new URL(address).searchParams.get('map');

describe('what is chosen', () => {
  it('from the list comes out from under the sheet', async () => {
    await map.open(`${server.origin}/?${addressFor({ x: 180, y: 560 })}`);
    await visitor.page.getByRole('button', { name: 'Open the list', exact: true }).tap();
    await map.change(() => map.row(CHOSEN.title).tap());
    await map.heading(/draws a gun/).waitFor();
    await expect.poll(seenAtMark).toContain('maplibregl-canvas');
    await visitor.picture('narrow-chosen-from-list');
  });

  it('from a link comes out from under the buttons', async () => {
    await map.open(`${server.origin}/?incident=${CHOSEN.id}&${addressFor({ x: 330, y: 200 })}`);
    await map.heading(/draws a gun/).waitFor();
    await expect.poll(seenAtMark).toContain('maplibregl-canvas');
    await visitor.picture('narrow-chosen-from-link');
  });

  it('by keys comes out from under the sheet that it raises', async () => {
    await map.open(`${server.origin}/?${addressFor({ x: 180, y: 560 })}`);
    await map.mark(CHOSEN.title).focus();
    await map.change(() => visitor.page.keyboard.press('Enter'));
    await map.heading(/draws a gun/).waitFor();
    await expect.poll(seenAtMark).toContain('maplibregl-canvas');
  });

  it('moves nothing where it is seen already', async () => {
    const address = addressFor({ x: 150, y: 220 });
    await map.open(`${server.origin}/?${address}`);
    const before = cameraIn(visitor.page.url());
    await visitor.page.getByRole('button', { name: 'Open the list', exact: true }).tap();
    await map.change(() => map.row(CHOSEN.title).tap());
    await map.heading(/draws a gun/).waitFor();
    await map.settled();
    expect(cameraIn(visitor.page.url())).toBe(before);
    visitor.expectQuiet();
  });
});
