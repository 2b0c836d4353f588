import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../running-server.ts';
import { ask, item } from './ask.ts';
import { startFirstMap, stopFirstMap } from './first-map.ts';
import { MapPage } from './map-page.ts';
import { sendReport } from './sent-report.ts';
import { axeViolations, newVisitor, type Visitor } from './visitor.ts';

/** What a close reader comes across. */
const SHOOTING = '2026-01-14-north-shooting';

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

describe('accounts that dispute each other', () => {
  it('stand side by side in a panel of 440 px, wide enough to be read', async () => {
    await map.open(`${server.origin}/?incident=${SHOOTING}`);
    const sides = page.locator('.dispute-side');
    const [left, right] = [await sides.nth(0).boundingBox(), await sides.nth(1).boundingBox()];
    expect(left?.y).toBe(right?.y);
    expect(Math.min(left?.width ?? 0, right?.width ?? 0)).toBeGreaterThan(180);
    await visitor.picture('accounts-440');
  });

  it('lead to each other', async () => {
    const { properties } = await item(server, SHOOTING);
    const disputing = properties.accounts.find(({ disputes }) => disputes.length > 0);
    const disputed = properties.accounts.find(({ id }) => id === disputing?.disputes[0]);
    const card = page.locator(`#account-${disputing?.id}`);
    const link = card.locator('.account-disputes').getByRole('link', { name: disputed?.by ?? '?' });
    await link.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(`account-${disputed?.id}`);
    expect(new URL(page.url()).searchParams.get('incident')).toBe(SHOOTING);
    expect(new URL(page.url()).hash).toBe('');
    expect(await axeViolations(page)).toEqual([]);
    visitor.expectQuiet();
  });
});

describe('a citation', () => {
  it('names the record, its revision, the day and a link that opens it', async () => {
    await visitor.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await map.open(`${server.origin}/?q=shot&incident=${SHOOTING}`);
    await page.getByRole('button', { name: 'Cite' }).click();
    await page.getByText('Citation copied.').waitFor();
    const cited = await page.evaluate(() => navigator.clipboard.readText());
    const { properties } = await item(server, SHOOTING);
    expect(cited).toContain(properties.title);
    expect(cited).toContain(`record ${SHOOTING}, revision ${properties.revision}`);
    const [link = ''] = /http\S+$/.exec(cited) ?? [];
    await map.open(link);
    await map.heading(properties.title).waitFor();
    expect(new URL(link).searchParams.get('q')).toBeNull();
    visitor.expectQuiet();
  });

  it('says of a record as it was known on a day which day that is', async () => {
    await map.open(`${server.origin}/?asOf=2026-01-15&incident=${SHOOTING}`);
    await page.getByRole('button', { name: 'Cite' }).click();
    await page.getByText('Citation copied.').waitFor();
    const cited = await page.evaluate(() => navigator.clipboard.readText());
    expect(cited).toContain(', as known on 15 January 2026. http');
  });
});

describe('the reporter’s own report beside others', () => {
  it('leaves the count of a cluster to be seen', async () => {
    const { features } = await ask<{
      features: { geometry: { coordinates: [number, number] }; properties: { cluster: boolean } }[];
    }>(server, '/api/view?zoom=11');
    const cluster = features.find(({ properties }) => properties.cluster);
    const [longitude, latitude] = cluster?.geometry.coordinates ?? [0, 0];
    const token = await sendReport(server, { coordinates: [longitude, latitude] });
    const reporter = await newVisitor(browser, server.origin);
    await reporter.context.addInitScript(
      `localStorage.setItem('reports', JSON.stringify(['${token}']))`,
    );
    const reporterMap = new MapPage(reporter.page);
    await reporterMap.open(`${server.origin}/?map=11/${latitude}/${longitude}`);
    await reporter.page.getByText('Candles at the corner').first().waitFor();
    await reporterMap.settled();
    await reporter.picture('pending-beside-cluster');
    const middle = await reporter.page.getByTestId('map').boundingBox();
    const [x, y] = [
      (middle?.x ?? 0) + (middle?.width ?? 0) / 2,
      (middle?.y ?? 0) + (middle?.height ?? 0) / 2,
    ];
    await reporterMap.change(() => reporter.page.mouse.click(x, y - 48));
    await expect.poll(() => new URL(reporter.page.url()).hash).toContain(`#report/${token}`);
    reporter.expectQuiet();
    await reporter.context.close();
  });
});

describe('a first load that fails', () => {
  it.each([
    [1280, 800],
    [360, 740],
  ])('at %i × %i says so, and shows no time to play', async (width, height) => {
    const unlucky = await newVisitor(browser, server.origin, { viewport: { width, height } });
    unlucky.allow(/status of 503|ERR_FAILED|failed:/);
    await unlucky.page.route('**/api/**', (route) => route.fulfill({ status: 503, body: '' }));
    await unlucky.page.goto(server.origin);
    await unlucky.page.getByRole('alert').first().waitFor({ state: 'attached' });
    expect(await unlucky.page.getByRole('button', { name: 'Play' }).count()).toBe(0);
    await unlucky.picture(`first-load-failed-${width}`);
    expect(await axeViolations(unlucky.page)).toEqual([]);
    await unlucky.page.unroute('**/api/**');
    await unlucky.page.getByRole('button', { name: 'Try again' }).first().press('Enter');
    await unlucky.page.getByRole('button', { name: 'Play' }).first().waitFor();
    await unlucky.context.close();
  });
});

describe('the line of counts on a phone', () => {
  it.each(['en', 'es', 'so', 'hmn'])('is whole in %s', async (language) => {
    const phone = await newVisitor(browser, server.origin, {
      viewport: { width: 360, height: 740 },
    });
    await new MapPage(phone.page).open(`${server.origin}/?lang=${language}`);
    const counts = phone.page.locator('.sheet-head .counts');
    const cut = await counts.evaluate((element) => ({
      across: element.scrollWidth - element.clientWidth,
      down: element.scrollHeight - element.clientHeight,
      above:
        element.getBoundingClientRect().top <
        (element.parentElement?.getBoundingClientRect().top ?? 0),
    }));
    expect(cut).toEqual({ across: 0, down: 0, above: false });
    await phone.context.close();
  });
});

describe('the zone of the times', () => {
  it('is named whole', async () => {
    const traveller = await newVisitor(browser, server.origin, { timezoneId: 'Europe/Berlin' });
    await new MapPage(traveller.page).open(server.origin);
    const select = traveller.page.getByLabel('Time zone of these two times');
    const width = await select.evaluate((element) => {
      const words = document.createElement('span');
      words.style.font = getComputedStyle(element).font;
      words.style.position = 'absolute';
      words.textContent = (element as HTMLSelectElement).selectedOptions[0]?.text ?? '';
      document.body.append(words);
      const room = element.clientWidth - words.offsetWidth;
      words.remove();
      return room;
    });
    // Its arrow takes some 20 px.
    expect(width).toBeGreaterThan(20);
    await traveller.context.close();
  });
});
