import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startForTest } from '../running-server.ts';
import { MapPage } from './map-page.ts';
import { ReportForm } from './report-form.ts';
import { axeViolations, newVisitor, openBrowser, type Visitor } from './visitor.ts';

/** Every page and state, as axe-core sees it, in both themes and on a phone. */
const SHOOTING = '2026-01-14-north-shooting';

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  server = await startForTest({ SEED: 'first', PUBLISH: 'reviewed', REPORTS_PER_HOUR: '0' });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const screens = [
  ['light', { width: 1280, height: 800 }],
  ['dark', { width: 1280, height: 800 }],
  ['light', { width: 360, height: 740 }],
  ['dark', { width: 360, height: 740 }],
] as const;

describe.each(screens)('in %s at %o', (colorScheme, viewport) => {
  let visitor: Visitor;
  let map: MapPage;
  const name = (state: string): string => `access-${state}-${colorScheme}-${viewport.width}`;

  beforeAll(async () => {
    visitor = await newVisitor(browser, server.origin, { colorScheme, viewport });
    map = new MapPage(visitor.page);
  });

  afterAll(async () => {
    await visitor.context.close();
  });

  const addresses = [
    ['the map', '/'],
    ['an incident', `/?incident=${SHOOTING}`],
    ['an incident as it was known on the night', `/?incident=${SHOOTING}&asOf=2026-01-14`],
    ['an incident that there is not', '/?incident=no-such-incident'],
    ['nothing found', '/?q=nosuchwordanywhere'],
    ['what the map is', '/#about'],
    ['a link to no report', '/#report/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
  ] as const;

  it.each(addresses)('%s has no violation', async (state, address) => {
    visitor.allow(/status of 404/);
    await map.open(server.origin + address);
    await visitor.picture(name(state.replaceAll(' ', '-')));
    expect(await axeViolations(visitor.page)).toEqual([]);
  });

  it('the filters have no violation', async () => {
    await map.open(server.origin);
    await visitor.page.getByRole('button', { name: /^Filters/ }).click();
    await visitor.page.getByRole('group', { name: 'How sure' }).waitFor();
    await visitor.picture(name('filters'));
    expect(await axeViolations(visitor.page)).toEqual([]);
  });

  it('the report form has no violation, in each step, with and without errors', async () => {
    await map.open(`${server.origin}/#report`);
    const form = new ReportForm(visitor.page);
    await form.button('Next').waitFor();
    expect(await axeViolations(visitor.page)).toEqual([]);
    await form.button('Next').click();
    expect(await axeViolations(visitor.page)).toEqual([]);
    await form.pickCorner('Lake Street and Chicago');
    await form.button('Next').click();
    expect(await axeViolations(visitor.page)).toEqual([]);
    await form.category('Protest').check({ force: true });
    await form.button('Next').click();
    await form.button('Send report').click();
    await visitor.picture(name('report-errors'));
    expect(await axeViolations(visitor.page)).toEqual([]);
    await form.form.getByLabel('In one line').fill('A march');
    await form.form.getByLabel('What did you see?').fill('People walked by.');
    await form.send();
    await visitor.picture(name('report-sent'));
    expect(await axeViolations(visitor.page)).toEqual([]);
  });

  it('moderation has no violation, signed out and with a queue', async () => {
    // Asking who is signed in is answered 401, which the browser itself notes.
    visitor.allow(/status of 401/);
    await visitor.page.goto(`${server.origin}/moderation`);
    await visitor.page.getByText('You are not signed in').waitFor();
    expect(await axeViolations(visitor.page)).toEqual([]);
    // Only the hash will differ; a page of its own in between makes it a load.
    await visitor.page.goto('about:blank');
    await visitor.page.goto(await server.moderatorLink('Grace'));
    await visitor.page.getByRole('button', { name: 'Sign in' }).click();
    await visitor.page.getByRole('article', { name: 'What would be public' }).waitFor();
    await visitor.picture(name('moderation'));
    expect(await axeViolations(visitor.page)).toEqual([]);
  });

  it('a notice is as wide as what it stands in', async () => {
    await map.open(`${server.origin}/?nonsense=1`);
    const notice = visitor.page.locator('.notice');
    const [own, around] = [await notice.boundingBox(), await notice.locator('..').boundingBox()];
    expect(own?.x).toBe(around?.x);
    expect(own?.width).toBe(around?.width);
    await map.open(server.origin);
  });

  it('nothing has to be scrolled sideways, and the console is quiet', async () => {
    for (const address of ['/', `/?incident=${SHOOTING}`, '/#report', '/#about']) {
      await map.open(server.origin + address);
      const over = await visitor.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over, address).toBeLessThanOrEqual(0);
    }
    visitor.expectQuiet();
  });
});
