/** Positions are compared as whole numbers of the seventh decimal of a degree: 1 cm. */
export const UNITS_A_DEGREE = 1e7;

/** Corners in units, x east and y north; the first stands again at the end. */
export interface Ring {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** Of corners, and so of edges: edge e runs from corner e to corner e + 1. */
  readonly count: number;
}

/** Rounds half away from zero, in the steps in which SQL can do the same. */
export function unitsOf(degrees: number): number {
  return Math.trunc(degrees * UNITS_A_DEGREE + (degrees < 0 ? -0.5 : 0.5)) + 0; // never −0
}

export function ringOf(corners: readonly (readonly [x: number, y: number])[]): Ring {
  const closed = [...corners, ...corners.slice(0, 1)];
  return {
    xs: Float64Array.from(closed, ([longitude]) => unitsOf(longitude)),
    ys: Float64Array.from(closed, ([, latitude]) => unitsOf(latitude)),
    count: corners.length,
  };
}

/**
 * @param edges those that may meet the point's latitude; all where none are named.
 * @returns true where the point lies in the ring or on it.
 */
export function ringHas(ring: Ring, x: number, y: number, edges?: Int32Array): boolean {
  const { xs, ys } = ring;
  const count = edges?.length ?? ring.count;
  let isInside = false;
  for (let index = 0; index < count; index++) {
    const edge = edges === undefined ? index : (edges[index] as number);
    const ax = xs[edge] as number;
    const ay = ys[edge] as number;
    const bx = xs[edge + 1] as number;
    const by = ys[edge + 1] as number;
    if (ay > y === by > y) {
      if (ay === y && (ax === x || (by === y && ax > x !== bx > x))) return true;
      continue;
    }
    const side = sideOf(ring, edge, x, y);
    if (side === 0) return true;
    // A line from the point to the east crosses an edge that rises where the point is left of it.
    if (side > 0 === by > ay) isInside = !isInside;
  }
  return isInside;
}

/** @returns above 0 left of the edge, below 0 right of it, 0 on its line; never rounded to the wrong one. */
export function sideOf({ xs, ys }: Ring, edge: number, x: number, y: number): number {
  const ax = xs[edge] as number;
  const ay = ys[edge] as number;
  const alongX = (xs[edge + 1] as number) - ax;
  const alongY = (ys[edge + 1] as number) - ay;
  const left = alongX * (y - ay);
  const right = alongY * (x - ax);
  const difference = left - right;
  // Each product is off by half of its last bit at most.
  if (Math.abs(difference) > (Math.abs(left) + Math.abs(right)) * 2 ** -52) return difference;
  if (isExact(left) && isExact(right)) return difference;
  return Number(BigInt(alongX) * BigInt(y - ay) - BigInt(alongY) * BigInt(x - ax));
}

function isExact(product: number): boolean {
  return Math.abs(product) <= Number.MAX_SAFE_INTEGER;
}

/** @returns two edges that cross, touch or lie on each other, but for the corner of two in a row. */
export function crossingEdges(ring: Ring): readonly [number, number] | null {
  for (let one = 0; one < ring.count; one++) {
    for (let other = one + 1; other < ring.count; other++) {
      if (meet(ring, one, other)) return [one, other];
    }
  }
  return null;
}

function meet(ring: Ring, one: number, other: number): boolean {
  if (other === one + 1) return turnsBack(ring, one, other);
  if (other === one + ring.count - 1) return turnsBack(ring, other, one);
  const { xs, ys } = ring;
  if (areApart(xs, one, other) || areApart(ys, one, other)) return false;
  const sides = (edge: number, of: number): [number, number] => [
    Math.sign(sideOf(ring, edge, xs[of] as number, ys[of] as number)),
    Math.sign(sideOf(ring, edge, xs[of + 1] as number, ys[of + 1] as number)),
  ];
  const [first, last] = sides(one, other);
  if (first === 0 && last === 0) return true;
  const [otherFirst, otherLast] = sides(other, one);
  return first !== last && otherFirst !== otherLast;
}

/** @returns true where the ends of two edges leave a gap along an axis. */
function areApart(axis: Float64Array, one: number, other: number): boolean {
  const [a, b] = [axis[one] as number, axis[one + 1] as number];
  const [c, d] = [axis[other] as number, axis[other + 1] as number];
  return Math.max(a, b) < Math.min(c, d) || Math.max(c, d) < Math.min(a, b);
}

/** @returns true where the next edge runs back over the one before it. */
function turnsBack(ring: Ring, before: number, next: number): boolean {
  const { xs, ys } = ring;
  const along = (axis: Float64Array, edge: number): number =>
    (axis[edge + 1] as number) - (axis[edge] as number);
  if (sideOf(ring, before, xs[next + 1] as number, ys[next + 1] as number) !== 0) return false;
  return along(xs, before) * along(xs, next) + along(ys, before) * along(ys, next) < 0;
}
