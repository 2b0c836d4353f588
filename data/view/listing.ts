import { INSIDE, type Lie, OUTSIDE, PARTLY } from '../geo/lie.ts';
import { Box } from './box.ts';
import { acceptance } from './codes.ts';
import { DrawnArea } from './drawn-area.ts';
import { FirstRows } from './first-rows.ts';
import type { KeyBits } from './key-bits.ts';
import { MOST_ROWS, type Page } from './page.ts';
import { type PlaceNode, sizeOf } from './place-tree.ts';
import { countAccepted, hideUnknown } from './scan.ts';
import type { ListAnswer, ListRequest } from './types.ts';
import type { ViewRows } from './view-rows.ts';
import { firstFrom, TimeWindow } from './window.ts';

interface Square {
  readonly node: PlaceNode;
  /** How the square that it is a quarter of lies to box and area. */
  readonly box: Lie;
  readonly area: Lie;
  /** True where its rows are counted already. */
  readonly isCounted: boolean;
}

const visible = new Uint8Array(MOST_ROWS);

/**
 * Counts the rows that a list asks for, and finds those that its page begins with: from each page
 * only what may come before what others have given.
 */
export class Listing {
  private matched = 0;
  private readonly accept: Uint8Array;
  private readonly box: Box | null;
  private readonly area: DrawnArea | null;
  private readonly window: TimeWindow;
  private readonly shortestMs: number;
  private readonly first: FirstRows;

  /**
   * @param textKeys of the rows whose text matches; null where no text is asked for.
   */
  constructor(
    private readonly request: ListRequest,
    rows: Pick<ViewRows, 'shortestMs' | 'fits'>,
    private readonly textKeys: KeyBits | null,
  ) {
    this.shortestMs = rows.shortestMs;
    this.accept = acceptance(request.categories, request.verifications);
    this.box = request.bbox && new Box(request.bbox, rows.fits);
    this.area = request.within && new DrawnArea(request.within);
    this.window = new TimeWindow(request.datetime);
    this.first = new FirstRows(request);
  }

  get answer(): ListAnswer {
    return { matched: this.matched, keys: this.first.keys };
  }

  /** Adds what lies in a square, a page a step. @param lie to box and area. */
  *addSquares(root: PlaceNode, lie: Lie): Generator<void, void, void> {
    const waiting: Square[] = [{ node: root, box: lie, area: lie, isCounted: false }];
    for (let square = waiting.pop(); square; square = waiting.pop()) {
      const { node } = square;
      const area = square.area === PARTLY ? this.areaLieOf(node) : square.area;
      const box = square.box === PARTLY ? this.boxLieOf(node) : square.box;
      if (box === OUTSIDE || area === OUTSIDE) continue;
      const isWhole = box === INSIDE && area === INSIDE;
      const isCounted = square.isCounted || (isWhole && this.countDigest(node));
      for (const child of node.children ?? []) waiting.push({ node: child, box, area, isCounted });
      for (const page of node.pages) {
        this.addPage(page, box, area, isCounted);
        yield;
      }
    }
  }

  /** Adds the rows of a page whose square lies so to box and area. */
  addPage(page: Page, box: Lie, area: Lie, isCounted: boolean): void {
    const { window, accept } = this;
    const mayList = this.mayBegin(page);
    if (isCounted && !mayList) return;
    const codes = this.visibleCodes(page, box, area);
    window.lay(page, null);
    if (!isCounted) {
      this.matched += countAccepted(codes, accept, window.sure, window.end);
      window.eachLoose((row) => {
        this.matched += accept[codes[row] as number] as number;
      });
    }
    if (mayList) this.list(page, codes);
  }

  private areaLieOf({ x, y, level }: PlaceNode): Lie {
    return this.area?.lieOf(x, y, level) ?? INSIDE;
  }

  private boxLieOf(node: PlaceNode): Lie {
    return this.box?.lieOf(node.x, node.y, sizeOf(node)) ?? INSIDE;
  }

  /** A digest knows all rows of today, and neither their texts nor what was known before. */
  private countDigest({ digest }: PlaceNode): boolean {
    if (digest === null || this.textKeys !== null || this.request.asOf !== Infinity) return false;
    if (!this.window.holds(digest.grid, this.shortestMs)) return false;
    this.matched += digest.acceptedIn(0, digest.grid.count, this.accept);
    return true;
  }

  /** @returns false where no row of the page comes before what is found already. */
  private mayBegin({ times, sorted, count }: Page): boolean {
    if (sorted < count) return true;
    const { earliest, latest } = this.first;
    return (times[0] as number) <= latest && (times[sorted - 1] as number) >= earliest;
  }

  private list(page: Page, codes: Uint8Array): void {
    const { first, window, accept } = this;
    const { newestFirst, datetime } = this.request;
    const { times, keys, sorted, count } = page;
    const earliest = Math.max(first.earliest, (datetime?.from ?? -Infinity) - page.longestMs);
    const offer = (row: number): void => {
      if (accept[codes[row] as number] === 1 && window.touches(page, row)) {
        first.offer(times[row] as number, keys[row] as number);
      }
    };
    for (let row = sorted; row < count; row++) offer(row);
    if (newestFirst) {
      let row = firstFrom(times, sorted, first.latest + 1) - 1;
      for (; row >= 0 && (times[row] as number) >= Math.max(earliest, first.earliest); row--)
        offer(row);
    } else {
      let row = firstFrom(times, sorted, earliest);
      for (; row < sorted && (times[row] as number) <= first.latest; row++) offer(row);
    }
  }

  private visibleCodes(page: Page, box: Lie, area: Lie): Uint8Array {
    const { textKeys } = this;
    const { asOf } = this.request;
    const isWhole = box === INSIDE && area === INSIDE;
    if (asOf === Infinity && textKeys === null && isWhole) return page.codes;
    visible.set(page.codes.subarray(0, page.count));
    if (box !== INSIDE) this.box?.hideOutside(page, visible);
    if (area !== INSIDE) this.area?.hideOutside(page, visible);
    if (asOf !== Infinity) hideUnknown(page, asOf, visible);
    textKeys?.hideOthers(page.keys, page.count, visible);
    return visible;
  }
}
