import { type Area, areaOf, together } from './area.ts';
import { type Point, type Position, toDegrees, toPlane } from './plane.ts';

/**
 * Lays a band along a line.
 * ```
 *   o────╲        one quadrangle a side, as wide at each end as its point says,
 *  (o)    (o)     and a disc on each point, so that bends have no gaps
 *   o────╱
 * ```
 * @param row longitude, latitude in WGS 84 degrees and the whole width in metres.
 */
export function band(row: readonly (readonly number[])[]): Area | undefined {
  const points = row.map(([x = 0, y = 0]) => toPlane([x, y]));
  const pieces: Area[] = [];
  points.forEach((p, i) => {
    const half = (row[i]?.[2] ?? 0) / 2;
    const next = points[i + 1];
    if (i > 0 && next) pieces.push(disc(p, half));
    if (!next) return;
    const nextHalf = (row[i + 1]?.[2] ?? 0) / 2;
    const [dx, dy] = [next[0] - p[0], next[1] - p[1]];
    const length = Math.hypot(dx, dy);
    if (length < 0.5) return;
    const [nx, ny] = [-dy / length, dx / length];
    const corners: Point[] = [
      [p[0] + nx * half, p[1] + ny * half],
      [p[0] - nx * half, p[1] - ny * half],
      [next[0] - nx * nextHalf, next[1] - ny * nextHalf],
      [next[0] + nx * nextHalf, next[1] + ny * nextHalf],
      [p[0] + nx * half, p[1] + ny * half],
    ];
    pieces.push(areaOf(corners.map((corner): Position => snap(toDegrees(corner)))));
  });
  return together(pieces);
}

function disc(center: Point, radius: number): Area {
  const ring: Position[] = [];
  for (let i = 0; i <= 24; i++) {
    const at = ((i % 24) / 24) * 2 * Math.PI;
    ring.push(
      snap(toDegrees([center[0] + Math.cos(at) * radius, center[1] + Math.sin(at) * radius])),
    );
  }
  return areaOf(ring);
}

/** Seven decimals (1 cm), so that the union of neighbours meets no slivers. */
function snap([longitude, latitude]: Position): Position {
  return [Number(longitude.toFixed(7)), Number(latitude.toFixed(7))];
}
