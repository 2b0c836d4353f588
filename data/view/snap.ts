import type { Bbox } from '../geo/bbox.ts';
import { CELL_BITS_AT_ZERO, latitudeOf, longitudeOf, MOST_ZOOM, xOf, yOf } from './mercator.ts';

/** `writeFilter` sends six decimals of a degree. */
const STEP = 1e-6;
const WORLD_UNITS = 2 ** 32;

/**
 * Grows a viewport to whole cells of its zoom (64 px), so that a view cuts no cell: while a person
 * pans, a cluster keeps its incidents, its place and its id, and no other request is needed for
 * 64 px. Edges have six decimals and lie just inside the cells that they bound, so that an incident
 * on a seam is in one of the two boxes that meet there.
 * @param viewport [west, south, east, north] in degrees; longitudes may run past ±180, as MapLibre's
 *   bounds do.
 * @param zoom 0 to 20, fractions allowed.
 * @returns longitudes in −180..180; west > east where the box crosses 180°.
 */
export function snapBbox(viewport: Bbox, zoom: number): Bbox {
  const [west, south, east, north] = viewport;
  const level = CELL_BITS_AT_ZERO + Math.max(0, Math.min(MOST_ZOOM, Math.floor(zoom)));
  const cells = 2 ** level;
  const cellUnits = WORLD_UNITS / cells;
  const turns = (longitude: number): number => Math.floor((longitude + 180) / 360);
  const columnOf = (longitude: number): number =>
    turns(longitude) * cells + Math.floor(xOf(longitude - 360 * turns(longitude)) / cellUnits);
  const first = columnOf(west);
  const last = columnOf(east < west ? east + 360 : east);
  const top = Math.floor(yOf(north) / cellUnits);
  const bottom = Math.floor(yOf(south) / cellUnits);
  const whole = last - first + 1 >= cells;
  const left = whole ? 0 : first & (cells - 1);
  const right = whole ? cells - 1 : last & (cells - 1);
  return [
    left === 0 ? -180 : inward(longitudeOf(left * cellUnits), (w) => xOf(w) >= left * cellUnits, 1),
    bottom === cells - 1
      ? -90
      : inward(latitudeOf((bottom + 1) * cellUnits), (s) => yOf(s) < (bottom + 1) * cellUnits, 1),
    right === cells - 1
      ? 180
      : inward(longitudeOf((right + 1) * cellUnits), (e) => xOf(e) < (right + 1) * cellUnits, -1),
    top === 0 ? 90 : inward(latitudeOf(top * cellUnits), (n) => yOf(n) >= top * cellUnits, -1),
  ];
}

/** @returns the first multiple of STEP, from one before the edge on, that lies in the cell. */
function inward(edge: number, isInCell: (degrees: number) => boolean, direction: 1 | -1): number {
  let steps = Math.round(edge / STEP) - direction;
  while (!isInCell(Number((steps * STEP).toFixed(6)))) steps += direction;
  return Number((steps * STEP).toFixed(6));
}
