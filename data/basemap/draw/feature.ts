import { simplify } from '@turf/turf';
import type {
  Feature,
  FeatureCollection,
  GeoJsonProperties,
  Geometry,
  LineString,
  MultiPolygon,
  Point,
  Polygon,
  Position,
} from 'geojson';
import type { Area } from './area.ts';

/** Tolerance in degrees (about 2 m) for points that a drawn edge does not need. */
const tolerance = 0.00002;

export function pointFeature(at: readonly number[], properties: GeoJsonProperties): Feature<Point> {
  return feature({ type: 'Point', coordinates: round(at) }, properties);
}

export function lineFeature(
  line: readonly (readonly number[])[],
  properties: GeoJsonProperties,
): Feature<LineString> {
  return feature({ type: 'LineString', coordinates: line.map(round) }, properties);
}

/** @returns an area, its rings wound right (RFC 7946 §3.1.6), rounded, thinned to about 2 m. */
export function areaFeature(
  area: Area,
  properties: GeoJsonProperties,
): Feature<Polygon | MultiPolygon> {
  const thin = simplify(area, { tolerance, highQuality: true }).geometry;
  const polygons = thin.type === 'Polygon' ? [thin.coordinates] : thin.coordinates;
  const wound = polygons
    .map((rings) => rings.map((ring, i) => wind(withoutRepeats(ring.map(round)), i === 0)))
    .filter((rings) => (rings[0]?.length ?? 0) > 3)
    .map((rings) => rings.filter((ring) => ring.length > 3));
  const only = wound[0];
  return wound.length === 1 && only
    ? feature({ type: 'Polygon', coordinates: only }, properties)
    : feature({ type: 'MultiPolygon', coordinates: wound }, properties);
}

export function collection(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features };
}

function feature<G extends Geometry>(geometry: G, properties: GeoJsonProperties): Feature<G> {
  return { type: 'Feature', properties, geometry };
}

/** Five decimals: 0.8 m by 1.1 m here, finer than any figure. */
function round(position: readonly number[]): Position {
  return position.slice(0, 2).map((value) => Math.round(value * 1e5) / 1e5);
}

function withoutRepeats(ring: Position[]): Position[] {
  return ring.filter(([x, y], i) => i === 0 || x !== ring[i - 1]?.[0] || y !== ring[i - 1]?.[1]);
}

/** Counter-clockwise for an outer ring, clockwise for a hole. */
function wind(ring: Position[], outer: boolean): Position[] {
  let twice = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i - 1] ?? [];
    const [bx = 0, by = 0] = ring[i] ?? [];
    twice += ax * by - bx * ay;
  }
  return twice > 0 === outer ? ring : [...ring].reverse();
}
