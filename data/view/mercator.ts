/**
 * Web Mercator in whole numbers: the world is 2^32 units wide and high, x counted east from 180° W,
 * y south from 85.0511° N. A unit is at most 9.4 mm, finer than the seventh decimal of a degree, so
 * that a position of up to seven decimals can be read back exactly.
 */
export const WORLD = 2 ** 32;
const LAST = WORLD - 1;

/** Bits of a coordinate that name its cell at zoom 0: a 512 px world has 8 × 8 cells of 64 px. */
export const CELL_BITS_AT_ZERO = 3;
export const COORDINATE_BITS = 32;
/** The highest zoom at which incidents are told apart; a cell is then 2.4 m wide at 45° N. */
export const MOST_ZOOM = 20;

/** @returns how far east of 180° W a longitude in degrees lies, in widths of the world. */
export function mercatorX(longitude: number): number {
  return (longitude + 180) / 360;
}

/** @returns how far south of 85.0511° N a latitude in degrees lies, in heights of the world. */
export function mercatorY(latitude: number): number {
  const sine = Math.sin((latitude * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

/** @returns the longitude in degrees of what `mercatorX` gave. */
export function longitudeAt(x: number): number {
  return x * 360 - 180;
}

/** @returns the latitude in degrees of what `mercatorY` gave. */
export function latitudeAt(y: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
}

/** @returns the x of a longitude in degrees; whatever lies outside −180..180 goes to the edge. */
export function xOf(longitude: number): number {
  return clamp(mercatorX(longitude) * WORLD);
}

/** @returns the y of a latitude in degrees; whatever lies beyond ±85.0511 goes to the edge. */
export function yOf(latitude: number): number {
  return clamp(mercatorY(latitude) * WORLD);
}

/** @returns the longitude of the middle of a unit, to seven decimals. @param x fractions allowed. */
export function longitudeOf(x: number): number {
  return round(longitudeAt((x + 0.5) / WORLD));
}

/** @returns the latitude of the middle of a unit, to seven decimals. @param y fractions allowed. */
export function latitudeOf(y: number): number {
  return round(latitudeAt((y + 0.5) / WORLD));
}

function clamp(value: number): number {
  return Math.max(0, Math.min(LAST, Math.floor(value)));
}

function round(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7 + 0; // never −0
}
