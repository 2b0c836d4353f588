import { INSIDE, type Lie, OUTSIDE, PARTLY } from '../geo/lie.ts';
import { Box } from './box.ts';
import type { CellTable } from './cell-table.ts';
import { acceptance, CODE_TABLE, CODES } from './codes.ts';
import type { Digest } from './digest.ts';
import { DrawnArea } from './drawn-area.ts';
import type { KeyBits } from './key-bits.ts';
import { CELL_BITS_AT_ZERO, COORDINATE_BITS } from './mercator.ts';
import { MOST_ROWS, type Page } from './page.ts';
import type { PlaceNode } from './place-tree.ts';
import { addToCells, addToOneCell, countAccepted, countCodes, hideUnknown } from './scan.ts';
import { spreadOf } from './spread.ts';
import { BinCounts, type BinGrid } from './timeline-bins.ts';
import type { ViewRequest } from './types.ts';
import type { ViewRows } from './view-rows.ts';
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
  /** Rows that match all but the box, and lie outside it (what lies outside the area is nowhere). */
  elsewhere = 0;
  /** False where the timeline has been counted before. */
  readonly countsBegins: boolean;
  private readonly box: Box;
  private readonly area: DrawnArea | null;
  private readonly asOf: number;
  private readonly shortestMs: number;
  private readonly window: TimeWindow;

  /**
   * @param timeline its counts from an earlier view; null to count them.
   * @param textKeys of the rows whose text matches; null where no text is asked for.
   */
  constructor(
    request: ViewRequest,
    grid: BinGrid,
    timeline: BinCounts | null,
    private readonly cells: CellTable,
    rows: Pick<ViewRows, 'shortestMs' | 'fits'>,
    private readonly textKeys: KeyBits | null,
  ) {
    this.shortestMs = rows.shortestMs;
    this.accept = acceptance(request.categories, request.verifications);
    this.bins = timeline ?? new BinCounts(grid);
    this.countsBegins = timeline === null;
    this.box = new Box(request.bbox, rows.fits);
    this.area = request.within && new DrawnArea(request.within);
    this.asOf = request.asOf;
    this.window = new TimeWindow(request.datetime);
  }

  get asksText(): boolean {
    return this.textKeys !== null;
  }

  lieOf(x: number, y: number, size: number): Lie {
    return this.box.lieOf(x, y, size);
  }

  areaLieOf({ x, y, level }: PlaceNode): Lie {
    return this.area?.lieOf(x, y, level) ?? INSIDE;
  }

  /** Counts what has no place. @returns the slices that are counted now. */
  addUnplacedOf(digest: Digest): Slices | null {
    const slices = this.window.slicesMostlyIn(digest.grid, this.shortestMs);
    if (slices === null) return null;
    for (let code = 0; code < CODES; code++) {
      this.unplaced[code] =
        (this.unplaced[code] as number) + digest.rowsIn(slices.first, slices.end, code);
    }
    return slices;
  }

  /** @param skip slices that are counted already, from a digest. */
  addUnplaced(page: Page, skip: Slices | null = null): void {
    const { window, unplaced } = this;
    const codes = this.visibleCodes(page);
    window.lay(page, skip);
    countCodes(codes, unplaced, window.sure, window.cut);
    countCodes(codes, unplaced, window.resume, window.end);
    window.eachLoose((row) => countCodes(codes, unplaced, row, row + 1));
    window.eachExcess((row) => {
      const code = codes[row] as number;
      unplaced[code] = (unplaced[code] as number) - 1;
    });
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
   * @param areaLie how the square lies to the area: partly inside, or inside.
   */
  addPlaced(
    page: Page,
    level: number,
    lie: Lie,
    begins: boolean,
    skip: Slices | null = null,
    areaLie: Lie = INSIDE,
  ): void {
    const { window, cells, accept, refused } = this;
    let codes = this.visibleCodes(page, areaLie);
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
    window.eachExcess((row) => this.takeOut(page, codes, row));
    if (begins) this.bins.add(page, codes);
  }

  /** @returns false where the timeline's bins are not made of the digest's. */
  addBeginsOf(digest: Digest): boolean {
    return this.bins.addDigest(digest);
  }

  /**
   * Counts a square from its digest, as far as the window does not cut it (`cuts`).
   * @param lie that all of it has: inside or outside the box.
   * @returns the slices that are counted now; null where that cannot be done: look at its parts.
   */
  addSquare(node: PlaceNode, digest: Digest, lie: Lie): Slices | null {
    return lie === OUTSIDE ? this.addElsewhere(digest) : this.addToCell(node, digest);
  }

  /** @returns true where not every row of the digest touches the window. */
  cuts(digest: Digest): boolean {
    return !this.window.holds(digest.grid, this.shortestMs);
  }

  /** @returns the slices that are counted now. */
  private addElsewhere(digest: Digest): Slices | null {
    const slices = this.window.slicesMostlyIn(digest.grid, this.shortestMs);
    if (slices !== null) {
      this.elsewhere += digest.acceptedIn(slices.first, slices.end, this.accept);
    }
    return slices;
  }

  /** @returns the slices that are counted now; null where the square spans several cells. */
  private addToCell(node: PlaceNode, digest: Digest): Slices | null {
    const { cells, accept, refused, window } = this;
    if (node.level < cells.zoom + CELL_BITS_AT_ZERO) return null;
    const inner = window.slicesIn(digest.grid, this.shortestMs);
    const outer =
      inner === null
        ? window.nearlyAll(digest.grid, this.shortestMs)
        : window.slicesMostlyIn(digest.grid, this.shortestMs);
    if (outer === null) return null;
    const spread = spreadOf(node, inner ?? window.sureTimes(this.shortestMs), accept);
    // Where rows lie as far apart as they can, whatever else is in the square lies no farther.
    const isWide = ((spread?.differing ?? 0) & (1 << (COORDINATE_BITS - 1 - node.level))) !== 0;
    const slices = isWide ? outer : inner;
    if (slices === null) return null;
    const { first, end } = slices;
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
    return slices;
  }

  /** Takes a row out of the cell to which a digest has added it. */
  private takeOut(page: Page, codes: Uint8Array, row: number): void {
    const { cells, accept, refused } = this;
    const code = codes[row] as number;
    if (accept[code] !== 1) {
      refused[code] = (refused[code] as number) - 1;
      return;
    }
    const x = page.xs[row] as number;
    const y = page.ys[row] as number;
    const cell = cells.cellOf(x, y, page, row);
    cells.addCount(cell, code, -1);
    cells.addSums(cell, -x, -y);
  }

  private matching(codes: Uint8Array): number {
    const { window, accept } = this;
    let sum =
      countAccepted(codes, accept, window.sure, window.cut) +
      countAccepted(codes, accept, window.resume, window.end);
    window.eachLoose((row) => {
      sum += accept[codes[row] as number] as number;
    });
    window.eachExcess((row) => {
      sum -= accept[codes[row] as number] as number;
    });
    return sum;
  }

  /**
   * @returns the page's codes, with those dead that were not known then, lack the text or lie outside
   * the area.
   */
  private visibleCodes(page: Page, areaLie: Lie = INSIDE): Uint8Array {
    const { asOf, textKeys } = this;
    if (asOf === Infinity && textKeys === null && areaLie === INSIDE) return page.codes;
    const { keys, count } = page;
    visible.set(page.codes.subarray(0, count));
    if (areaLie !== INSIDE) this.area?.hideOutside(page, visible);
    if (asOf !== Infinity) hideUnknown(page, asOf, visible);
    textKeys?.hideOthers(keys, count, visible);
    return visible;
  }

  private insideCodes(page: Page, codes: Uint8Array): Uint8Array {
    inside.set(codes.subarray(0, page.count));
    this.box.hideOutside(page, inside);
    return inside;
  }
}
