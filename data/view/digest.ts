import type { CellTable } from './cell-table.ts';
import { CODE_TABLE, CODES, DEAD } from './codes.ts';
import type { Page } from './page.ts';
import type { BinGrid } from './timeline-bins.ts';

/** Slices of time that the digest of a big square counts by: the bins of the usual timeline. */
export const SLICES = 60;
/** Category and verification without imprecision: two codes each. */
const PAIRS = CODES / 2;

/** What counts of 16 and of 32 bits hold. */
const FEW_ROWS = 2 ** 16 - 1;
const MANY_ROWS = 2 ** 32 - 1;
/** So much may a square of few rows grow before it is added up anew. */
const GROWTH = 1.25;

/**
 * The rows of a square added up by slice of time and code, so that a view of any window and any
 * filter needs only the rows in the two slices that the window cuts. Small squares have one slice,
 * for views of all time. Kept as running totals: what lies in the slices [first, end) is the total at
 * `end` less that at `first`, which is 0 at the first slice.
 */
export class Digest {
  /** That it can hold. */
  readonly mostRows: number;
  /** By bin and code, those in it and in all before. */
  private readonly rows: Uint16Array | Uint32Array;
  /** By slice and pair. */
  private readonly sumX: Float64Array;
  private readonly sumY: Float64Array;
  private readonly binsASlice: number;

  /**
   * @param grid its bins are the slices; it holds every row.
   * @param bins for counts alone, as fine as the slices or so many times finer.
   * @param rows that it is to hold at first.
   */
  constructor(
    readonly grid: BinGrid,
    readonly bins: BinGrid,
    rows: number,
  ) {
    const counts = bins.count * CODES;
    this.mostRows = GROWTH * rows > FEW_ROWS ? MANY_ROWS : FEW_ROWS;
    this.rows = this.mostRows > FEW_ROWS ? new Uint32Array(counts) : new Uint16Array(counts);
    this.sumX = new Float64Array(grid.count * PAIRS);
    this.sumY = new Float64Array(grid.count * PAIRS);
    this.binsASlice = bins.count / grid.count;
  }

  /** Adds a row, or with sign −1 takes it out again. */
  add(time: number, code: number, x: number, y: number, sign: 1 | -1): void {
    const first = this.binOf(time);
    for (let bin = first; bin < this.bins.count; bin++) this.bump(bin, code, sign);
    const slice = Math.floor(first / this.binsASlice);
    for (let later = slice; later < this.grid.count; later++) {
      this.bumpSums(later, code, sign * x, sign * y);
    }
  }

  /** Adds many rows at once. @param parts the digests of squares within this one. */
  addAll(pages: Iterable<Page>, parts: readonly Digest[]): void {
    for (const page of pages) {
      const { times, codes, xs, ys, count } = page;
      for (let row = 0; row < count; row++) {
        const code = codes[row] as number;
        if (code === DEAD) continue;
        const bin = this.binOf(times[row] as number);
        this.bump(bin, code, 1);
        const slice = Math.floor(bin / this.binsASlice);
        this.bumpSums(slice, code, xs[row] as number, ys[row] as number);
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

  /** Rows of a code in the slices [first, end). */
  rowsIn(first: number, end: number, code: number): number {
    return this.rowsBefore(end, code) - this.rowsBefore(first, code);
  }

  /** Adds the rows in each of so many equal parts of the bins to counts by part and code. */
  addParts(parts: number, counts: Uint32Array): void {
    const { rows } = this;
    const width = (this.bins.count / parts) * CODES;
    for (let code = 0; code < CODES; code++) {
      counts[code] = (counts[code] as number) + (rows[width - CODES + code] as number);
    }
    for (let part = 1; part < parts; part++) {
      const to = part * CODE_TABLE;
      const last = (part + 1) * width - CODES;
      for (let code = 0; code < CODES; code++) {
        const added = (rows[last + code] as number) - (rows[last - width + code] as number);
        counts[to + code] = (counts[to + code] as number) + added;
      }
    }
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
      const before = (first - 1) * PAIRS + pair;
      const last = (end - 1) * PAIRS + pair;
      cells.addSums(
        cell,
        (sumX[last] as number) - (first === 0 ? 0 : (sumX[before] as number)),
        (sumY[last] as number) - (first === 0 ? 0 : (sumY[before] as number)),
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

  private rowsBefore(slice: number, code: number): number {
    const at = (slice * this.binsASlice - 1) * CODES + code;
    return slice === 0 ? 0 : (this.rows[at] as number);
  }

  private binOf(time: number): number {
    return Math.floor((time - this.bins.from) / this.bins.binMs);
  }

  private bump(bin: number, code: number, by: number): void {
    const at = bin * CODES + code;
    this.rows[at] = (this.rows[at] as number) + by;
  }

  private bumpSums(slice: number, code: number, x: number, y: number): void {
    const at = slice * PAIRS + (code >> 1);
    this.sumX[at] = (this.sumX[at] as number) + x;
    this.sumY[at] = (this.sumY[at] as number) + y;
  }
}

/** Counts or sums by slice. */
type Table = Uint16Array | Uint32Array | Float64Array;

function runningTotals(table: Table, width: number): void {
  for (let at = width; at < table.length; at++) {
    table[at] = (table[at] as number) + (table[at - width] as number);
  }
}

function addTo(table: Table, other: Table): void {
  for (let at = 0; at < table.length; at++) {
    table[at] = (table[at] as number) + (other[at] as number);
  }
}
