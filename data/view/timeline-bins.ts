import { nextCentral, startOfCentral } from '../time/central.ts';
import type { TimeSpan } from '../time/span.ts';
import type { CategoryId } from '../vocabulary/categories.ts';
import type { VerificationId } from '../vocabulary/verifications.ts';
import { CODE_MEANINGS, CODE_TABLE, CODES } from './codes.ts';
import type { Digest } from './digest.ts';
import type { Page } from './page.ts';
import type { ViewTimeline } from './types.ts';
import { firstFrom } from './window.ts';

const SECOND = 1000;
const DAY = 24 * 3600 * SECOND;

/** The bins of a timeline, without counts. Times in ms since 1970. */
export interface BinGrid {
  readonly from: number;
  readonly to: number;
  readonly binMs: number;
  /** 0 where there is nothing to show. */
  readonly count: number;
}

/**
 * Divides the whole days in Minneapolis from `earliest` to `latest` into equal bins of whole
 * seconds.
 * @param earliest Infinity where there is no incident.
 * @param most how many bins at most. The highest number that divides the span is taken; since a
 *   span is whole hours, every divisor of 3600 does.
 */
export function binGrid(earliest: number, latest: number, most: number): BinGrid {
  if (earliest > latest) return { from: 0, to: 0, binMs: DAY, count: 0 };
  const from = startOfCentral('day', earliest);
  const to = nextCentral('day', latest);
  return divided(from, to, most);
}

/**
 * Divides a chosen span into equal bins of whole seconds.
 * @param most how many bins at most; the highest number that divides the span is taken.
 */
export function spanGrid(span: TimeSpan, most: number): BinGrid {
  const from = Math.floor(span.from / SECOND) * SECOND;
  const to = Math.max(from + SECOND, Math.ceil(span.to / SECOND) * SECOND);
  return divided(from, to, most);
}

function divided(from: number, to: number, most: number): BinGrid {
  let count = Math.max(1, Math.floor(most));
  while ((to - from) % (count * SECOND) !== 0) count--;
  return { from, to, binMs: (to - from) / count, count };
}

/** Counts rows into bins by where they begin. */
export class BinCounts {
  /** By bin and code; after the bins come all that begins before them, and all that begins after. */
  private readonly counts: Uint32Array;

  constructor(private readonly grid: BinGrid) {
    this.counts = new Uint32Array((grid.count + 2) * CODE_TABLE);
  }

  /** Counts all rows of a page. @param codes the page's, with those dead that do not count. */
  add(page: Page, codes: Uint8Array): void {
    const { from, to } = this.grid;
    const { times, sorted, count } = page;
    const first = firstFrom(times, sorted, from);
    const end = firstFrom(times, sorted, to);
    this.addAllTo(this.grid.count, codes, 0, first);
    addInOrder(this.counts, this.grid, times, codes, first, end);
    this.addAllTo(this.grid.count + 1, codes, end, sorted);
    for (let row = sorted; row < count; row++) {
      if ((codes[row] as number) >= CODES) continue;
      const at = this.binOf(times[row] as number) * CODE_TABLE + (codes[row] as number);
      this.counts[at] = (this.counts[at] as number) + 1;
    }
  }

  /** Counts all rows of a digest. @returns false where these bins are not made of its own. */
  addDigest(digest: Digest): boolean {
    const { from, to, count } = this.grid;
    const { bins } = digest;
    if (bins.from !== from || bins.to !== to || bins.count % count !== 0) return false;
    digest.addParts(count, this.counts);
    return true;
  }

  /** @param whole of all that is known. */
  timeline(accept: Uint8Array, whole: TimeSpan): ViewTimeline {
    const { from, to, binMs, count } = this.grid;
    const byCategory: Partial<Record<CategoryId, number[]>> = {};
    const byVerification: Partial<Record<VerificationId, number[]>> = {};
    let [before, after] = [0, 0];
    CODE_MEANINGS.forEach(({ category, verification }, code) => {
      if (accept[code] !== 1) return;
      let lists: readonly number[][] = [];
      for (let bin = 0; bin < count; bin++) {
        const rows = this.counts[bin * CODE_TABLE + code] as number;
        if (rows === 0) continue;
        if (lists.length === 0) {
          byCategory[category] ??= new Array<number>(count).fill(0);
          byVerification[verification] ??= new Array<number>(count).fill(0);
          lists = [byCategory[category], byVerification[verification]];
        }
        for (const bins of lists) bins[bin] = (bins[bin] as number) + rows;
      }
      before += this.counts[count * CODE_TABLE + code] as number;
      after += this.counts[(count + 1) * CODE_TABLE + code] as number;
    });
    return { from, to, binMs, byCategory, byVerification, before, after, whole };
  }

  private binOf(time: number): number {
    const { from, to, binMs, count } = this.grid;
    if (time < from) return count;
    return time >= to ? count + 1 : Math.floor((time - from) / binMs);
  }

  private addAllTo(bin: number, codes: Uint8Array, first: number, end: number): void {
    const { counts } = this;
    const at = bin * CODE_TABLE;
    for (let row = first; row < end; row++) {
      const slot = at + (codes[row] as number);
      counts[slot] = (counts[slot] as number) + 1;
    }
  }
}

/**
 * The quick way for rows in order of time, all of which begin within the bins: no branch but at a
 * bin's end. Dead rows are counted under their own code, which nobody reads.
 */
function addInOrder(
  counts: Uint32Array,
  { from, binMs, count }: BinGrid,
  times: Float64Array,
  codes: Uint8Array,
  first: number,
  end: number,
): void {
  let at = 0;
  let binEnd = from + binMs;
  for (let row = first; row < end; row++) {
    const time = times[row] as number;
    if (time >= binEnd) {
      const bin = Math.min(count - 1, Math.floor((time - from) / binMs));
      at = bin * CODE_TABLE;
      binEnd = bin === count - 1 ? Infinity : from + (bin + 1) * binMs;
    }
    const slot = at + (codes[row] as number);
    counts[slot] = (counts[slot] as number) + 1;
  }
}
