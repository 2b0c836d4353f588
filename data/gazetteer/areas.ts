import { metersBetween } from '../basemap/draw/plane.ts';
import { type Place, places } from './places.ts';

const neighborhoods = places.filter(({ kind }) => kind === 'neighborhood');

/**
 * The neighborhood whose middle is nearest. Borders are not in the figures: near a border this may
 * name the neighbor, so say "near", not "in".
 * @param position [longitude, latitude] in WGS 84 degrees.
 * @returns the neighborhood and metres to its middle; undefined farther than 2.5 km from any.
 */
export function neighborhoodNear(
  position: readonly [number, number],
): { place: Place; meters: number } | undefined {
  let nearest: { place: Place; meters: number } | undefined;
  for (const place of neighborhoods) {
    const meters = metersBetween(position, place.coordinates);
    if (meters <= (nearest?.meters ?? 2500)) nearest = { place, meters };
  }
  return nearest;
}
