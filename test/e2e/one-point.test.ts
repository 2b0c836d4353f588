import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, incident } from '../server/made-incidents.ts';
import { type MadeMap, startMadeMap } from './made-map.ts';
import { MapPage } from './map-page.ts';
import { sendReport } from './sent-report.ts';
import { axeViolations, newVisitor, type Visitor } from './visitor.ts';

/** Incidents that share one point: 10,000 at one corner, and five at another. */

const MANY = 10_000;
const FEW = 5;
const HERE = { longitude: -93.2624, latitude: 44.9483 };
const THERE = { longitude: -93.2724, latitude: 44.9583 };

let made: MadeMap;
let visitor: Visitor;
let page: Page;
let map: MapPage;

beforeAll(async () => {
  const here = at(HERE.longitude, HERE.latitude);
  const there = at(THERE.longitude, THERE.latitude);
  made = await startMadeMap([
    ...Array.from({ length: MANY }, (_, n) => incident({ id: `many-${n}`, geometry: here })),
    ...Array.from({ length: FEW }, (_, n) =>
      incident({
        id: `few-${n}`,
        geometry: there,
        properties: { title: `Vigil number ${n}` },
      }),
    ),
    // A step beside: no zoom takes it from the others.
    incident({
      id: 'beside',
      geometry: at(THERE.longitude, THERE.latitude + 0.000003),
      properties: { title: 'Vigil beside' },
    }),
  ]);
  visitor = await newVisitor(made.browser, made.server.origin);
  ({ page } = visitor);
  map = new MapPage(page);
});

afterAll(() => made?.stop());

describe('ten thousand incidents at one point', () => {
  it('are one cluster at every zoom, and a list when it is chosen', async () => {
    for (const zoom of [12, 16, 20]) {
      await map.open(`${made.server.origin}/?map=${zoom}/${HERE.latitude}/${HERE.longitude}`);
      await page
        .getByRole('button', { name: '10,000 incidents at one place: list them' })
        .waitFor();
    }
    await map.change(() => map.pressMark(map.mark('10,000 incidents at one place')));
    await map.heading('10,000 incidents at one place').waitFor();
    await page.locator('.long-list li[aria-setsize="10000"]').first().waitFor();
    expect(await page.locator('.long-list li').count()).toBeLessThan(60);
    await page.locator('.long-list li a').first().focus();
    // Until the page holds the rows itself, it can only go from page to page.
    const last = async (): Promise<string | null | undefined> => {
      await page.keyboard.press('End');
      return page.evaluate(() => document.activeElement?.closest('li')?.ariaPosInSet);
    };
    await expect.poll(last, { timeout: 30_000 }).toBe('10000');
    expect(await axeViolations(page)).toEqual([]);
    await visitor.picture('one-point-many');
    visitor.expectQuiet();
  });

  it('have an address', async () => {
    const address = page.url();
    await page.goto('about:blank');
    await map.open(address);
    await map.heading('10,000 incidents at one place').waitFor();
  });
});

describe('few incidents at one point', () => {
  const close = `map=19/${THERE.latitude}/${THERE.longitude}`;

  it('are listed from afar, with what lies so close that no zoom takes it away', async () => {
    await map.open(`${made.server.origin}/?map=15/${THERE.latitude}/${THERE.longitude}`);
    await map.change(() => map.pressMark(map.mark('6 incidents at one place')));
    await map.heading('6 incidents at one place').waitFor();
    const titles = await page.locator('.list .row-title').allInnerTexts();
    expect(titles.toSorted()).toEqual([
      'Vigil beside',
      ...Array.from({ length: FEW }, (_, n) => `Vigil number ${n}`),
    ]);
  });

  it('stand apart where the map is close, each a mark of its own, none counted twice', async () => {
    await map.open(`${made.server.origin}/?${close}`);
    await map.mark('Vigil number 0').waitFor();
    await map.settled();
    const seen = await map.seen();
    expect(seen.marked).toBe(FEW + 1);
    expect(seen.shown).toBe(FEW + 1);
    const boxes = await Promise.all((await map.marks.all()).map((mark) => mark.boundingBox()));
    const middles = boxes.map((box) => `${box?.x} ${box?.y}`);
    expect(new Set(middles).size).toBe(FEW + 1);
    await visitor.picture('one-point-few');
    expect(await axeViolations(page)).toEqual([]);
    visitor.expectQuiet();
  });

  it('open by the pointer, which marks the row in the list first', async () => {
    const mark = map.mark('Vigil number 2');
    const box = await mark.boundingBox();
    await page.mouse.move((box?.x ?? 0) + 17, (box?.y ?? 0) + 17);
    await page.locator('.row.is-hovered', { hasText: 'Vigil number 2' }).waitFor();
    await map.change(() => map.pressMark(mark));
    await map.heading('Vigil number 2').waitFor();
    await visitor.picture('one-point-few-chosen');
  });

  it('open by the keyboard', async () => {
    await map.open(`${made.server.origin}/?${close}`);
    await map.mark('Vigil number 0').waitFor();
    await map.marks.first().focus();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowRight');
    await map.change(() => page.keyboard.press('Enter'));
    await map.heading(/^Vigil/).waitFor();
    visitor.expectQuiet();
  });

  it('leave their middle to the report of a reader’s own there, which hides none of them', async () => {
    const coordinates: [number, number] = [THERE.longitude, THERE.latitude];
    const token = await sendReport(made.server, { coordinates });
    const reporter = await newVisitor(made.browser, made.server.origin);
    await reporter.context.addInitScript(
      `localStorage.setItem('reports', JSON.stringify(['${token}']))`,
    );
    const theirs = new MapPage(reporter.page);
    await theirs.open(`${made.server.origin}/?${close}`);
    const first = theirs.mark('Vigil number 0');
    await first.waitFor();
    await reporter.page.getByText('Candles at the corner').first().waitFor();
    await theirs.settled();
    await reporter.picture('one-point-own');
    const box = await reporter.page.getByTestId('map').boundingBox();
    if (!box) throw new Error('there is no map');
    // The place that own marks have beside others is here the first of the ring's.
    for (const mark of await theirs.marks.all()) {
      await theirs.change(() => theirs.pressMark(mark));
      expect(reporter.page.url()).not.toContain(token);
    }
    await theirs.change(() =>
      reporter.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2),
    );
    expect(new URL(reporter.page.url()).hash).toBe(`#report/${token}`);
    reporter.expectQuiet();
    await reporter.context.close();
  });

  it('stand apart as well where the server has to be asked who they are', async () => {
    await map.open(`${made.server.origin}/?q=vigil&${close}`);
    await map.mark('Vigil number 4').waitFor();
    expect((await map.seen()).marked).toBe(FEW + 1);
    visitor.expectQuiet();
  });
});
