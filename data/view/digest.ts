import type { CellTable } from './cell-table.ts';
import { CODES, DEAD } from './codes.ts';
import type { Page } from './page.ts';
import type { BinGrid } from './timeline-bins.ts';

/** Slices of time that the digest of a big square counts by: the bins of the usual timeline. */
export const SLICES = 60;
/** Category and verification without imprecision: two codes each. */
const PAIRS = CODES / 2;

/**
 * The rows of a square added up by slice of time and code, so that a view of any window and any
 * filter needs only the rows in the two slices that the window cuts. Small squares have one slice,
 * for views of all time. Kept as running totals: what
 * lies in the slices [first, end) is the totals at `end` less those at `first`.
 */
export class Digest {
  private readonly rows: Uint32Array;
  private readonly sumX: Float64Array;
  private readonly sumY: Float64Array;

  /** @param grid its bins are the slices; it holds every row. */
  constructor(readonly grid: BinGrid) {
    this.rows = new Uint32Array((grid.count + 1) * CODES);
    this.sumX = new Float64Array((grid.count + 1) * PAIRS);
    this.sumY = new Float64Array((grid.count + 1) * PAIRS);
  }

  /** Adds a row, or with sign −1 takes it out again. */
  add(time: number, code: number, x: number, y: number, sign: 1 | -1): void {
    for (let slice = this.sliceOf(time) + 1; slice <= this.grid.count; slice++) {
      this.bump(slice, code, x, y, sign);
    }
  }

  /** Adds many rows at once. @param parts the digests of squares within this one. */
  addAll(pages: Iterable<Page>, parts: readonly Digest[]): void {
    for (const page of pages) {
      const { times, codes, xs, ys, count } = page;
      for (let row = 0; row < count; row++) {
        const code = codes[row] as number;
        if (code === DEAD) continue;
        const slice = this.sliceOf(times[row] as number) + 1;
        this.bump(slice, code, xs[row] as number, ys[row] as number, 1);
      }
    }
    runningTotals(this.rows, CODES);
    runningTotals(this.sumX, PAIRS);
    runningTotals(this.sumY, PAIRS);
    for (const part of parts) {
      addTo(this.rows, part.rows);
      addTo(this.sumX, part.sumX);
      addTo(this.sumY, part.sumY);
    }
  }

  rowsIn(first: number, end: number, code: number): number {
    return (this.rows[end * CODES + code] as number) - (this.rows[first * CODES + code] as number);
  }

  acceptedIn(first: number, end: number, accept: Uint8Array): number {
    let sum = 0;
    for (let code = 0; code < CODES; code++) {
      if (accept[code] === 1) sum += this.rowsIn(first, end, code);
    }
    return sum;
  }

  /** Adds counts and sums of what is accepted to a cell. */
  addAccepted(
    first: number,
    end: number,
    accept: Uint8Array,
    cells: CellTable,
    cell: number,
  ): void {
    for (let code = 0; code < CODES; code++) {
      if (accept[code] === 1) cells.addCount(cell, code, this.rowsIn(first, end, code));
    }
    const { sumX, sumY } = this;
    for (let pair = 0; pair < PAIRS; pair++) {
      if (accept[2 * pair] === 0) continue;
      const before = first * PAIRS + pair;
      const after = end * PAIRS + pair;
      cells.addSums(
        cell,
        (sumX[after] as number) - (sumX[before] as number),
        (sumY[after] as number) - (sumY[before] as number),
      );
    }
  }

  /** @returns true where any accepted row lies in the slices. */
  hasAny(first: number, end: number, accept: Uint8Array): boolean {
    for (let code = 0; code < CODES; code++) {
      if (accept[code] === 1 && this.rowsIn(first, end, code) > 0) return true;
    }
    return false;
  }

  get byteLength(): number {
    return this.rows.byteLength + this.sumX.byteLength + this.sumY.byteLength;
  }

  private sliceOf(time: number): number {
    return Math.floor((time - this.grid.from) / this.grid.binMs);
  }

  private bump(slice: number, code: number, x: number, y: number, sign: 1 | -1): void {
    const at = slice * CODES + code;
    const pairAt = slice * PAIRS + (code >> 1);
    this.rows[at] = (this.rows[at] as number) + sign;
    this.sumX[pairAt] = (this.sumX[pairAt] as number) + sign * x;
    this.sumY[pairAt] = (this.sumY[pairAt] as number) + sign * y;
  }
}

function runningTotals(table: Uint32Array | Float64Array, width: number): void {
  for (let at = width; at < table.length; at++) {
    table[at] = (table[at] as number) + (table[at - width] as number);
  }
}

function addTo(table: Uint32Array | Float64Array, other: Uint32Array | Float64Array): void {
  for (let at = 0; at < table.length; at++) {
    table[at] = (table[at] as number) + (other[at] as number);
  }
}
