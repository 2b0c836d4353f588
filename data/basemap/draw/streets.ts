import type { FeatureCollection } from 'geojson';
import { freeways } from '../figures/freeways.ts';
import { streets } from '../figures/streets.ts';
import { smoothLine } from './curve.ts';
import { collection, lineFeature } from './feature.ts';
import type { Position } from './plane.ts';
import { readPositions } from './row.ts';

/** Metres: where both sides of a turn are longer, a street turns a corner and doesn't bend. */
const straight = 320;

/** @returns a main street as it is drawn: through every figure, bends rounded, corners kept. */
export function streetLine(row: string): Position[] {
  return smoothLine(readPositions(row), false, straight);
}

/** @returns a freeway as it is drawn: it has no corners. */
export function freewayLine(row: string): Position[] {
  return smoothLine(readPositions(row));
}

export function drawFreeways(): FeatureCollection {
  return collection(
    freeways.map(({ name, ref, class: kind, line }) =>
      lineFeature(freewayLine(line), { name, short: shortName(name), ref, class: kind }),
    ),
  );
}

export function drawStreets(): FeatureCollection {
  return collection(
    streets.map(({ name, class: kind, line }) =>
      lineFeature(streetLine(line), { name, short: shortName(name), class: kind }),
    ),
  );
}

const short: readonly (readonly [RegExp, string])[] = [
  [/\bAvenue\b/, 'Ave'],
  [/\bStreet\b/, 'St'],
  [/\bParkway\b/, 'Pkwy'],
  [/\bBoulevard\b/, 'Blvd'],
  [/\bDrive\b/, 'Dr'],
  [/\bRoad\b/, 'Rd'],
  [/\bNortheast$/, 'NE'],
  [/\bSoutheast$/, 'SE'],
  [/\bNorth$/, 'N'],
  [/\bSouth$/, 'S'],
];

/** @returns the name as a sign writes it: `24th Ave N`. */
export function shortName(name: string): string {
  return short.reduce((text, [long, brief]) => text.replace(long, brief), name);
}
