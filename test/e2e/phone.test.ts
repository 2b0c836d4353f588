import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../running-server.ts';
import { items } from './ask.ts';
import { startFirstMap, stopFirstMap } from './first-map.ts';
import { expectAgreement, MapPage } from './map-page.ts';
import { newVisitor, PHONE, type Visitor } from './visitor.ts';

/** A phone in one hand: 360 × 740, touch. */
let server: RunningServer;
let browser: Browser;
let visitor: Visitor;
let map: MapPage;

beforeAll(async () => {
  ({ server, browser, visitor, map } = await startFirstMap({ ...PHONE, deviceScaleFactor: 2 }));
  await map.open(server.origin);
});

afterAll(() => stopFirstMap({ browser, server }));

describe('on a phone', () => {
  it('the map has most of the screen, under a sheet that says how many', async () => {
    const sheet = await visitor.page
      .getByRole('region', { name: 'Incidents', exact: true })
      .boundingBox();
    expect(sheet?.height).toBeLessThan(740 / 3);
    await visitor.page
      .getByText(/\d+ of \d+ incidents/)
      .first()
      .waitFor();
    await visitor.picture('narrow-1-peek');
    visitor.expectQuiet();
  });

  it('the sheet rises to the list, in step with the map', async () => {
    await visitor.page.getByRole('button', { name: 'Open the list', exact: true }).tap();
    await visitor.page.getByRole('button', { name: 'Open the list fully' }).waitFor();
    const seen = await map.seen();
    expectAgreement(seen);
    await visitor.picture('narrow-2-list');
  });

  it('filters stand on a page of their own, and say what they would show', async () => {
    await map.change(async () => (await map.filter('Category', 'Protest')).tap());
    const show = visitor.page.getByRole('button', { name: /^Show \d+ incidents/ });
    const counted = Number(/\d+/.exec((await show.textContent()) ?? '')?.[0]);
    await visitor.picture('narrow-3-filters');
    await show.tap();
    const seen = await map.seen();
    expect(seen.shown).toBe(counted);
    expect(seen.shown).toBeLessThan(seen.total);
    visitor.expectQuiet();
  });

  it('what is pressed before the first answer has come holds, once it has', async () => {
    const early = await newVisitor(browser, server.origin, PHONE);
    await early.page.route('**/api/view?**', async (route) => {
      await early.page.waitForTimeout(3000);
      await route.continue();
    });
    const earlyMap = new MapPage(early.page);
    await early.page.goto(server.origin);
    await (await earlyMap.filter('Category', 'Protest')).tap();
    expect(await early.page.locator('html[data-map="idle"]').count()).toBe(0);
    await early.page.getByRole('button', { name: /^Show (\d+ )?incidents$/ }).tap();
    const seen = await earlyMap.seen();
    expect(early.page.url()).toContain('category=protest');
    expect(seen.shown).toBe((await items(server, 'category=protest')).numberMatched);
    early.expectQuiet();
    await early.context.close();
  });

  it('an incident is read in the sheet, and Back gives the list again', async () => {
    const title = (await map.seen()).listed[0] ?? '';
    await map.change(() => map.row(title).tap());
    await map.heading(title).waitFor();
    await visitor.picture('narrow-4-incident');
    await map.change(() => visitor.page.goBack());
    expect((await map.seen()).listed[0]).toBe(title);
    visitor.expectQuiet();
  });

  it('whatever is pressed is at least 24 pixels wide and high', async () => {
    const small = await visitor.page
      .locator('button:visible, summary:visible, [role=slider]:visible')
      .evaluateAll((all) =>
        all
          .map((one) => ({
            name: one.ariaLabel ?? one.textContent,
            box: one.getBoundingClientRect(),
          }))
          .filter(({ box }) => box.width < 24 || box.height < 24)
          .map(({ name, box }) => `${name}: ${box.width} × ${box.height}`),
      );
    expect(small).toEqual([]);
  });
});
