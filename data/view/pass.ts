import { Box, INSIDE, type Lie, OUTSIDE, PARTLY } from './box.ts';
import type { CellTable } from './cell-table.ts';
import { acceptance, CODE_TABLE, DEAD } from './codes.ts';
import { CELL_BITS_AT_ZERO } from './mercator.ts';
import { MOST_ROWS, type Page } from './page.ts';
import { addToCells, addToOneCell, countAccepted, countCodes, hideUnknown } from './scan.ts';
import { BinCounts, type BinGrid } from './timeline-bins.ts';
import type { ViewRequest } from './types.ts';
import { TimeWindow } from './window.ts';

const visible = new Uint8Array(MOST_ROWS);
const inside = new Uint8Array(MOST_ROWS);

/** Counts page by page what a view asks for: each page once, then the counts are read off. */
export class Pass {
  readonly accept: Uint8Array;
  readonly bins: BinCounts;
  /** By code: rows in the box and the window that the filter refuses (facets lift their own). */
  readonly refused = new Uint32Array(CODE_TABLE);
  /** By code: rows in the window that have no place. */
  readonly unplaced = new Uint32Array(CODE_TABLE);
  /** Rows that match all but the box, and lie outside it. */
  elsewhere = 0;
  private readonly box: Box;
  private readonly asOf: number;
  private readonly window: TimeWindow;

  /** @param hasText says whether a row's text matches; null where no text is asked for. */
  constructor(
    request: ViewRequest,
    grid: BinGrid,
    private readonly cells: CellTable,
    private readonly hasText: ((key: number) => boolean) | null,
  ) {
    this.accept = acceptance(request.categories, request.verifications);
    this.bins = new BinCounts(grid);
    this.box = new Box(request.bbox);
    this.asOf = request.asOf;
    this.window = new TimeWindow(request.datetime);
  }

  lieOf(x: number, y: number, size: number): Lie {
    return this.box.lieOf(x, y, size);
  }

  addUnplaced(page: Page): void {
    const { window, unplaced } = this;
    const codes = this.visibleCodes(page);
    window.lay(page);
    countCodes(codes, unplaced, window.sure, window.end);
    window.eachLoose((row) => countCodes(codes, unplaced, row, row + 1));
    this.bins.add(page, codes);
  }

  /** @param level of the page's square. @param lie how that square lies to the box. */
  addPlaced(page: Page, level: number, lie: Lie): void {
    const { window, cells, accept, refused } = this;
    let codes = this.visibleCodes(page);
    window.lay(page);
    if (lie !== INSIDE) this.elsewhere += this.matching(codes);
    if (lie === OUTSIDE) return;
    if (lie === PARTLY) {
      codes = this.insideCodes(page, codes);
      this.elsewhere -= this.matching(codes);
    }
    const add = level >= cells.zoom + CELL_BITS_AT_ZERO ? addToOneCell : addToCells;
    add(cells, page, codes, accept, refused, window.sure, window.end);
    window.eachLoose((row) => addToCells(cells, page, codes, accept, refused, row, row + 1));
    this.bins.add(page, codes);
  }

  private matching(codes: Uint8Array): number {
    const { window, accept } = this;
    let sum = countAccepted(codes, accept, window.sure, window.end);
    window.eachLoose((row) => {
      sum += accept[codes[row] as number] as number;
    });
    return sum;
  }

  /** @returns the page's codes, with those dead that were not known then or lack the text. */
  private visibleCodes(page: Page): Uint8Array {
    const { asOf, hasText } = this;
    if (asOf === Infinity && hasText === null) return page.codes;
    const { keys, count } = page;
    visible.set(page.codes.subarray(0, count));
    if (asOf !== Infinity) hideUnknown(page, asOf, visible);
    if (hasText !== null) {
      for (let row = 0; row < count; row++) {
        if (!hasText(keys[row] as number)) visible[row] = DEAD;
      }
    }
    return visible;
  }

  private insideCodes(page: Page, codes: Uint8Array): Uint8Array {
    for (let row = 0; row < page.count; row++) {
      inside[row] = this.box.has(page, row) ? (codes[row] as number) : DEAD;
    }
    return inside;
  }
}
