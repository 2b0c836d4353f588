import { type Area, areaOf, FEWEST_CORNERS, MOST_CORNERS } from '../../data/geo/area.ts';

export type Corner = Area[number];

/** Of a link: a metre, finer than a finger. */
const DECIMALS = 5;

/** The corners of an area that is being drawn, after each step: the last is that of now. */
export type Steps = readonly (readonly Corner[])[];

export function stepsFrom(area: Area | null): Steps {
  return [area ?? []];
}

export function cornersOf(steps: Steps): readonly Corner[] {
  return steps.at(-1) ?? [];
}

/** One more corner, after the last; none where there are as many as an area may have. */
export function put(steps: Steps, at: Corner): Steps {
  const corners = cornersOf(steps);
  return corners.length >= MOST_CORNERS ? steps : [...steps, [...corners, rounded(at)]];
}

export function move(steps: Steps, index: number, to: Corner): Steps {
  return [...steps, cornersOf(steps).map((corner, at) => (at === index ? rounded(to) : corner))];
}

export function remove(steps: Steps, index: number): Steps {
  return [...steps, cornersOf(steps).filter((_, at) => at !== index)];
}

/** Undoes the last step, whatever it was. */
export function stepBack(steps: Steps): Steps {
  return steps.length > 1 ? steps.slice(0, -1) : steps;
}

/** What the corners make: too few, an area, or lines that meet. */
export type Drawn =
  | { readonly kind: 'few' }
  | { readonly kind: 'area'; readonly area: Area }
  | { readonly kind: 'crossing' };

export function drawnBy(corners: readonly Corner[]): Drawn {
  if (corners.length < FEWEST_CORNERS) return { kind: 'few' };
  const area = areaOf(corners);
  return typeof area === 'string' ? { kind: 'crossing' } : { kind: 'area', area };
}

function rounded([longitude, latitude]: Corner): Corner {
  return [Number(longitude.toFixed(DECIMALS)), Number(latitude.toFixed(DECIMALS))];
}
