import type { Feature, GeoJsonProperties, Polygon } from 'geojson';
import { METERS_PER_DEGREE } from './viewport.ts';

const STEPS = 96;

/**
 * A circle on the ground, as a polygon. Of areas in one city the sphere's curve is no matter: at 10 km it
 * is off by 10 m. (Turf's brings 2 kB more that the map would open with.)
 */
export function circle<P extends GeoJsonProperties>(
  [longitude, latitude]: readonly [number, number],
  radiusMeters: number,
  properties: P,
): Feature<Polygon, P> {
  const high = radiusMeters / METERS_PER_DEGREE;
  const wide = high / Math.cos((latitude * Math.PI) / 180);
  const ring = Array.from({ length: STEPS }, (_, step) => {
    const turn = (step / STEPS) * 2 * Math.PI;
    return [longitude + wide * Math.cos(turn), latitude + high * Math.sin(turn)];
  });
  const [first = []] = ring;
  return {
    type: 'Feature',
    properties,
    geometry: { type: 'Polygon', coordinates: [[...ring, first]] },
  };
}
