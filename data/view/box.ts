import { type Bbox, bboxHas, splitBbox } from '../geo/bbox.ts';
import { xOf, yOf } from './mercator.ts';
import type { Page } from './page.ts';

/** How a square of the map lies to a box: none of it inside, part of it, or all of it. */
export const OUTSIDE = 0;
export const PARTLY = 1;
export const INSIDE = 2;
export type Lie = typeof OUTSIDE | typeof PARTLY | typeof INSIDE;

/** Whole Mercator units, both ends included. */
interface Rectangle {
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
}

/**
 * A bbox in Mercator units. Units alone decide for all but the rows within two units (2 cm) of an
 * edge; for these, the true degrees do, so that the counts are those of `bboxHas`.
 */
export class Box {
  private readonly inner: readonly Rectangle[];
  private readonly outer: readonly Rectangle[];

  constructor(private readonly bbox: Bbox) {
    const parts = splitBbox(bbox);
    this.inner = parts.map((part) => rectangle(part, -2));
    this.outer = parts.map((part) => rectangle(part, 2));
  }

  /** @param size width and height of the square in units. */
  lieOf(x: number, y: number, size: number): Lie {
    const east = x + size - 1;
    const south = y + size - 1;
    for (const { west, north, east: e, south: s } of this.inner) {
      if (x >= west && east <= e && y >= north && south <= s) return INSIDE;
    }
    for (const { west, north, east: e, south: s } of this.outer) {
      if (east >= west && x <= e && south >= north && y <= s) return PARTLY;
    }
    return OUTSIDE;
  }

  /** @returns true where the row lies in the box or on its edge. */
  has(page: Page, row: number): boolean {
    const lie = this.lieOf(page.xs[row] as number, page.ys[row] as number, 1);
    return lie === PARTLY
      ? bboxHas(this.bbox, page.longitude(row), page.latitude(row))
      : lie === INSIDE;
  }
}

/** @param margin units by which the rectangle is grown; an edge of the world is never crossed. */
function rectangle([west, south, east, north]: Bbox, margin: number): Rectangle {
  return {
    west: west <= -180 ? -Infinity : xOf(west) - margin,
    north: north >= 90 ? -Infinity : yOf(north) - margin,
    east: east >= 180 ? Infinity : xOf(east) + margin,
    south: south <= -90 ? Infinity : yOf(south) + margin,
  };
}
