import { type Bbox, bboxHas, splitBbox } from '../geo/bbox.ts';
import { INSIDE, type Lie, OUTSIDE, PARTLY } from '../geo/lie.ts';
import { DEAD } from './codes.ts';
import { latitudeOf, longitudeOf, WORLD, xOf, yOf } from './mercator.ts';
import type { Page } from './page.ts';

/** Coordinates are compared in fours of units, so that any difference of two is an int32. */
const FOUR_BITS = 2;
const LAST_FOUR = 2 ** (32 - FOUR_BITS) - 1;
/** Fours on either side of an edge within which the true degrees decide: 7 cm. */
const MARGIN = 2;

/** Mercator units or fours of them, both ends included. */
interface Rectangle {
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
}

/** What is surely inside, and what may be. */
interface Part {
  readonly inner: Rectangle;
  readonly outer: Rectangle;
}

/**
 * A bbox on the map. Whole numbers alone decide for all but the rows close to an edge; for these,
 * the true degrees do, so that the counts are those of `bboxHas`.
 */
export class Box {
  /** Two where the box crosses 180°. In fours, for rows. */
  private readonly parts: readonly Part[];
  /** The same in units, for squares: where rows fit, a square that ends where the box does is not cut. */
  private readonly squareParts: readonly Part[];

  /** @param fits true where every row stands at the very position that its units are read back as. */
  constructor(
    private readonly bbox: Bbox,
    fits: boolean,
  ) {
    const boxes = splitBbox(bbox);
    this.parts = boxes.map((part) => ({
      inner: rectangle(part, -MARGIN),
      outer: rectangle(part, MARGIN),
    }));
    this.squareParts = fits
      ? boxes.map(exactRectangle).map((exact) => ({ inner: exact, outer: exact }))
      : this.parts.map(({ inner, outer }) => ({ inner: inUnits(inner), outer: inUnits(outer) }));
  }

  /** @param size width and height of the square in units. */
  lieOf(x: number, y: number, size: number): Lie {
    const [east, south] = [x + size - 1, y + size - 1];
    const has = (part: Rectangle): boolean =>
      x >= part.west && east <= part.east && y >= part.north && south <= part.south;
    const meets = (part: Rectangle): boolean =>
      east >= part.west && x <= part.east && south >= part.north && y <= part.south;
    if (this.squareParts.some(({ inner }) => has(inner))) return INSIDE;
    return this.squareParts.some(({ outer }) => meets(outer)) ? PARTLY : OUTSIDE;
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

function inUnits({ west, north, east, south }: Rectangle): Rectangle {
  const units = 2 ** FOUR_BITS;
  const last = units - 1;
  return {
    west: west * units,
    north: north * units,
    east: east * units + last,
    south: south * units + last,
  };
}

/** @returns the units that are read back as positions in the box: those and no others. */
function exactRectangle([west, south, east, north]: Bbox): Rectangle {
  return {
    west: firstUnit((x) => longitudeOf(x) >= west),
    north: firstUnit((y) => latitudeOf(y) <= north),
    east: firstUnit((x) => longitudeOf(x) > east) - 1,
    south: firstUnit((y) => latitudeOf(y) < south) - 1,
  };
}

/** @param holds from some unit on. @returns that unit; WORLD where there is none. */
function firstUnit(holds: (unit: number) => boolean): number {
  let [low, high] = [0, WORLD];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
