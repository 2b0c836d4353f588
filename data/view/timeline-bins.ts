import { nextCentral, startOfCentral } from '../time/central.ts';
import type { CategoryId } from '../vocabulary/categories.ts';
import { CODE_MEANINGS, CODE_TABLE, CODES } from './codes.ts';
import type { Digest } from './digest.ts';
import type { Page } from './page.ts';
import type { ViewTimeline } from './types.ts';

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
  let count = Math.max(1, Math.floor(most));
  while ((to - from) % (count * SECOND) !== 0) count--;
  return { from, to, binMs: (to - from) / count, count };
}

/** Counts rows into bins by where they begin. */
export class BinCounts {
  /** By bin and code. */
  private readonly counts: Uint32Array;

  constructor(private readonly grid: BinGrid) {
    this.counts = new Uint32Array(grid.count * CODE_TABLE);
  }

  /** Counts all rows of a page. @param codes the page's, with those dead that do not count. */
  add(page: Page, codes: Uint8Array): void {
    const { from, binMs } = this.grid;
    const { times, sorted, count } = page;
    addInOrder(this.counts, this.grid, times, codes, sorted);
    for (let row = sorted; row < count; row++) {
      const bin = Math.floor(((times[row] as number) - from) / binMs);
      const at = bin * CODE_TABLE + (codes[row] as number);
      if ((codes[row] as number) < CODES) this.counts[at] = (this.counts[at] as number) + 1;
    }
  }

  /** Counts all rows of a digest. @returns false where the bins are not made of its slices. */
  addDigest(digest: Digest): boolean {
    const { from, to, count } = this.grid;
    const slices = digest.grid.count;
    if (digest.grid.from !== from || digest.grid.to !== to || slices % count !== 0) return false;
    const slicesABin = slices / count;
    for (let bin = 0; bin < count; bin++) {
      for (let code = 0; code < CODES; code++) {
        const at = bin * CODE_TABLE + code;
        const rows = digest.rowsIn(bin * slicesABin, (bin + 1) * slicesABin, code);
        this.counts[at] = (this.counts[at] as number) + rows;
      }
    }
    return true;
  }

  timeline(accept: Uint8Array): ViewTimeline {
    const { from, to, binMs, count } = this.grid;
    const byCategory: Partial<Record<CategoryId, number[]>> = {};
    CODE_MEANINGS.forEach(({ category }, code) => {
      if (accept[code] !== 1) return;
      for (let bin = 0; bin < count; bin++) {
        const rows = this.counts[bin * CODE_TABLE + code] as number;
        if (rows === 0) continue;
        const bins = byCategory[category] ?? new Array<number>(count).fill(0);
        bins[bin] = (bins[bin] as number) + rows;
        byCategory[category] = bins;
      }
    });
    return { from, to, binMs, byCategory };
  }
}

/**
 * The quick way for rows in order of time: no branch but at a bin's end. A dead row may lie before
 * the first bin or after the last and is counted in these, under its own code, which nobody reads.
 */
function addInOrder(
  counts: Uint32Array,
  { from, binMs, count }: BinGrid,
  times: Float64Array,
  codes: Uint8Array,
  end: number,
): void {
  let at = 0;
  let binEnd = from + binMs;
  for (let row = 0; row < end; row++) {
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
