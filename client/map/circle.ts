import type { Feature, GeoJsonProperties, Polygon } from 'geojson';
import { MOST_ZOOM } from '../../data/view/mercator.ts';
import { LEAST_ZOOM, WORLD_PX } from './first-camera.ts';
import { METERS_PER_DEGREE, worldMeters } from './viewport.ts';

const STEPS = 96;
const CITY_LATITUDE = 44.97;

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

/** @returns stops for an interpolation by zoom, of what depends on how large a metre is drawn. */
export function atEachZoom(value: (pixelsPerMeter: number) => unknown): unknown[] {
  const wide = worldMeters(CITY_LATITUDE);
  return Array.from({ length: MOST_ZOOM - LEAST_ZOOM + 1 }, (_, step) => {
    const zoom = LEAST_ZOOM + step;
    return [zoom, value((WORLD_PX * 2 ** zoom) / wide)];
  }).flat();
}
