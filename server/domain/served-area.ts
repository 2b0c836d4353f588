import { pointToPolygonDistance } from '@turf/turf';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';

/** The Whipple Federal Building and the airport lie just outside the city and belong to its story. */
const MARGIN_KILOMETERS = 3;

/** Where this map takes reports from: the city, and what lies within 3 km of its line. */
export interface ServedArea {
  readonly name: string;
  /** @returns null where the position is served, else how far it lies from the city's line. */
  kilometersOutside(position: readonly [longitude: number, latitude: number]): number | null;
}

/** @param city one Feature, a (Multi)Polygon with a `name`: data/basemap/city.geojson. */
export function servedArea(city: FeatureCollection): ServedArea {
  const [feature] = city.features;
  const outline = feature?.geometry;
  if (!outline || !isArea(outline)) {
    throw new TypeError(
      `city outline: expected a Polygon or MultiPolygon as its first Feature, got ${outline?.type ?? 'none'}`,
    );
  }
  return {
    name: String(feature.properties?.name ?? 'the city'),
    kilometersOutside(position) {
      const kilometers = pointToPolygonDistance([...position], outline, { units: 'kilometers' });
      return kilometers <= MARGIN_KILOMETERS ? null : kilometers;
    },
  };
}

function isArea(geometry: { type: string }): geometry is Polygon | MultiPolygon {
  return geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
}
