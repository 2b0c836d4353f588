import { type District, districts, downtown, type Family } from '../figures/grid.ts';
import { type Point, type Position, toDegrees, toPlane } from './plane.ts';
import { readPositions } from './row.ts';

/** A street that a rule places, before it is cut to where it exists. */
export interface RuledLine {
  readonly name: string | null;
  readonly line: Position[];
  /** Ring, closed, to keep within, and rings to keep out of. */
  readonly within: Position[];
  readonly except: Position[][];
  readonly uncertaintyMeters: number;
}

/** Longitudes and latitudes that every line of the grid lies within. */
const reach = { west: -93.33, east: -93.19, south: 44.89, north: 45.052 };

export function ruledLines(): RuledLine[] {
  return [...districts.flatMap(districtLines), ...downtownLines()];
}

function districtLines({ within, except = [], families }: District): RuledLine[] {
  const rings = { within: readPositions(within), except: except.map(readPositions) };
  return families.flatMap((family) =>
    Object.entries(family.names).map(([slot, name]) => ({
      name,
      line: familyLine(family, Number(slot)),
      uncertaintyMeters: family.uncertaintyMeters,
      ...rings,
    })),
  );
}

function familyLine({ run, anchors, only, shift }: Family, slot: number): Position[] {
  const place = placeOf(anchors, slot);
  if (run === 'rows') {
    const [west, east] = only ?? [reach.west, reach.east];
    return [
      [west, place],
      [east, place],
    ];
  }
  const [low, high] = only ?? [reach.south, reach.north];
  if (!shift) {
    return [
      [place, low],
      [place, high],
    ];
  }
  return [
    [place, low],
    [place, shift.from],
    [place + shift.by, shift.to],
    [place + shift.by, high],
  ];
}

/** @returns where a slot lies, evenly spaced between the anchors on either side. */
function placeOf(anchors: Family['anchors'], slot: number): number {
  for (let i = 1; i < anchors.length; i++) {
    const [from, to] = [anchors[i - 1], anchors[i]];
    if (from && to && slot >= from[0] && slot <= to[0]) {
      return from[1] + ((slot - from[0]) / (to[0] - from[0])) * (to[1] - from[1]);
    }
  }
  const only = anchors[0];
  if (anchors.length === 1 && only?.[0] === slot) return only[1];
  throw new RangeError(`Got slot ${slot}, expected one between the anchors.`);
}

/** Streets (k blocks past Washington, along Hennepin) and avenues of the two downtown grids. */
function downtownLines(): RuledLine[] {
  const { hennepin, within, uncertaintyMeters } = downtown;
  const washington = toPlane(hennepin.washington);
  const seventh = toPlane(hennepin.seventh);
  const block = scale(minus(seventh, washington), 1 / 5);
  const alongHennepin = unit(block);
  const southEast = direction(downtown.washingtonSouth);
  const northWest: Point = [alongHennepin[1], -alongHennepin[0]];
  const south = { within: readPositions(within.south), except: [], uncertaintyMeters };
  const north = { within: readPositions(within.north), except: [], uncertaintyMeters };
  const lines: RuledLine[] = [];
  const streets: [number, string][] = [
    [-1, '2nd'],
    [1, '3rd'],
    [2, '4th'],
    [3, '5th'],
    [4, '6th'],
    [5, '7th'],
    [6, '8th'],
    [7, '9th'],
    [8, '10th'],
    [9, '11th'],
  ];
  for (const [k, name] of streets) {
    const start = plus(washington, scale(block, k));
    // Hennepin bends west past 9th Street: start beyond it, the ring cuts.
    const from = plus(start, scale(southEast, k > 6 ? -500 : 0));
    lines.push({ name: `${name} Street South`, line: ray(from, southEast, 3000), ...south });
    if (k < 6)
      lines.push({ name: `${name} Street North`, line: ray(start, northWest, 1900), ...north });
  }
  const [marquette] = readPositions(downtown.marquette).map(toPlane);
  const [portland] = readPositions(downtown.portland).map(toPlane);
  if (marquette && portland) {
    const avenue = direction(downtown.marquette);
    const across = minus(portland, marquette);
    // Portland is five avenues on from Marquette; only the part across the avenues counts.
    const along = across[0] * avenue[0] + across[1] * avenue[1];
    const step = scale(minus(across, scale(avenue, along)), 1 / 5);
    ['2nd', '3rd', '4th', '5th'].forEach((name, i) => {
      const start = plus(marquette, scale(step, i + 1));
      const from = plus(start, scale(avenue, -600));
      lines.push({ name: `${name} Avenue South`, line: ray(from, avenue, 2800), ...south });
    });
  }
  ['1st', '2nd', '3rd', '4th', '5th', null, null, null].forEach((name, i) => {
    const start = plus(washington, scale(northWest, downtown.northAvenueSpacing * (i + 1)));
    const from = plus(start, scale(alongHennepin, -900));
    lines.push({
      name: name && `${name} Avenue North`,
      line: ray(from, alongHennepin, 2000),
      ...north,
    });
  });
  return lines;
}

function direction(row: string): Point {
  const [from, to] = readPositions(row).map(toPlane);
  return from && to ? unit(minus(to, from)) : [0, 0];
}

function ray(from: Point, way: Point, meters: number): Position[] {
  return [toDegrees(from), toDegrees(plus(from, scale(way, meters)))];
}

function unit([x, y]: Point): Point {
  const length = Math.hypot(x, y);
  return [x / length, y / length];
}

function plus(a: Point, b: Point): Point {
  return [a[0] + b[0], a[1] + b[1]];
}

function minus(a: Point, b: Point): Point {
  return [a[0] - b[0], a[1] - b[1]];
}

function scale([x, y]: Point, by: number): Point {
  return [x * by, y * by];
}
