import { CODES } from './codes.ts';
import { CELL_BITS_AT_ZERO, COORDINATE_BITS } from './mercator.ts';
import type { Page } from './page.ts';

/** More marks than a 4K screen has cells are of no use: where more are filled, cells are doubled. */
export const MOST_CELLS = 4096;
const SLOTS = 4 * MOST_CELLS;

/**
 * Cells of the grid that have incidents, with what their marks need. Sums are of whole Mercator
 * units and stay exact. When more than MOST_CELLS are filled, each four become one and the zoom
 * drops by 1, so that time and answer stay bounded whatever box and zoom are asked; the outcome
 * doesn't depend on the order of the rows.
 */
export class CellTable {
  zoom = 0;
  size = 0;
  /** Bits of a coordinate that lie below its cell. */
  shift = 0;
  readonly xs = new Uint32Array(MOST_CELLS + 1);
  readonly ys = new Uint32Array(MOST_CELLS + 1);
  /** Counts by cell and code. */
  readonly counts = new Uint32Array((MOST_CELLS + 1) * CODES);
  readonly sumX = new Float64Array(MOST_CELLS + 1);
  readonly sumY = new Float64Array(MOST_CELLS + 1);
  /** One row of the cell, to tell the others from: where only one is, it is the single one. */
  readonly firstX = new Uint32Array(MOST_CELLS + 1);
  readonly firstY = new Uint32Array(MOST_CELLS + 1);
  readonly firstRow = new Uint32Array(MOST_CELLS + 1);
  readonly firstPage: Page[] = [];
  /** Bits in which some row's x or y differs from the first's. */
  readonly differing = new Int32Array(MOST_CELLS + 1);
  private readonly slots = new Uint16Array(SLOTS);

  /** Empties the table. @param zoom whole, 0 to 20. */
  reset(zoom: number): void {
    this.counts.fill(0, 0, this.size * CODES);
    this.firstPage.length = 0;
    this.slots.fill(0);
    this.size = 0;
    this.zoom = zoom;
    this.shift = COORDINATE_BITS - CELL_BITS_AT_ZERO - zoom;
  }

  addCount(cell: number, code: number, rows: number): void {
    const at = cell * CODES + code;
    this.counts[at] = (this.counts[at] as number) + rows;
  }

  addSums(cell: number, sumX: number, sumY: number): void {
    this.sumX[cell] = (this.sumX[cell] as number) + sumX;
    this.sumY[cell] = (this.sumY[cell] as number) + sumY;
  }

  /** @param differing bits in which some rows differ from the one at x, y. */
  addDiffering(cell: number, differing: number, x: number, y: number): void {
    this.differing[cell] =
      (this.differing[cell] as number) |
      differing |
      (x ^ (this.firstX[cell] as number)) |
      (y ^ (this.firstY[cell] as number));
  }

  /** @returns the cell's number, new or known; stays valid until the next call. */
  cellOf(x: number, y: number, page: Page, row: number): number {
    const cellX = x >>> this.shift;
    const cellY = y >>> this.shift;
    let slot = slotOf(cellX, cellY);
    for (;;) {
      const cell = (this.slots[slot] as number) - 1;
      if (cell < 0) break;
      if (this.xs[cell] === cellX && this.ys[cell] === cellY) return cell;
      slot = (slot + 1) % SLOTS;
    }
    const cell = this.size++;
    this.slots[slot] = cell + 1;
    this.xs[cell] = cellX;
    this.ys[cell] = cellY;
    this.sumX[cell] = this.sumY[cell] = this.differing[cell] = 0;
    this.firstX[cell] = x;
    this.firstY[cell] = y;
    this.firstPage[cell] = page;
    this.firstRow[cell] = row;
    if (this.size <= MOST_CELLS) return cell;
    this.halve();
    return this.cellOf(x, y, page, row);
  }

  /** The lowest zoom at which the cell's rows lie in two cells or more; 21 where in none do they. */
  expansionZoom(cell: number): number {
    const shared = Math.clz32(this.differing[cell] as number);
    return Math.min(21, shared + 1 - CELL_BITS_AT_ZERO);
  }

  /** Makes one cell of each four, in place: a parent is numbered no higher than its first child. */
  private halve(): void {
    do {
      const children = this.size;
      this.zoom--;
      this.shift++;
      this.size = 0;
      this.slots.fill(0);
      for (let child = 0; child < children; child++) this.moveToParent(child);
    } while (this.size > MOST_CELLS);
  }

  private moveToParent(child: number): void {
    const cellX = (this.xs[child] as number) >>> 1;
    const cellY = (this.ys[child] as number) >>> 1;
    let slot = slotOf(cellX, cellY);
    for (;;) {
      const parent = (this.slots[slot] as number) - 1;
      if (parent < 0) break;
      if (this.xs[parent] === cellX && this.ys[parent] === cellY) {
        this.merge(child, parent);
        return;
      }
      slot = (slot + 1) % SLOTS;
    }
    const parent = this.size++;
    this.slots[slot] = parent + 1;
    this.xs[parent] = cellX;
    this.ys[parent] = cellY;
    this.sumX[parent] = this.sumX[child] as number;
    this.sumY[parent] = this.sumY[child] as number;
    this.differing[parent] = this.differing[child] as number;
    this.firstX[parent] = this.firstX[child] as number;
    this.firstY[parent] = this.firstY[child] as number;
    this.firstPage[parent] = this.firstPage[child] as Page;
    this.firstRow[parent] = this.firstRow[child] as number;
    if (parent === child) return;
    this.counts.copyWithin(parent * CODES, child * CODES, (child + 1) * CODES);
    this.counts.fill(0, child * CODES, (child + 1) * CODES);
  }

  private merge(child: number, parent: number): void {
    for (let code = 0; code < CODES; code++) {
      this.addCount(parent, code, this.counts[child * CODES + code] as number);
    }
    this.counts.fill(0, child * CODES, (child + 1) * CODES);
    this.addSums(parent, this.sumX[child] as number, this.sumY[child] as number);
    this.addDiffering(
      parent,
      this.differing[child] as number,
      this.firstX[child] as number,
      this.firstY[child] as number,
    );
  }
}

/** Multipliers: 2^32 divided by the golden ratio, and a prime of xxHash32. */
function slotOf(cellX: number, cellY: number): number {
  return ((Math.imul(cellX, 0x9e3779b1) ^ Math.imul(cellY, 0x85ebca77)) >>> 15) % SLOTS;
}
