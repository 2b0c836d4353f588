/** [west, south, east, north] in WGS 84 degrees; west > east crosses 180° (RFC 7946 §5.2). */
export type Bbox = readonly [west: number, south: number, east: number, north: number];

const DECIMAL = /^-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/;

/**
 * Reads a `bbox` parameter (OGC API – Features Part 1, §7.15.3): four numbers, or six with heights,
 * which are dropped, since incidents have none.
 * @returns null where a member is no plain decimal number, a longitude lies outside −180..180, a
 *   latitude outside −90..90, or south is above north.
 */
export function parseBbox(text: string): Bbox | null {
  const members = text.split(',');
  if ((members.length !== 4 && members.length !== 6) || !members.every((m) => DECIMAL.test(m))) {
    return null;
  }
  const numbers = members.map(Number);
  const flat = numbers.length === 6 ? [0, 1, 3, 4].map((i) => numbers[i]) : numbers;
  const [west, south, east, north] = flat as [number, number, number, number];
  const longitudesHold = Math.abs(west) <= 180 && Math.abs(east) <= 180;
  const latitudesHold = Math.abs(south) <= 90 && Math.abs(north) <= 90 && south <= north;
  return longitudesHold && latitudesHold ? [west, south, east, north] : null;
}

/** @returns true where the point lies in the box or on its edge. */
export function bboxHas(bbox: Bbox, longitude: number, latitude: number): boolean {
  const [west, south, east, north] = bbox;
  if (latitude < south || latitude > north) return false;
  return west <= east
    ? longitude >= west && longitude <= east
    : longitude >= west || longitude <= east;
}

/** Splits a box at the antimeridian. @returns one or two boxes with west <= east. */
export function splitBbox(bbox: Bbox): Bbox[] {
  const [west, south, east, north] = bbox;
  if (west <= east) return [bbox];
  return [
    [west, south, 180, north],
    [-180, south, east, north],
  ];
}
