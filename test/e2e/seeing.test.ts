import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startForTest } from '../running-server.ts';
import { MapPage } from './map-page.ts';
import { axeViolations, newVisitor, openBrowser, type Visitor } from './visitor.ts';

/** Ways of seeing the same incidents: how dense they lie, and how far from oneself. */
let server: RunningServer;
let browser: Browser;
let visitor: Visitor;
let map: MapPage;

beforeAll(async () => {
  server = await startForTest({ SEED: 'first', REPORTS_PER_HOUR: '0' });
  browser = await openBrowser();
  visitor = await newVisitor(browser, server.origin, {
    permissions: ['geolocation'],
    geolocation: { longitude: -93.26832, latitude: 44.95517, accuracy: 30 },
  });
  map = new MapPage(visitor.page);
  await map.open(server.origin);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

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
