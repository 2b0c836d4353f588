/**
 * A flat map of the city in metres: the equirectangular projection at 44.97° N, the one that the
 * figures' own areas and lengths were computed on. Over 19 km its error stays under 0.1 %.
 */
export type Position = [longitude: number, latitude: number];
export type Point = [x: number, y: number];

const metersPerDegree = (Math.PI / 180) * 6_371_008.8;
const narrowing = Math.cos((44.97 * Math.PI) / 180);
const origin: Position = [-93.265, 44.977];

/** @returns metres east and north of downtown. */
export function toPlane([longitude, latitude]: readonly [number, number]): Point {
  return [
    (longitude - origin[0]) * metersPerDegree * narrowing,
    (latitude - origin[1]) * metersPerDegree,
  ];
}

/** @returns WGS 84 degrees of a point given in metres. */
export function toDegrees([x, y]: readonly [number, number]): Position {
  return [origin[0] + x / (metersPerDegree * narrowing), origin[1] + y / metersPerDegree];
}

/** @returns metres between two positions in WGS 84 degrees. */
export function metersBetween(a: readonly [number, number], b: readonly [number, number]): number {
  const [ax, ay] = toPlane(a);
  const [bx, by] = toPlane(b);
  return Math.hypot(ax - bx, ay - by);
}

/** @returns metres from a point to a segment, and the nearest point on it; all in metres. */
export function toSegment(p: Point, a: Point, b: Point): { distance: number; nearest: Point } {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length2 = dx * dx + dy * dy;
  const along = length2 === 0 ? 0 : ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length2;
  const t = Math.min(1, Math.max(0, along));
  const nearest: Point = [a[0] + t * dx, a[1] + t * dy];
  return { distance: Math.hypot(p[0] - nearest[0], p[1] - nearest[1]), nearest };
}

/** @returns metres from a position to a line, both in WGS 84 degrees. */
export function metersToLine(
  position: readonly [number, number],
  line: readonly (readonly [number, number])[],
): number {
  const p = toPlane(position);
  let least = Number.POSITIVE_INFINITY;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1], line[i]];
    if (a && b) least = Math.min(least, toSegment(p, toPlane(a), toPlane(b)).distance);
  }
  return least;
}
