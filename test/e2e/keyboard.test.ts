import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../running-server.ts';
import { startFirstMap, stopFirstMap } from './first-map.ts';
import type { MapPage } from './map-page.ts';
import type { Visitor } from './visitor.ts';

/** Filtering and reading without a mouse: only keys are pressed in this file. */
let server: RunningServer;
let browser: Browser;
let visitor: Visitor;
let map: MapPage;

beforeAll(async () => {
  ({ server, browser, visitor, map } = await startFirstMap());
  await map.open(server.origin);
});

afterAll(() => stopFirstMap({ browser, server }));

const MOST_STOPS = 120;

/** Presses Tab until the focus is on what has this name; the focus can always be seen. */
async function tabTo(name: RegExp, backwards = false): Promise<void> {
  const passed = new Set<string>();
  for (let i = 0; i < MOST_STOPS; i++) {
    await visitor.page.keyboard.press(backwards ? 'Shift+Tab' : 'Tab');
    const focus = await focused();
    expect(focus.isSeen, `focus on ${focus.name}`).toBe(true);
    if (name.test(focus.name)) return;
    passed.add(focus.name.slice(0, 40));
  }
  throw new Error(`Tab does not come to ${name}, but to: ${[...passed].join(' · ')}`);
}

/** What has the focus: its name for assistive technology, and whether it shows that it has it. */
async function focused(): Promise<{ name: string; isSeen: boolean }> {
  return visitor.page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return { name: '', isSeen: false };
    const label =
      element.getAttribute('aria-label') ??
      (element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null) ??
      element.textContent ??
      '';
    const style = getComputedStyle(element);
    const hasOutline = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0;
    // A part inside the control has it (a date picker's button), which the browser itself rings.
    const isInside = !element.matches(':focus');
    return {
      name: label.trim().replace(/\s+/g, ' '),
      isSeen: isInside || hasOutline,
    };
  });
}

const press = (key: string) => () => visitor.page.keyboard.press(key);

describe('with the keyboard alone', () => {
  it('words narrow the list', async () => {
    await tabTo(/^Search incidents/);
    await map.change(() => visitor.page.keyboard.type('tear gas'));
    const seen = await map.seen();
    expect(seen.shown).toBeLessThan(seen.total);
    expect(seen.shown).toBeGreaterThan(0);
  });

  it('the filters open, and a category is chosen', async () => {
    await tabTo(/^Filters/);
    await visitor.page.keyboard.press('Enter');
    await tabTo(/^Protest/);
    await map.change(press('Space'));
    expect(new URL(visitor.page.url()).searchParams.get('category')).toBe('protest');
    expect((await map.seen()).shown).toBeGreaterThan(0);
  });

  it('the ends of the time range move by arrow keys, and say where they are', async () => {
    await tabTo(/^Start of the range/);
    const slider = visitor.page.getByRole('slider', { name: 'Start of the range' });
    const before = await slider.getAttribute('aria-valuetext');
    await map.change(press('Shift+ArrowRight'));
    expect(await slider.getAttribute('aria-valuetext')).not.toBe(before);
    expect(new URL(visitor.page.url()).searchParams.get('datetime')).toMatch(/\/\.\.$/);
    await map.change(press('Home'));
    expect(new URL(visitor.page.url()).searchParams.get('datetime')).toBeNull();
  });

  it('an incident opens from the list, has the focus, and Escape goes back to its row', async () => {
    await map.open(`${server.origin}/?q=tear+gas&category=protest`);
    const title = (await map.seen()).listed[0] ?? '';
    await tabTo(new RegExp(`^${title.slice(0, 20).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`));
    await map.change(press('Enter'));
    await map.heading(title).waitFor();
    await expect.poll(async () => (await focused()).name).toBe(title);
    await map.change(press('Escape'));
    await expect.poll(async () => (await focused()).name).toContain(title);
  });

  it.each(['What changed', 'Figures', 'About this map', 'Report an incident'])(
    'what “%s” opens leads back to it',
    async (name) => {
      await map.open(server.origin);
      await visitor.page.getByRole('button', { name }).focus();
      await visitor.page.keyboard.press('Enter');
      await visitor.page.locator('h2.screen-title:focus').waitFor();
      await visitor.page.getByRole('button', { name: 'Back to the list' }).focus();
      await visitor.page.keyboard.press('Enter');
      await expect.poll(async () => (await focused()).name).toBe(name);
    },
  );

  it('marks on the map are gone through by arrow keys, and open', async () => {
    await map.open(`${server.origin}/?map=16/45.0037/-93.2872`);
    await tabTo(/^\d+ incidents close|, (un)?verified, |, corroborated, |, disputed, /);
    await visitor.page.keyboard.press('End');
    await visitor.page.keyboard.press('Home');
    await map.change(press('Enter'));
    visitor.expectQuiet();
  });
});
