import { type Bbox, bboxHas, splitBbox } from '../geo/bbox.ts';
import { INSIDE, type Lie, OUTSIDE, PARTLY } from '../geo/lie.ts';
import { DEAD } from './codes.ts';
import { xOf, yOf } from './mercator.ts';
import type { Page } from './page.ts';

/** Coordinates are compared in fours of units, so that any difference of two is an int32. */
const FOUR_BITS = 2;
const LAST_FOUR = 2 ** (32 - FOUR_BITS) - 1;
/** Fours on either side of an edge within which the true degrees decide: 7 cm. */
const MARGIN = 2;

/** Fours of Mercator units, both ends included. */
interface Rectangle {
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
}

/**
 * A bbox on the map. Whole numbers alone decide for all but the rows close to an edge; for these,
 * the true degrees do, so that the counts are those of `bboxHas`.
 */
export class Box {
  /** Pairs of what is surely inside and what may be: two where the box crosses 180°. */
  private readonly parts: readonly { readonly inner: Rectangle; readonly outer: Rectangle }[];

  constructor(private readonly bbox: Bbox) {
    this.parts = splitBbox(bbox).map((part) => ({
      inner: rectangle(part, -MARGIN),
      outer: rectangle(part, MARGIN),
    }));
  }

  /** @param size width and height of the square in units. */
  lieOf(x: number, y: number, size: number): Lie {
    const [west, north] = [x >>> FOUR_BITS, y >>> FOUR_BITS];
    const [east, south] = [(x + size - 1) >>> FOUR_BITS, (y + size - 1) >>> FOUR_BITS];
    const has = (part: Rectangle): boolean =>
      west >= part.west && east <= part.east && north >= part.north && south <= part.south;
    const meets = (part: Rectangle): boolean =>
      east >= part.west && west <= part.east && south >= part.north && north <= part.south;
    if (this.parts.some(({ inner }) => has(inner))) return INSIDE;
    return this.parts.some(({ outer }) => meets(outer)) ? PARTLY : OUTSIDE;
  }

  /** Gives the dead code to rows that lie outside. */
  hideOutside(page: Page, codes: Uint8Array): void {
    const [only, other] = this.parts;
    if (only && !other) {
      this.hideOutsideOf(page, codes, only.inner, only.outer);
      return;
    }
    for (let row = 0; row < page.count; row++) if (!this.has(page, row)) codes[row] = DEAD;
  }

  /** The quick way for one rectangle: a negative difference says outside, and no row branches. */
  private hideOutsideOf(page: Page, codes: Uint8Array, inner: Rectangle, outer: Rectangle): void {
    const { xs, ys, count } = page;
    const { west, north, east, south } = inner;
    const { west: outerWest, north: outerNorth, east: outerEast, south: outerSouth } = outer;
    for (let row = 0; row < count; row++) {
      const x = (xs[row] as number) >>> FOUR_BITS;
      const y = (ys[row] as number) >>> FOUR_BITS;
      const isOut = (x - west) | (east - x) | (y - north) | (south - y);
      const isFarOut = (x - outerWest) | (outerEast - x) | (y - outerNorth) | (outerSouth - y);
      codes[row] = (codes[row] as number) | (DEAD & (isFarOut >> 31));
      if ((isOut ^ isFarOut) < 0 && !this.has(page, row)) codes[row] = DEAD;
    }
  }

  private has(page: Page, row: number): boolean {
    return bboxHas(this.bbox, page.longitude(row), page.latitude(row));
  }
}

/** @param margin fours by which the rectangle is grown; an edge of the world is never crossed. */
function rectangle([west, south, east, north]: Bbox, margin: number): Rectangle {
  return {
    west: west <= -180 ? 0 : (xOf(west) >>> FOUR_BITS) - margin,
    north: north >= 90 ? 0 : (yOf(north) >>> FOUR_BITS) - margin,
    east: east >= 180 ? LAST_FOUR : (xOf(east) >>> FOUR_BITS) + margin,
    south: south <= -90 ? LAST_FOUR : (yOf(south) >>> FOUR_BITS) + margin,
  };
}
