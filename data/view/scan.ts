import type { CellTable } from './cell-table.ts';
import { CODE_TABLE, CODES, DEAD } from './codes.ts';
import type { Page } from './page.ts';

/** The inner loops of a view: each over rows [start, end) of one page, nothing allocated. */

export function countAccepted(
  codes: Uint8Array,
  accept: Uint8Array,
  start: number,
  end: number,
): number {
  let sum = 0;
  for (let row = start; row < end; row++) sum += accept[codes[row] as number] as number;
  return sum;
}

export function countCodes(
  codes: Uint8Array,
  counts: Uint32Array,
  start: number,
  end: number,
): void {
  for (let row = start; row < end; row++) {
    const code = codes[row] as number;
    counts[code] = (counts[code] as number) + 1;
  }
}

/** Gives the dead code to rows that were not known at `asOf`. */
export function hideUnknown(page: Page, asOf: number, codes: Uint8Array): void {
  const { knownFrom, knownUntil, count } = page;
  for (let row = 0; row < count; row++) {
    const early = (knownFrom[row] as number) > asOf ? DEAD : 0;
    codes[row] = (codes[row] as number) | early;
  }
  if (knownUntil === null) return;
  for (let row = 0; row < count; row++) {
    const late = (knownUntil[row] as number) <= asOf ? DEAD : 0;
    codes[row] = (codes[row] as number) | late;
  }
}

/** Bits of a cell's column, and of its row, that tell it from its neighbors in `nearby`. */
const NEARBY_BITS = 3;
const NEARBY_MASK = 2 ** NEARBY_BITS - 1;
/** Cell numbers + 1 by these bits, where a page's rows have met them. */
const nearby = new Uint16Array(2 ** (2 * NEARBY_BITS));

/**
 * Adds accepted rows to their cells, and counts the others by code in `refused`. The cells that a
 * page's rows meet are few and side by side, so most rows find theirs without the table's hashing.
 */
export function addToCells(
  cells: CellTable,
  page: Page,
  codes: Uint8Array,
  accept: Uint8Array,
  refused: Uint32Array,
  start: number,
  end: number,
): void {
  const { xs, ys } = page;
  let { shift } = cells;
  nearby.fill(0);
  for (let row = start; row < end; row++) {
    const code = codes[row] as number;
    if (accept[code] !== 1) {
      refused[code] = (refused[code] as number) + 1;
      continue;
    }
    const x = xs[row] as number;
    const y = ys[row] as number;
    const at = (((y >>> shift) & NEARBY_MASK) << NEARBY_BITS) | ((x >>> shift) & NEARBY_MASK);
    let cell = (nearby[at] as number) - 1;
    if (cell < 0 || cells.xs[cell] !== x >>> shift || cells.ys[cell] !== y >>> shift) {
      cell = cells.cellOf(x, y, page, row);
      if (cells.shift !== shift) {
        shift = cells.shift;
        nearby.fill(0);
      } else nearby[at] = cell + 1;
    }
    cells.addCount(cell, code, 1);
    cells.addSums(cell, x, y);
    cells.addDiffering(cell, 0, x, y);
  }
}

/** From so many rows on, going through all codes afterwards costs less than a branch a row. */
const MANY_ROWS = 128;
/** Counts by code of the page in hand, and whether a code is accepted as a mask of all bits. */
const tally = new Uint32Array(CODE_TABLE);
const masks = new Int32Array(CODE_TABLE);

/** The same for a page that lies in one cell: the cell is looked up once, and no row branches. */
export function addToOneCell(
  cells: CellTable,
  page: Page,
  codes: Uint8Array,
  accept: Uint8Array,
  refused: Uint32Array,
  start: number,
  end: number,
): void {
  let first = start;
  while (first < end && accept[codes[first] as number] === 0) first++;
  countCodes(codes, refused, start, first);
  if (end - first < MANY_ROWS) {
    if (first < end) addToCells(cells, page, codes, accept, refused, first, end);
    return;
  }
  const { xs, ys } = page;
  const firstX = xs[first] as number;
  const firstY = ys[first] as number;
  for (let code = 0; code < CODE_TABLE; code++) masks[code] = -(accept[code] as number);
  tally.fill(0);
  let sumX = 0;
  let sumY = 0;
  let differing = 0;
  for (let row = first; row < end; row++) {
    const code = codes[row] as number;
    const mask = masks[code] as number;
    const x = xs[row] as number;
    const y = ys[row] as number;
    tally[code] = (tally[code] as number) + 1;
    sumX += (x & mask) >>> 0;
    sumY += (y & mask) >>> 0;
    differing |= ((x ^ firstX) | (y ^ firstY)) & mask;
  }
  const cell = cells.cellOf(firstX, firstY, page, first);
  cells.addSums(cell, sumX, sumY);
  cells.addDiffering(cell, differing, firstX, firstY);
  for (let code = 0; code < CODES; code++) {
    const rows = tally[code] as number;
    if (accept[code] === 1) cells.addCount(cell, code, rows);
    else refused[code] = (refused[code] as number) + rows;
  }
}
