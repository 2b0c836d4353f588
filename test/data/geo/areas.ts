import fc from 'fast-check';
import { type Area, areaOf } from '../../../data/geo/area.ts';

type Corner = readonly [longitude: number, latitude: number];

/** Areas with these corners or some of them, convex and not, as people and mistakes draw them. */
export function areasOf(corner: fc.Arbitrary<Corner>): fc.Arbitrary<Area> {
  const round = fc.array(corner, { minLength: 3, maxLength: 14, size: 'max' }).map(goingRound);
  const rectangle = fc.tuple(corner, corner).map(([[a, b], [c, d]]): Corner[] => [
    [a, b],
    [c, b],
    [c, d],
    [a, d],
  ]);
  const any = fc.array(corner, { minLength: 3, maxLength: 5 });
  return fc
    .oneof({ weight: 4, arbitrary: round }, { weight: 2, arbitrary: rectangle }, any)
    .map(areaOf)
    .filter((area) => typeof area !== 'string');
}

/** Put in the order of their directions from the middle, corners make a star, which seldom crosses itself. */
function goingRound(corners: readonly Corner[]): Corner[] {
  const middle = [0, 1].map(
    (axis) => corners.reduce((sum, corner) => sum + (corner[axis] as number), 0) / corners.length,
  ) as [number, number];
  const direction = ([x, y]: Corner): number => Math.atan2(y - middle[1], x - middle[0]);
  return [...corners].sort((a, b) => direction(a) - direction(b));
}

/**
 * Whether a point, to its seventh decimal, lies in a ring or on it: the plain way, in numbers without
 * limit. Each line is asked whether it passes the point, and crossings of a line to the east counted.
 */
export function plainlyHas(area: Area, [longitude, latitude]: Corner): boolean {
  const [x, y] = [units(longitude), units(latitude)];
  let crossings = 0;
  for (const [index, corner] of area.entries()) {
    const next = area[(index + 1) % area.length] as Corner;
    const [[ax, ay], [bx, by]] = [corner, next].map(([a, b]) => [units(a), units(b)]) as [
      [bigint, bigint],
      [bigint, bigint],
    ];
    const side = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
    const isBeside =
      x >= least(ax, bx) && x <= most(ax, bx) && y >= least(ay, by) && y <= most(ay, by);
    if (side === 0n && isBeside) return true;
    if (ay <= y && by > y && side > 0n) crossings++;
    if (by <= y && ay > y && side < 0n) crossings++;
  }
  return crossings % 2 === 1;
}

function units(degrees: number): bigint {
  const whole = Math.floor(Math.abs(degrees) * 1e7 + 0.5);
  return BigInt(degrees < 0 ? -whole : whole);
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function most(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
