import type { Bbox } from '../geo/bbox.ts';
import {
  CELL_BITS_AT_ZERO,
  latitudeAt,
  longitudeAt,
  MOST_ZOOM,
  mercatorX,
  mercatorY,
} from './mercator.ts';

/** Of the seventh decimal of a degree: no position has an eighth. */
const STEPS_A_DEGREE = 1e7;

/**
 * Grows a viewport to whole cells of its zoom (64 px), so that a view cuts no cell: while a person
 * pans, a cluster keeps its incidents, its place and its id, and no other request is needed for
 * 64 px. Edges have seven decimals and lie just inside the cells that they bound, so that an incident
 * on a seam is in one of the two boxes that meet there.
 * @param viewport [west, south, east, north] in degrees; longitudes may run past ±180, as MapLibre's
 *   bounds do.
 * @param zoom 0 to 20, fractions allowed.
 * @returns longitudes in −180..180; west > east where the box crosses 180°.
 */
export function snapBbox([west, south, east, north]: Bbox, zoom: number): Bbox {
  const cells = 2 ** (CELL_BITS_AT_ZERO + Math.max(0, Math.min(MOST_ZOOM, Math.floor(zoom))));
  const columnOf = (longitude: number): number => Math.floor(mercatorX(longitude) * cells);
  const rowOf = (latitude: number): number =>
    Math.max(0, Math.min(cells - 1, Math.floor(mercatorY(latitude) * cells)));
  const first = columnOf(west);
  const last = columnOf(east < west ? east + 360 : east);
  const isWhole = last - first + 1 >= cells;
  const left = isWhole ? 0 : first & (cells - 1);
  const right = isWhole ? cells - 1 : last & (cells - 1);
  const [top, bottom] = [rowOf(north), rowOf(south)];
  return [
    left === 0 ? -180 : Math.ceil(steps(longitudeAt(left / cells))) / STEPS_A_DEGREE,
    bottom === cells - 1
      ? -90
      : (Math.floor(steps(latitudeAt((bottom + 1) / cells))) + 1) / STEPS_A_DEGREE,
    right === cells - 1
      ? 180
      : (Math.ceil(steps(longitudeAt((right + 1) / cells))) - 1) / STEPS_A_DEGREE,
    top === 0 ? 90 : Math.floor(steps(latitudeAt(top / cells))) / STEPS_A_DEGREE,
  ];
}

function steps(degrees: number): number {
  return degrees * STEPS_A_DEGREE;
}
