import { Box, INSIDE, type Lie, OUTSIDE, PARTLY } from './box.ts';
import type { CellTable } from './cell-table.ts';
import { acceptance, CODE_TABLE, CODES, DEAD } from './codes.ts';
import type { Digest } from './digest.ts';
import { CELL_BITS_AT_ZERO } from './mercator.ts';
import { MOST_ROWS, type Page } from './page.ts';
import { eachPage, type PlaceNode } from './place-tree.ts';
import { addToCells, addToOneCell, countAccepted, countCodes, hideUnknown } from './scan.ts';
import { spreadOf } from './spread.ts';
import { BinCounts, type BinGrid } from './timeline-bins.ts';
import type { ViewRequest } from './types.ts';
import { type Slices, TimeWindow } from './window.ts';

const visible = new Uint8Array(MOST_ROWS);
const inside = new Uint8Array(MOST_ROWS);

/** Counts page by page, or square by square, what a view asks for; then the counts are read off. */
export class Pass {
  readonly accept: Uint8Array;
  readonly bins: BinCounts;
  /** By code: rows in the box and the window that the filter refuses (facets lift their own). */
  readonly refused = new Uint32Array(CODE_TABLE);
  /** By code: rows in the window that have no place. */
  readonly unplaced = new Uint32Array(CODE_TABLE);
  /** Rows that match all but the box, and lie outside it. */
  elsewhere = 0;
  /** False where the timeline has been counted before. */
  readonly countsBegins: boolean;
  private readonly box: Box;
  private readonly asOf: number;
  private readonly window: TimeWindow;

  /**
   * @param timeline its counts from an earlier view; null to count them.
   * @param hasText says whether a row's text matches; null where no text is asked for.
   */
  constructor(
    request: ViewRequest,
    grid: BinGrid,
    timeline: BinCounts | null,
    private readonly cells: CellTable,
    private readonly shortestMs: number,
    private readonly hasText: ((key: number) => boolean) | null,
  ) {
    this.accept = acceptance(request.categories, request.verifications);
    this.bins = timeline ?? new BinCounts(grid);
    this.countsBegins = timeline === null;
    this.box = new Box(request.bbox);
    this.asOf = request.asOf;
    this.window = new TimeWindow(request.datetime);
  }

  get asksText(): boolean {
    return this.hasText !== null;
  }

  lieOf(x: number, y: number, size: number): Lie {
    return this.box.lieOf(x, y, size);
  }

  addUnplaced(page: Page): void {
    const { window, unplaced } = this;
    const codes = this.visibleCodes(page);
    window.lay(page, null);
    countCodes(codes, unplaced, window.sure, window.end);
    window.eachLoose((row) => countCodes(codes, unplaced, row, row + 1));
    if (this.countsBegins) this.bins.add(page, codes);
  }

  /** Counts a page into the timeline alone. */
  addBegins(page: Page): void {
    this.bins.add(page, this.visibleCodes(page));
  }

  /**
   * @param level of the page's square.
   * @param lie how that square lies to the box.
   * @param begins false where the timeline has the page's rows already.
   * @param skip slices that are counted already, from a digest.
   */
  addPlaced(
    page: Page,
    level: number,
    lie: Lie,
    begins: boolean,
    skip: Slices | null = null,
  ): void {
    const { window, cells, accept, refused } = this;
    let codes = this.visibleCodes(page);
    window.lay(page, skip);
    if (lie !== INSIDE) this.elsewhere += this.matching(codes);
    if (lie === OUTSIDE) return;
    if (lie === PARTLY) {
      codes = this.insideCodes(page, codes);
      this.elsewhere -= this.matching(codes);
    }
    const add = level >= cells.zoom + CELL_BITS_AT_ZERO ? addToOneCell : addToCells;
    add(cells, page, codes, accept, refused, window.sure, window.cut);
    add(cells, page, codes, accept, refused, window.resume, window.end);
    window.eachLoose((row) => addToCells(cells, page, codes, accept, refused, row, row + 1));
    if (begins) this.bins.add(page, codes);
  }

  /** @returns false where the timeline's bins are not made of the digest's slices. */
  addBeginsOf(digest: Digest): boolean {
    return this.bins.addDigest(digest);
  }

  /**
   * Counts a square from its digest, and row by row only what the window cuts.
   * @param lie that all of it has: inside or outside the box.
   * @returns false where that cannot be done: look at its parts.
   */
  addSquare(node: PlaceNode, digest: Digest, lie: Lie): boolean {
    const slices = this.window.slicesIn(digest.grid, this.shortestMs);
    if (slices === null) return false;
    const { first, end } = slices;
    if (lie === OUTSIDE) this.elsewhere += digest.acceptedIn(first, end, this.accept);
    else if (!this.addToCell(node, digest, slices)) return false;
    const isWhole = first === 0 && end === digest.grid.count;
    if (!isWhole) {
      eachPage(node, (page) => this.addPlaced(page, node.level, lie, false, slices));
    }
    return true;
  }

  /** @returns false where the square spans several cells. */
  private addToCell(node: PlaceNode, digest: Digest, slices: Slices): boolean {
    const { cells, accept, refused } = this;
    const { first, end } = slices;
    if (node.level < cells.zoom + CELL_BITS_AT_ZERO) return false;
    const spread = spreadOf(node, slices, accept);
    if (spread) {
      const { page, row, differing } = spread;
      const x = page.xs[row] as number;
      const y = page.ys[row] as number;
      const cell = cells.cellOf(x, y, page, row);
      cells.addDiffering(cell, differing, x, y);
      digest.addAccepted(first, end, accept, cells, cell);
    }
    for (let code = 0; code < CODES; code++) {
      if (accept[code] === 1) continue;
      refused[code] = (refused[code] as number) + digest.rowsIn(first, end, code);
    }
    return true;
  }

  private matching(codes: Uint8Array): number {
    const { window, accept } = this;
    let sum =
      countAccepted(codes, accept, window.sure, window.cut) +
      countAccepted(codes, accept, window.resume, window.end);
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
    inside.set(codes.subarray(0, page.count));
    this.box.hideOutside(page, inside);
    return inside;
  }
}
