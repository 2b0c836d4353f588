import type { Apart } from './spread.ts';

/** More than so many are a list and no ring of marks. */
export const MOST_SPREAD = 8;
/** Marks are 34 px wide: on a ring of this radius, eight stand clear of each other. */
const RADIUS_PX = 48;
/** The first place of every ring. */
export const ABOVE: Apart = [0, -RADIUS_PX];

/** @returns where each of so many marks stands around their point, from above it on, clockwise. */
export function ringOf(count: number): Apart[] {
  return Array.from({ length: count }, (_, place) => {
    const angle = (place / count) * 2 * Math.PI - Math.PI / 2;
    return [Math.round(RADIUS_PX * Math.cos(angle)), Math.round(RADIUS_PX * Math.sin(angle))];
  });
}

/** Names a place of a ring for the style, whose features carry text and numbers alone. */
export function nameOf([right, down]: Apart): string {
  return `${right}/${down}`;
}

/** @returns every place that a mark can have around its point, each once, by its name. */
export function allPlaces(): Map<string, Apart> {
  const rings = Array.from({ length: MOST_SPREAD - 1 }, (_, index) => ringOf(index + 2));
  return new Map(rings.flat().map((place) => [nameOf(place), place]));
}
