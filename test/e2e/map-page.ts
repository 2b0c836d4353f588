import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** What a person sees of the map page at one moment, in figures that must agree. */
export interface Seen {
  /** `38` and `79` of "38 of 79 incidents". */
  readonly shown: number;
  readonly total: number;
  /** Titles of the list, in its order: on the map, and not on it. */
  readonly listed: readonly string[];
  readonly unplaced: readonly string[];
  /** Incidents that the map's marks stand for. */
  readonly marked: number;
  /** The outline of the histogram's bars. */
  readonly bars: string;
}

/** The page of the map, by what people call its parts. */
export class MapPage {
  constructor(readonly page: Page) {}

  /** Opens an address of the map and waits until it is drawn. */
  async open(address: string): Promise<void> {
    await this.page.goto(address);
    await this.settled();
    // What lies over the marks comes with code of its own once these are drawn, and is there from then on.
    await this.page.locator('.mark-keys, .pin').first().waitFor({ state: 'attached' });
  }

  /** Waits until the map is drawn, with nothing more under way. */
  async settled(): Promise<void> {
    await this.page.locator('html[data-map="idle"]').waitFor();
  }

  get counts(): Locator {
    return this.page.locator('.counts').first();
  }

  get marks(): Locator {
    return this.page.getByRole('toolbar', { name: /^Marks on the map/ }).getByRole('button');
  }

  mark(title: string): Locator {
    return this.page.getByRole('toolbar').getByLabel(title);
  }

  get search(): Locator {
    return this.page.getByRole('searchbox', { name: 'Search incidents' });
  }

  get downloads(): Locator {
    return this.page.locator('details', { hasText: 'Download' });
  }

  row(title: string): Locator {
    return this.page.getByRole('link').filter({ hasText: title }).first();
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { name });
  }

  /** Opens the filters where they are closed, and finds one of them by its label. */
  async filter(group: 'Category' | 'How sure', label: string): Promise<Locator> {
    const button = this.page.getByRole('button', { name: /^Filters/ });
    if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
    return this.page
      .getByRole('group', { name: group })
      .locator('label', { hasText: label })
      .getByRole('checkbox');
  }

  /** Presses the middle of a mark on the canvas, as a person with a mouse does. */
  async pressMark(mark: Locator): Promise<void> {
    const box = await mark.boundingBox();
    if (!box) throw new Error('the mark is not on the screen');
    await this.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  }

  /** Does something, and waits until the map has answered it. */
  async change(act: () => Promise<unknown>): Promise<void> {
    const before = this.page.url();
    await act();
    await expect.poll(() => this.page.url(), { timeout: 10_000 }).not.toBe(before);
    await this.settled();
  }

  /** Reads the page, once everything on it tells of the same query. */
  async seen(): Promise<Seen> {
    await this.settled();
    const figures = /^([\d,]+) of ([\d,]+) incidents/.exec((await this.counts.textContent()) ?? '');
    const list = this.page.locator('.list');
    return {
      shown: whole(figures?.[1]),
      total: whole(figures?.[2]),
      listed: await list.locator(':scope > .days .row-title').allInnerTexts(),
      unplaced: await list.locator('.unplaced .row-title').allInnerTexts(),
      marked: (await this.marks.evaluateAll(labels)).reduce(
        (sum, label) => sum + (Number(/^([\d,]+) incidents /.exec(label)?.[1] ?? 1) || 1),
        0,
      ),
      bars: (await this.page.locator('.bars path').evaluateAll(outlines)).join(' '),
    };
  }
}

function labels(elements: Element[]): string[] {
  return elements.map((element) => element.getAttribute('aria-label') ?? '');
}

function outlines(elements: Element[]): string[] {
  return elements.map((element) => element.getAttribute('d') ?? '');
}

function whole(text: string | undefined): number {
  return Number((text ?? 'NaN').replaceAll(',', ''));
}

/** The list shows the newest of what the map shows, and a button for more. */
const LIST_PAGE = 50;

/**
 * Map, list and counts tell of the same incidents. Where the map stands close, the list also holds
 * what lies just beyond its edge, so that a small move changes nothing.
 */
export function expectAgreement(seen: Seen, { close = false } = {}): void {
  const placed = seen.shown - seen.unplaced.length;
  expect(seen.listed.length).toBe(Math.min(LIST_PAGE, placed));
  if (close) expect(seen.marked).toBeLessThanOrEqual(placed);
  else expect(seen.marked).toBe(placed);
}
