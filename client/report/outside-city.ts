import type { FeatureCollection, Polygon } from 'geojson';
import { metersToLine } from '../../data/basemap/draw/plane.ts';
import { say } from '../language/say-of-reports.ts';
import { numberWords } from '../language/words.ts';

type Position = readonly [longitude: number, latitude: number];

/** As the server has it: the city, and what lies within 3 km of its line. */
const MARGIN_METERS = 3000;

/**
 * @param city one Feature, a Polygon with a `name`: data/basemap/city.geojson.
 * @returns what the server would say of a place that this map takes no reports from, or null.
 */
export function outsideWords(position: Position, city: FeatureCollection<Polygon>): string | null {
  const [feature] = city.features;
  const ring = feature?.geometry.coordinates[0] as Position[] | undefined;
  if (!ring || isWithin(position, ring)) return null;
  const meters = metersToLine(position, ring);
  if (meters <= MARGIN_METERS) return null;
  const kilometers = meters / 1000;
  return say('where.outside', {
    city: String(feature?.properties?.name),
    distance: numberWords(kilometers, kilometers < 10 ? 1 : 0),
  });
}

/** Counts the sides that a ray to the east crosses: an odd number, where it starts within. */
function isWithin([x, y]: Position, ring: readonly Position[]): boolean {
  let within = false;
  ring.forEach(([x2, y2], index) => {
    const [x1, y1] = ring[index - 1] ?? [x2, y2];
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) within = !within;
  });
  return within;
}
