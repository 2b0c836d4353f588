interface Shape {
  /** How many lists lie around a position. */
  readonly levels: number;
  readonly line: 'open' | 'ring' | null;
}

/** The `coordinates` of each geometry that has them. */
const SHAPES: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ['Point', { levels: 0, line: null }],
  ['MultiPoint', { levels: 1, line: null }],
  ['LineString', { levels: 1, line: 'open' }],
  ['MultiLineString', { levels: 2, line: 'open' }],
  ['Polygon', { levels: 2, line: 'ring' }],
  ['MultiPolygon', { levels: 3, line: 'ring' }],
]);

/** Steps from `coordinates`, and what would be right. */
export interface CoordinateProblem {
  readonly path: readonly number[];
  readonly message: string;
}

/**
 * Checks the `coordinates` of a geometry (RFC 7946 §3.1): nesting, positions of two or three finite
 * numbers within WGS 84, lines of two positions, closed rings of four.
 * @param type one of the six geometries that have coordinates.
 * @param most stops when so many problems are found.
 */
export function coordinateProblems(
  type: string,
  coordinates: unknown,
  most: number,
): CoordinateProblem[] {
  const shape = SHAPES.get(type);
  if (!shape) throw new RangeError(`type "${type}" is no geometry with coordinates`);
  const { line } = shape;
  const problems: CoordinateProblem[] = [];
  walk(coordinates, shape.levels, []);
  return problems;

  /** At most three levels deep, whatever the value is. */
  function walk(value: unknown, levels: number, path: readonly number[]): void {
    if (problems.length >= most) return;
    const message = levels === 0 ? positionProblem(value) : listProblem(value, levels, line);
    if (message !== null) problems.push({ path, message });
    else if (levels > 0) {
      (value as unknown[]).forEach((member, index) => {
        walk(member, levels - 1, [...path, index]);
      });
    }
  }
}

/** @returns what is wrong with a position, or null. */
function positionProblem(value: unknown): string | null {
  if (!Array.isArray(value) || value.length < 2 || value.length > 3) {
    return 'Expected a position: [longitude, latitude].';
  }
  if (!value.every(Number.isFinite)) return 'Expected a position of finite numbers.';
  const [longitude, latitude] = value as [number, number];
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) {
    return 'Expected [longitude, latitude] within ±180 and ±90 degrees, in this order.';
  }
  return null;
}

/** @returns what is wrong with a list of positions or of lines, or null. */
function listProblem(value: unknown, levels: number, line: Shape['line']): string | null {
  if (!Array.isArray(value)) return 'Expected a list.';
  if (levels === 1 && line === 'open' && value.length < 2) {
    return 'Expected a line of at least two positions.';
  }
  if (levels === 1 && line === 'ring' && !isClosedRing(value)) {
    return 'Expected a closed ring: at least four positions, the last equal to the first.';
  }
  if (levels === 2 && line === 'ring' && value.length === 0) {
    return 'Expected at least one ring.';
  }
  return null;
}

function isClosedRing(ring: readonly unknown[]): boolean {
  const [first, last] = [ring[0], ring.at(-1)];
  return (
    ring.length >= 4 &&
    Array.isArray(first) &&
    Array.isArray(last) &&
    first.length === last.length &&
    first.every((number, index) => number === last[index])
  );
}
