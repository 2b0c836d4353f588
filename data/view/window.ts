import type { Page } from './page.ts';
import type { BinGrid } from './timeline-bins.ts';
import type { ViewRequest } from './types.ts';

/** Share of time from which on what is left out is taken out again. */
const NEARLY_ALL = 7 / 8;

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
  private readonly starts = new Seeker();
  private readonly ends = new Seeker();

  constructor(datetime: ViewRequest['datetime']) {
    this.from = datetime?.from ?? -Infinity;
    this.to = datetime?.to ?? Infinity;
  }

  /**
   * @param shortestMs least latestAt − occurredAt of any row, and 0.
   * @returns the slices whose every row touches the window; null where there is none.
   */
  slicesIn(grid: BinGrid, shortestMs: number): Slices | null {
    const [start, end] = this.placeIn(grid, shortestMs);
    return slicesOf(grid, Math.ceil(start), Math.floor(end));
  }

  /** @returns the same, and each that the window cuts and holds the greater part of. */
  slicesMostlyIn(grid: BinGrid, shortestMs: number): Slices | null {
    const [start, end] = this.placeIn(grid, shortestMs);
    return slicesOf(grid, Math.round(start), Math.round(end));
  }

  /**
   * @returns all slices, where the window leaves out few of their rows; null where it leaves out many.
   * Taking a row out costs several times what adding one does.
   */
  nearlyAll(grid: BinGrid, shortestMs: number): Slices | null {
    const [start, end] = this.placeIn(grid, shortestMs);
    return end - start > NEARLY_ALL * grid.count ? slicesOf(grid, 0, grid.count) : null;
  }

  /** @returns the times at which a row may begin to touch the window surely, as no digest divides them. */
  sureTimes(shortestMs: number): Slices {
    return { of: 0, first: 0, end: 0, from: this.from - shortestMs, to: this.to + 1 };
  }

  /** @returns true where every row of the grid touches the window. */
  holds(grid: BinGrid, shortestMs: number): boolean {
    const [start, end] = this.placeIn(grid, shortestMs);
    return start === 0 && end === grid.count;
  }

  /** Where the window begins and ends, counted in slices. */
  private placeIn({ from, binMs, count }: BinGrid, shortestMs: number): [number, number] {
    return [
      Math.max(0, (this.from - shortestMs - from) / binMs),
      Math.min(count, (this.to + 1 - from) / binMs),
    ];
  }

  /** Lays the window over a page. A page's longest row says how far to look back. */
  lay(page: Page, skip: Slices | null): void {
    const { times, sorted } = page;
    this.page = page;
    this.skip = skip;
    this.end = this.to === Infinity ? sorted : this.ends.firstFrom(times, sorted, this.to + 1);
    const open = this.from === -Infinity;
    this.sure = open
      ? 0
      : Math.min(this.end, this.starts.firstFrom(times, sorted, this.from - page.shortestMs));
    this.maybe = open
      ? 0
      : Math.min(this.sure, firstFrom(times, sorted, this.from - page.longestMs, this.sure));
    // A window is cut into slices near where it begins and ends.
    this.cut = skip ? firstFrom(times, sorted, skip.from, this.sure) : this.end;
    this.resume = skip ? firstFrom(times, sorted, skip.to, this.end) : this.end;
  }

  /** Calls with each loose row that touches the window. */
  eachLoose(call: (row: number) => void): void {
    const page = this.page as Page;
    for (let row = this.maybe; row < Math.min(this.sure, this.cut); row++) {
      if (this.touches(page, row)) call(row);
    }
    for (let row = page.sorted; row < page.count; row++) {
      if (this.touches(page, row) && !isIn(this.skip, page.times[row] as number)) call(row);
    }
  }

  /** Calls with each row that a digest has counted, and that does not touch the window. */
  eachExcess(call: (row: number) => void): void {
    const page = this.page as Page;
    if (this.skip === null) return;
    for (let row = this.cut; row < this.sure; row++) if (!this.touches(page, row)) call(row);
    for (let row = this.end; row < this.resume; row++) call(row);
    for (let row = page.sorted; row < page.count; row++) {
      if (isIn(this.skip, page.times[row] as number) && !this.touches(page, row)) call(row);
    }
  }

  touches(page: Page, row: number): boolean {
    return (page.times[row] as number) <= this.to && page.latestAt(row) >= this.from;
  }
}

function slicesOf({ from, binMs, count }: BinGrid, first: number, end: number): Slices | null {
  if (first >= end) return null;
  return { of: count, first, end, from: from + first * binMs, to: from + end * binMs };
}

export function isIn(slices: Slices | null, time: number): boolean {
  return slices !== null && time >= slices.from && time < slices.to;
}

/** Times looked at on either side of the guess: two lines of cache. */
const REACH = 16;

/**
 * Guesses the place, then halves between two that enclose it: three looks at far memory where
 * halving alone takes twelve.
 * @param guess of the place; without one, where an even spread would have it.
 * @returns the first of `count` rising times that is `time` or later.
 */
export function firstFrom(
  times: Float64Array,
  count: number,
  time: number,
  guess = evenlySpread(times, count, time),
): number {
  let low = Math.max(0, Math.min(count, guess) - REACH);
  let high = Math.min(count, low + 2 * REACH);
  for (let reach = REACH; low > 0 && (times[low] as number) >= time; reach *= 4) {
    high = low;
    low = Math.max(0, low - reach);
  }
  for (let reach = REACH; high < count && (times[high] as number) < time; reach *= 4) {
    low = high;
    high = Math.min(count, high + reach);
  }
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] as number) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

function evenlySpread(times: Float64Array, count: number, time: number): number {
  const earliest = times[0] as number;
  const latest = times[count - 1] as number;
  if (count === 0 || time <= earliest) return 0;
  return time > latest ? count : Math.floor(((time - earliest) / (latest - earliest)) * count);
}

/** Looks for a time in page after page: where it stood in the last one is a good guess for the next. */
class Seeker {
  private share = 0;

  firstFrom(times: Float64Array, count: number, time: number): number {
    const first = firstFrom(times, count, time, Math.floor(this.share * count));
    if (count > 0) this.share = first / count;
    return first;
  }
}
