import type { ListRequest } from './types.ts';

/** More begin in one millisecond only where times are made up; then a page is read in another way. */
const MOST_KEYS = 10_000;

/**
 * Of the rows that are offered, those that a page of a list begins with, by when they begin: so many
 * beyond the place where it starts, and all that share their moment with that place or with the last.
 * As rows come, it takes less and less time to say that one is too late.
 */
export class FirstRows {
  /** What begins outside these (ms, both included) is none of them. */
  earliest: number;
  latest: number;
  private readonly start: number;
  private readonly wanted: number;
  private readonly newestFirst: boolean;
  private found: { readonly time: number; readonly key: number }[] = [];
  /** Then those that come too late are left out. */
  private mostFound: number;

  constructor({ after, limit, newestFirst, datetime }: ListRequest) {
    this.newestFirst = newestFirst;
    this.start = after ?? (newestFirst ? Infinity : -Infinity);
    this.earliest = newestFirst ? -Infinity : this.start;
    this.latest = Math.min(newestFirst ? this.start : Infinity, datetime?.to ?? Infinity);
    this.wanted = limit;
    this.mostFound = 2 * limit;
  }

  /** In no order; null where too many share their moment. */
  get keys(): readonly number[] | null {
    this.cut();
    return this.found.length > MOST_KEYS ? null : this.found.map(({ key }) => key);
  }

  offer(time: number, key: number): void {
    if (time < this.earliest || time > this.latest) return;
    this.found.push({ time, key });
    if (this.found.length >= this.mostFound) this.cut();
  }

  /** Leaves out what comes after the last that is wanted. */
  private cut(): void {
    const { newestFirst, start, wanted } = this;
    const beyond = this.found.map(({ time }) => time).filter((time) => time !== start);
    const last = beyond.sort((a, b) => (newestFirst ? b - a : a - b))[wanted - 1];
    if (last !== undefined) {
      if (newestFirst) this.earliest = last;
      else this.latest = last;
      this.found = this.found.filter(({ time }) => time >= this.earliest && time <= this.latest);
    }
    this.mostFound = 2 * Math.max(wanted, this.found.length);
  }
}
