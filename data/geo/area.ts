import { crossingEdges, ringOf, UNITS_A_DEGREE, unitsOf } from './ring.ts';

/**
 * A drawn area: the corners of its one ring in WGS 84 degrees to seven decimals, the first not
 * repeated. Its lines are straight in degrees (RFC 7946 §3.1.1) and never cross one another, nor 180°.
 */
export type Area = readonly (readonly [longitude: number, latitude: number])[];

export const FEWEST_CORNERS = 3;
export const MOST_CORNERS = 200;
/** What MOST_CORNERS of seven decimals take, with room. */
const MOST_CHARACTERS = 8000;

const POLYGON = /^\s*POLYGON\s*\(\s*\(([^()]*)\)\s*\)\s*$/i;
const HOLES = /^\s*POLYGON\s*\(\s*\([^()]*\)\s*,/i;
const OTHER_KIND = /^\s*(?!POLYGON\b)[A-Z]+[\s(]/i;
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/;

const EXPECTED = `Expected POLYGON((lon lat, lon lat, …)), as WKT has it: one ring of ${FEWEST_CORNERS} to ${MOST_CORNERS} corners in degrees (WGS 84) that does not cross or touch itself`;

/**
 * Reads the WKT (OGC Simple Features 06-103r4 §7) of a polygon with one ring, closed or not. A corner
 * that the next one repeats is left out.
 * @returns the area, or what was wrong with it and what would be right, a sentence.
 */
export function readArea(text: string): Area | string {
  if (text.length > MOST_CHARACTERS) {
    return `${EXPECTED}, in at most ${MOST_CHARACTERS} characters; this has ${text.length}.`;
  }
  const ring = POLYGON.exec(text)?.[1];
  if (ring === undefined) return `${EXPECTED}; ${whatElse(text)}.`;
  const members = ring.split(',').map((member) => member.trim().split(/\s+/));
  const wrong = members.findIndex((member) => !isPosition(member));
  if (wrong >= 0) {
    return `${EXPECTED}; corner ${wrong + 1} is not two numbers within ±180 and ±90.`;
  }
  return areaOf(members.map(([x, y]) => [Number(x), Number(y)] as const));
}

/** @returns the area with these corners, or what is wrong with them. */
export function areaOf(corners: readonly (readonly [number, number])[]): Area | string {
  const rounded = corners.map(([x, y]) => [round(x), round(y)] as const);
  const area = rounded.filter((corner, at) => !isSame(corner, rounded[(at + 1) % rounded.length]));
  if (area.length < FEWEST_CORNERS || area.length > MOST_CORNERS) {
    return `${EXPECTED}; this has ${area.length > 1 ? `${area.length} corners` : 'one corner'}.`;
  }
  const crossing = crossingEdges(ringOf(area));
  if (crossing === null) return area;
  const [one, other] = crossing.map((edge) => `${edge + 1}–${((edge + 1) % area.length) + 1}`);
  return `${EXPECTED}; here the lines of corners ${one} and ${other} meet.`;
}

/** @returns WKT that `readArea` gives back as the same area. */
export function writeArea(area: Area): string {
  const closed = [...area, ...area.slice(0, 1)];
  return `POLYGON((${closed.map((corner) => corner.map(plain).join(' ')).join(',')}))`;
}

function isPosition(member: readonly string[]): boolean {
  if (member.length !== 2 || !member.every((part) => DECIMAL.test(part))) return false;
  const [x, y] = member.map(Number) as [number, number];
  return Math.abs(x) <= 180 && Math.abs(y) <= 90;
}

function whatElse(text: string): string {
  if (text.trim() === '') return 'this is empty';
  if (HOLES.test(text)) return 'this has more than one ring';
  return OTHER_KIND.test(text) ? 'this is no POLYGON' : 'this is not of that form';
}

function isSame(a: readonly [number, number], b: readonly [number, number] | undefined): boolean {
  return b !== undefined && a[0] === b[0] && a[1] === b[1];
}

function round(degrees: number): number {
  return unitsOf(degrees) / UNITS_A_DEGREE;
}

/** Seven decimals at most, and no exponent. */
function plain(degrees: number): string {
  return degrees.toFixed(7).replace(/\.?0+$/, '');
}
