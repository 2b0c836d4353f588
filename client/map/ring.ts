import type { Apart } from './drawn-feature.ts';

/** More than so many are a list and no ring of marks. */
export const MOST_SPREAD = 8;
/** Marks are 34 px wide: on a ring of this radius, eight stand clear of each other. */
const RADIUS_PX = 48;

/** @returns where each of so many marks stands around their point, from above it on, clockwise. */
export function ringOf(count: number, radiusPx = RADIUS_PX): Apart[] {
  return Array.from({ length: count }, (_, place) => {
    const angle = (place / count) * 2 * Math.PI - Math.PI / 2;
    return [Math.round(radiusPx * Math.cos(angle)), Math.round(radiusPx * Math.sin(angle))];
  });
}

/** Places beside a point for marks that come one by one, the nearest first: two rings about it. */
export const BESIDE: readonly Apart[] = [...ringOf(7), ...ringOf(14, 2 * RADIUS_PX)];

/** Names a place of a ring for the style, whose features carry text and numbers alone. */
export function nameOf([right, down]: Apart): string {
  return `${right}/${down}`;
}

/** @returns every place that a mark can have around its point, each once, by its name. */
export function allPlaces(): Map<string, Apart> {
  const rings = Array.from({ length: MOST_SPREAD - 1 }, (_, index) => ringOf(index + 2));
  return new Map([...rings.flat(), ...BESIDE].map((place) => [nameOf(place), place]));
}
