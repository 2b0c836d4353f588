import { type Point, type Position, toDegrees, toPlane } from './plane.ts';

/** Corners sharper than this many degrees are corners, not bends that were simplified. */
const sharpest = 62;
/** Longest handle of a bend in metres. */
const longestHandle = 220;
/** Pieces that a bent side is drawn in. */
export const bendSteps = 4;

/**
 * Draws a line of few points as the bends that it was simplified from. The curve passes through
 * every given point; between two points it leaves and arrives along the direction of the
 * neighbours (a cubic with handles a third of the shorter side).
 * @param row positions in WGS 84 degrees; widths or other numbers after them are blended evenly.
 * @param closed whether the last point repeats the first.
 * @param straight a turn between two sides longer than this, in metres, stays a corner.
 */
export function smooth(
  row: readonly (readonly number[])[],
  closed = false,
  straight = Number.POSITIVE_INFINITY,
): number[][] {
  const points = row.map(([x = 0, y = 0]) => toPlane([x, y]));
  const last = points.length - 1;
  const at = (i: number): Point | undefined =>
    closed ? points[((i % last) + last) % last] : points[i];
  const out: number[][] = [];
  for (let i = 0; i < last; i++) {
    const [before, a, b, after] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const [from, to] = [row[i], row[i + 1]];
    if (!a || !b || !from || !to) continue;
    out.push([...from]);
    const leave = handle(before, a, b, straight);
    const arrive = handle(after, b, a, straight);
    if (leave === undefined && arrive === undefined) continue;
    const c1 = leave ?? a;
    const c2 = arrive ?? b;
    for (let step = 1; step < bendSteps; step++) {
      const t = step / bendSteps;
      const blended = from.slice(2).map((value, k) => value + t * ((to[k + 2] ?? value) - value));
      out.push([...toDegrees(cubic(a, c1, c2, b, t)), ...blended]);
    }
  }
  const end = row[last];
  if (end) out.push([...end]);
  return out;
}

/** @returns positions only. */
export function smoothLine(
  row: readonly (readonly number[])[],
  closed = false,
  straight = Number.POSITIVE_INFINITY,
): Position[] {
  return smooth(row, closed, straight).map(([longitude = 0, latitude = 0]) => [
    longitude,
    latitude,
  ]);
}

/** The handle at `p` on the side towards `next`; none at an end, a sharp corner or on a straight. */
function handle(
  previous: Point | undefined,
  p: Point,
  next: Point,
  straight: number,
): Point | undefined {
  if (!previous) return undefined;
  const turn = angle(previous, p, next);
  if (turn > sharpest || turn < 1) return undefined;
  const [dx, dy] = [next[0] - previous[0], next[1] - previous[1]];
  const whole = Math.hypot(dx, dy);
  const shorter = Math.min(length(previous, p), length(p, next));
  if (shorter > straight) return undefined;
  const reach = Math.min(shorter / 3, longestHandle);
  return whole === 0 ? undefined : [p[0] + (dx / whole) * reach, p[1] + (dy / whole) * reach];
}

/** Degrees by which the way turns at `p`. */
function angle(before: Point, p: Point, after: Point): number {
  const into = Math.atan2(p[1] - before[1], p[0] - before[0]);
  const out = Math.atan2(after[1] - p[1], after[0] - p[0]);
  const turn = Math.abs(out - into) * (180 / Math.PI);
  return turn > 180 ? 360 - turn : turn;
}

function length(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

function cubic(a: Point, c1: Point, c2: Point, b: Point, t: number): Point {
  const u = 1 - t;
  const [w0, w1, w2, w3] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
  return [
    w0 * a[0] + w1 * c1[0] + w2 * c2[0] + w3 * b[0],
    w0 * a[1] + w1 * c1[1] + w2 * c2[1] + w3 * b[1],
  ];
}
