import type { Page } from './page.ts';
import type { ViewRequest } from './types.ts';

/**
 * Which rows of a page touch a window of time: all of [sure, end), which begin in it, and, of the
 * rest, those that a look at each finds (`loose`): they began before it and may have lasted into
 * it, or came since the page was last put in order.
 *
 *     sorted rows                                   unsorted
 *     ──────────┬───────────┬─────────────┬────────┬─────────
 *               maybe       sure          end      sorted
 *               └─ loose ──┘ └─ all of it ┘        └ loose ─
 */
export class TimeWindow {
  sure = 0;
  end = 0;
  private maybe = 0;
  private page: Page | null = null;
  private readonly from: number;
  private readonly to: number;

  constructor(datetime: ViewRequest['datetime']) {
    this.from = datetime?.from ?? -Infinity;
    this.to = datetime?.to ?? Infinity;
  }

  /** Lays the window over a page. A page's longest row says how far to look back. */
  lay(page: Page): void {
    const { times, sorted } = page;
    this.page = page;
    this.end = this.to === Infinity ? sorted : firstAfter(times, sorted, this.to);
    const open = this.from === -Infinity;
    this.sure = open ? 0 : Math.min(this.end, firstFrom(times, sorted, this.from - page.shortestMs));
    this.maybe = open ? 0 : Math.min(this.sure, firstFrom(times, sorted, this.from - page.longestMs));
  }

  /** Calls with each loose row that touches the window. */
  eachLoose(call: (row: number) => void): void {
    const page = this.page as Page;
    for (let row = this.maybe; row < this.sure; row++) if (this.touches(page, row)) call(row);
    for (let row = page.sorted; row < page.count; row++) if (this.touches(page, row)) call(row);
  }

  private touches(page: Page, row: number): boolean {
    return (page.times[row] as number) <= this.to && page.latestAt(row) >= this.from;
  }
}

/** @returns the first of `count` rising times that is `time` or later. */
function firstFrom(times: Float64Array, count: number, time: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] as number) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** @returns the first of `count` rising times that is later than `time`. */
function firstAfter(times: Float64Array, count: number, time: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] as number) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}
