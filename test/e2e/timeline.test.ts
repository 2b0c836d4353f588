import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RunningServer, startForTest } from '../running-server.ts';
import { report } from '../server/http/requests.ts';
import { items } from './ask.ts';
import { MapPage } from './map-page.ts';
import { axeViolations, newVisitor, openBrowser, type Visitor } from './visitor.ts';

/** Time: the brush, its zoom, the play, the day of knowledge, and ranges that follow the clock. */
const SHOOTING = 'Federal officer shoots and wounds a man on 24th Avenue North';

let server: RunningServer;
let browser: Browser;
let visitor: Visitor;
let map: MapPage;

beforeAll(async () => {
  server = await startForTest({ SEED: 'first', REPORTS_PER_HOUR: '0', PUBLISH: 'immediate' });
  browser = await openBrowser();
});

beforeEach(async () => {
  await visitor?.context.close();
  visitor = await newVisitor(browser, server.origin, { reducedMotion: 'no-preference' });
  map = new MapPage(visitor.page);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const parameter = (name: string): string | null =>
  new URL(visitor.page.url()).searchParams.get(name);
const title = (): Locator =>
  visitor.page.getByRole('region', { name: 'Time' }).getByRole('heading');
const handle = (end: 'Start' | 'End'): Locator =>
  visitor.page.getByRole('slider', { name: `${end} of the range` });
const button = (name: string): Locator =>
  visitor.page.getByRole('region', { name: 'Time' }).getByRole('button', { name });

/** As `expect.poll`, on a machine that is busy with other things as well. */
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 20_000 });

/** Opens an address, and waits until the page holds the rows. */
async function openHeld(address: string): Promise<void> {
  const rows = visitor.page.waitForResponse(/\/api\/view\/rows$/, { timeout: 60_000 });
  await map.open(server.origin + address);
  await rows;
  await visitor.page.waitForLoadState('networkidle');
}

/** Notes what is asked of the server from now on. */
function listen(): string[] {
  const asked: string[] = [];
  visitor.page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/')) asked.push(pathname);
  });
  return asked;
}

describe('the brush', () => {
  it('narrows map, list and counts as it is drawn, without asking the server', async () => {
    await openHeld('/');
    const asked = listen();
    const box = await visitor.page.locator('.brush').boundingBox();
    if (!box) throw new Error('the brush is not on the screen');
    await visitor.page.mouse.move(box.x + box.width * 0.4, box.y + 20);
    await visitor.page.mouse.down();
    await visitor.page.mouse.move(box.x + box.width * 0.6, box.y + 20, { steps: 8 });
    await visitor.page.mouse.up();
    const seen = await map.seen();
    const { numberMatched } = await items(
      server,
      `datetime=${encodeURIComponent(parameter('datetime') ?? '')}`,
    );
    expect(seen.shown).toBe(numberMatched);
    expect(seen.shown).toBeLessThan(seen.total);
    expect(asked).toEqual([]);
    visitor.expectQuiet();
  });

  it('has two handles that can be held apart on the shortest range', async () => {
    await map.open(
      `${server.origin}/?datetime=2026-01-14T18:00:00-06:00/2026-01-14T18:05:00-06:00`,
    );
    await button('All of it').click();
    const [start, end] = [await handle('Start').boundingBox(), await handle('End').boundingBox()];
    if (!start || !end) throw new Error('a handle is not on the screen');
    expect(start.x + start.width).toBeLessThanOrEqual(end.x + 1);
    for (const { width, height } of [start, end]) {
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    }
  });
});

describe('the zoom', () => {
  it('goes by wheel and by keys to an hour and back, and the range stays', async () => {
    await openHeld('/?datetime=2026-01-14');
    const labels = visitor.page.locator('.tick text');
    await eventually(() => labels.allTextContents()).toContain('14 Jan');
    await handle('Start').focus();
    for (let i = 0; i < 8; i++) await visitor.page.keyboard.press('+');
    await eventually(async () => (await labels.allTextContents()).join(' ')).toMatch(/\d (am|pm)/);
    await visitor.page.keyboard.press('0');
    await eventually(async () => (await labels.allTextContents()).join(' ')).toContain('Feb');
    await button('To range').click();
    await eventually(() => labels.allTextContents()).toContain('14 Jan');
    expect(parameter('datetime')).toBe('2026-01-14');
    await visitor.page.locator('.brush').hover();
    await visitor.page.mouse.wheel(0, 4000);
    await eventually(async () => (await labels.allTextContents()).join(' ')).toContain('Jan 2026');
    expect((await map.seen()).shown).toBe(
      (await items(server, 'datetime=2026-01-14')).numberMatched,
    );
    visitor.expectQuiet();
  });

  it('says how many begin beside what is drawn, and shows them at a press', async () => {
    await openHeld('/?datetime=2026-01-14');
    const earlier = visitor.page.getByRole('button', { name: /^Show \d+ earlier$/ });
    await eventually(() => earlier.count()).toBe(1);
    await earlier.click();
    await eventually(() => earlier.count()).toBe(0);
  });
});

describe('play', () => {
  it('moves a window until it is paused by its key, which leaves a plain filter', async () => {
    await openHeld('/');
    const asked = listen();
    await button('Play').click();
    await eventually(() => title().textContent()).not.toBe('All dates');
    const first = await title().textContent();
    await eventually(() => title().textContent()).not.toBe(first);
    expect(parameter('datetime')).toBeNull();
    await visitor.page.keyboard.press('k');
    await eventually(() => parameter('datetime')).not.toBeNull();
    // By the hour, as it is played here; a whole day has none.
    expect(parameter('datetime')).toMatch(
      /^[\d-]{10}(T\d\d:00:00-0\d:00)?\/[\d-]{10}(T\d\d:59:59-0\d:00)?$/,
    );
    const seen = await map.seen();
    const query = `datetime=${encodeURIComponent(parameter('datetime') ?? '')}`;
    expect(seen.shown).toBe((await items(server, query)).numberMatched);
    expect(seen.listed.length + seen.unplaced.length).toBe(seen.shown);
    expect(asked).toEqual([]);
    visitor.expectQuiet();
  });

  it('goes by steps where motion is not wished for, and stops when the range is set by hand', async () => {
    await visitor.page.emulateMedia({ reducedMotion: 'reduce' });
    await openHeld('/');
    await button('Play').click();
    await button('Pause').waitFor();
    const first = await title().textContent();
    await eventually(() => title().textContent()).not.toBe(first);
    await visitor.page.getByLabel('Named spans of time').selectOption('14 January 2026');
    await button('Play').waitFor();
    expect(await title().textContent()).toBe('14 January 2026');
  });

  it('is not to be had where nothing matches, and says why', async () => {
    await map.open(`${server.origin}/?q=nosuchwordanywhere`);
    const play = button('Play');
    expect(await play.getAttribute('aria-disabled')).toBe('true');
    expect(await play.getAttribute('title')).toContain('no incident matches');
    await play.focus();
    await visitor.page.keyboard.press('Enter');
    await visitor.page.keyboard.press('k');
    expect(await visitor.page.locator('html[data-playing]').count()).toBe(0);
    expect(await play.textContent()).toBe('Play');
  });

  it('asks the server for frames ahead where words are searched for', async () => {
    await openHeld('/?q=tear+gas');
    const before = (await map.seen()).shown;
    await button('Play').click();
    await eventually(async () =>
      Number.parseInt((await map.counts.textContent()) ?? '', 10),
    ).not.toBe(before);
    await button('Pause').click();
    const seen = await map.seen();
    const query = `q=tear+gas&datetime=${encodeURIComponent(parameter('datetime') ?? '')}`;
    expect(seen.shown).toBe((await items(server, query)).numberMatched);
    expect(seen.listed.length + seen.unplaced.length).toBe(seen.shown);
    visitor.expectQuiet();
  });
});

describe('the day of knowledge', () => {
  const slider = (): Locator => visitor.page.getByRole('slider', { name: 'As known on' });

  it('goes by days, and changes what is said of the shooting of 14 January', async () => {
    await openHeld('/?datetime=2026-01-14&asOf=2026-01-13');
    const row = map.row(SHOOTING);
    expect(await row.count()).toBe(0);
    await slider().focus();
    await map.change(() => visitor.page.keyboard.press('ArrowRight'));
    expect(parameter('asOf')).toBe('2026-01-14');
    expect(await row.textContent()).toMatch(/Unverified · 1 account$/);
    expect(await slider().getAttribute('aria-valuetext')).toMatch(
      /^14 January 2026: \d+ records? came or changed$/,
    );
    await map.change(() => visitor.page.keyboard.press('ArrowRight'));
    expect(await row.textContent()).toMatch(/Disputed · 4 accounts$/);
    await visitor.page.getByText('What was known on 15 January 2026').waitFor();
    expect(await axeViolations(visitor.page)).toEqual([]);
    await map.change(() => visitor.page.keyboard.press('End'));
    expect(parameter('asOf')).toBeNull();
    expect(await slider().getAttribute('aria-valuetext')).toBe('today');
    visitor.expectQuiet();
  });

  it('is off until a person asks for it, and leaves by one press', async () => {
    await map.open(server.origin);
    expect(await slider().count()).toBe(0);
    await button('As known on…').click();
    await eventually(() => slider().evaluate((element) => element === document.activeElement)).toBe(
      true,
    );
    await map.change(() => visitor.page.keyboard.press('Home'));
    await map.change(() => button('As known today').click());
    expect(await slider().count()).toBe(0);
    expect(parameter('asOf')).toBeNull();
  });
});

describe('a range that follows the clock', () => {
  it('is in the link by its name, and is what it says whenever that is opened', async () => {
    await map.open(server.origin);
    await map.change(() =>
      visitor.page.getByLabel('Named spans of time').selectOption('Last 7 days'),
    );
    expect(parameter('range')).toBe('last-7-days');
    expect(parameter('datetime')).toBeNull();
    const asked = visitor.page.waitForRequest(/\/api\/view\?.*datetime=/);
    await map.open(visitor.page.url());
    const from = new URL((await asked).url()).searchParams.get('datetime')?.split('/')[0] ?? '';
    const age = Date.now() - Date.parse(from);
    expect(Math.round(age / 86_400_000)).toBe(7);
    expect(parameter('range')).toBe('last-7-days');
    expect(await title().textContent()).toMatch(/^Last 7 days: since /);
    await map.change(() =>
      visitor.page.getByLabel('Named spans of time').selectOption('All dates'),
    );
    expect(parameter('range')).toBeNull();
  });

  it('is left out and named where it is none', async () => {
    await map.open(`${server.origin}/?range=yesterday-ish`);
    await visitor.page.getByText('was left out: the range of dates').waitFor();
  });
});

describe('another time zone', () => {
  it('can be had for the two inputs, which say whose time they show', async () => {
    const traveller = await newVisitor(browser, server.origin, { timezoneId: 'Europe/Berlin' });
    await traveller.page.goto(`${server.origin}/?datetime=2026-01-14`);
    const from = traveller.page.getByLabel('From (Central Time)');
    await eventually(() => from.inputValue()).toBe('2026-01-14T00:00');
    await traveller.page
      .getByLabel('Time zone of these two times')
      .selectOption('your time, UTC+1');
    await eventually(() => traveller.page.getByLabel('From (your time)').inputValue()).toBe(
      '2026-01-14T07:00',
    );
    await traveller.context.close();
  });
});

describe('the bars', () => {
  it('are stacked by kind or by how sure, with a legend, and nothing is amiss for axe', async () => {
    await openHeld('/');
    await visitor.page.getByLabel('What the bars are stacked by').selectOption('By how sure');
    await visitor.page.locator('.bars-legend').getByText('Disputed').waitFor();
    expect(await axeViolations(visitor.page)).toEqual([]);
  });
});

describe('news', () => {
  it('is told, and shown when a person wishes', async () => {
    await openHeld('/');
    const before = (await map.seen()).total;
    const sent = await fetch(
      `${server.origin.replace('localhost', '127.0.0.1')}/api/collections/incidents/items`,
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(report()),
      },
    );
    expect(sent.status).toBe(202);
    await visitor.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await visitor.page.getByText('1 new', { exact: true }).waitFor();
    expect((await map.seen()).total).toBe(before);
    await visitor.page.getByRole('button', { name: 'Show', exact: true }).click();
    await eventually(async () => (await map.seen()).total).toBe(before + 1);
    visitor.expectQuiet();
  });
});
