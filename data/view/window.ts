import type { Page } from './page.ts';
import type { BinGrid } from './timeline-bins.ts';
import type { ViewRequest } from './types.ts';

/** Slices [first, end) of so many (`of`), with the times they span, [from, to) in ms. */
export interface Slices {
  readonly of: number;
  readonly first: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Which rows of a page touch a window of time: all of [sure, cut) and [resume, end), which begin in
 * it, and, of the rest, those that a look at each finds (`eachLoose`): they began before it and may
 * have lasted into it, or came since the page was last put in order. What lies between cut and
 * resume is in slices that a digest has counted.
 *
 *     sorted rows                                                  unsorted
 *     ──────────┬───────────┬─────────┬─────────┬─────────┬────────┬─────────
 *               maybe       sure      cut       resume    end      sorted
 *               └─ loose ──┘ └ all of ┘ (digest) └ all of ┘        └ loose ─
 */
export class TimeWindow {
  sure = 0;
  cut = 0;
  resume = 0;
  end = 0;
  private maybe = 0;
  private page: Page | null = null;
  private skip: Slices | null = null;
  private readonly from: number;
  private readonly to: number;

  constructor(datetime: ViewRequest['datetime']) {
    this.from = datetime?.from ?? -Infinity;
    this.to = datetime?.to ?? Infinity;
  }

  /**
   * @param shortestMs least latestAt − occurredAt of any row, and 0.
   * @returns the slices whose every row touches the window; null where there is none.
   */
  slicesIn({ from, binMs, count }: BinGrid, shortestMs: number): Slices | null {
    const first = Math.max(0, Math.ceil((this.from - shortestMs - from) / binMs));
    const end = Math.min(count, Math.floor((this.to + 1 - from) / binMs));
    if (first >= end) return null;
    return { of: count, first, end, from: from + first * binMs, to: from + end * binMs };
  }

  /** Lays the window over a page. A page's longest row says how far to look back. */
  lay(page: Page, skip: Slices | null): void {
    const { times, sorted } = page;
    this.page = page;
    this.skip = skip;
    this.end = this.to === Infinity ? sorted : firstFrom(times, sorted, this.to + 1);
    const open = this.from === -Infinity;
    this.sure = open
      ? 0
      : Math.min(this.end, firstFrom(times, sorted, this.from - page.shortestMs));
    this.maybe = open
      ? 0
      : Math.min(this.sure, firstFrom(times, sorted, this.from - page.longestMs));
    this.cut = skip ? firstFrom(times, sorted, skip.from) : this.end;
    this.resume = skip ? firstFrom(times, sorted, skip.to) : this.end;
  }

  /** Calls with each loose row that touches the window. */
  eachLoose(call: (row: number) => void): void {
    const page = this.page as Page;
    for (let row = this.maybe; row < this.sure; row++) if (this.touches(page, row)) call(row);
    for (let row = page.sorted; row < page.count; row++) {
      if (this.touches(page, row) && !isIn(this.skip, page.times[row] as number)) call(row);
    }
  }

  private touches(page: Page, row: number): boolean {
    return (page.times[row] as number) <= this.to && page.latestAt(row) >= this.from;
  }
}

export function isIn(slices: Slices | null, time: number): boolean {
  return slices !== null && time >= slices.from && time < slices.to;
}

/** Times looked at on either side of where an even spread would have one: two lines of cache. */
const REACH = 16;

/**
 * Guesses the place from the first and the last time, then halves between two that enclose it: three
 * looks at far memory where halving alone takes twelve.
 * @returns the first of `count` rising times that is `time` or later.
 */
export function firstFrom(times: Float64Array, count: number, time: number): number {
  const earliest = times[0] as number;
  const latest = times[count - 1] as number;
  if (count === 0 || time <= earliest) return 0;
  if (time > latest) return count;
  const guess = Math.floor(((time - earliest) / (latest - earliest)) * (count - 1));
  let low = Math.max(0, guess - REACH);
  for (let reach = REACH; low > 0 && (times[low] as number) >= time; reach *= 4) {
    low = Math.max(0, low - reach);
  }
  let high = Math.min(count - 1, guess + REACH);
  for (let reach = REACH; (times[high] as number) < time; reach *= 4) {
    high = Math.min(count - 1, high + reach);
  }
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] as number) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
