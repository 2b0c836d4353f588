import type { FeatureCollection, Point } from 'geojson';
import type { GeoJSONSource, HeatmapLayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import type { Theme } from '../../data/basemap/palette.ts';
import { mercatorX, mercatorY } from '../../data/view/mercator.ts';
import { LOCATION_PRECISIONS } from '../../data/vocabulary/precisions.ts';
import type { ViewFeature } from '../api/answer.ts';
import { areaMetersOf } from './areas.ts';
import { atEachZoom } from './circle.ts';
import { WORLD_PX } from './first-camera.ts';
import { worldMeters } from './viewport.ts';

/**
 * How dense incidents lie, as MapLibre's heat map layer adds it up: a bell about each point. Its height
 * is the number of incidents there, and the highest sum of what is seen is full colour.
 */

/** Pixels: of the cells that a heat map is asked in, 16 to 32 wide, so wide a bell shows none. */
export const RADIUS_PX = 48;
/** Of wider cells, as a very large screen has them. */
const RADIUS_IN_CELLS = 1.5;
const CELL_PX = 64;
/** Fewer than so many together are no centre of anything, however few are elsewhere. */
const LEAST_PEAK = 4;
/** Of MapLibre's bell of weight 1, at its middle. */
const BELL = 0.3989;
/** Of a cluster's members that are known no closer than an area, the least radius is known. */
const AREA_METERS =
  LOCATION_PRECISIONS.find(({ id }) => id === 'neighborhood')?.leastUncertaintyMeters ?? 0;

/** Draws it, under the basemap's names. */
export function drawHeat(
  map: MapLibreMap,
  features: readonly ViewFeature[],
  cellZoom: number,
  theme: Theme,
): void {
  const data = heatPoints(features, map.getZoom(), cellZoom);
  const source = map.getSource<GeoJSONSource>('heat');
  if (source) {
    source.setData(data);
    return;
  }
  map.addSource('heat', { type: 'geojson', data });
  const name = map.getStyle().layers.find(({ type }) => type === 'symbol');
  map.addLayer(heatLayer(theme), name?.id);
}

/** Takes it off: without a single point it would still fill the screen each frame. */
export function clearHeat(map: MapLibreMap): void {
  if (map.getLayer('heat')) map.removeLayer('heat').removeSource('heat');
}

interface Spot {
  readonly at: readonly [longitude: number, latitude: number];
  /** In parts of the world's width. */
  readonly x: number;
  readonly y: number;
  /** Of its bell: in incidents. */
  readonly height: number;
  /** Of a bell that is wider than it must be, its radius; else 0. */
  readonly meters: number;
}

/**
 * @param zoom of the map now.
 * @param cellZoom at which clusters are 64 px wide.
 * @returns points with `weight` and, where a bell is wider than RADIUS_PX, its radius in `meters`: what is
 *   known no closer than an area is spread over the area, as thin as it is wide.
 */
export function heatPoints(
  features: readonly ViewFeature[],
  zoom: number,
  cellZoom: number,
): FeatureCollection<Point> {
  const world = WORLD_PX * 2 ** zoom;
  const narrow = Math.max(RADIUS_PX, RADIUS_IN_CELLS * CELL_PX * 2 ** (zoom - cellZoom));
  const spots = features.flatMap((feature): Spot[] => {
    const at = feature.geometry.coordinates;
    const [longitude, latitude] = at;
    const pixelMeters = worldMeters(latitude) / world;
    return partsOf(feature).map(({ count, meters }) => {
      const radius = Math.max(narrow, meters / pixelMeters);
      return {
        at,
        x: mercatorX(longitude),
        y: mercatorY(latitude),
        height: count * (narrow / radius) ** 2,
        meters: radius > RADIUS_PX ? radius * pixelMeters : 0,
      };
    });
  });
  const peak = Math.max(LEAST_PEAK, highest(spots, narrow / world));
  return {
    type: 'FeatureCollection',
    features: spots.map(({ at, height, meters }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [...at] },
      properties: { weight: height / peak / BELL, meters },
    })),
  };
}

/** @returns how many of a feature's incidents are known to lie within so many metres; 0 for a point. */
function partsOf({ properties }: ViewFeature): { count: number; meters: number }[] {
  if (!properties.cluster) {
    const { locationPrecision, uncertaintyMeters } = properties;
    return [{ count: 1, meters: areaMetersOf(locationPrecision, uncertaintyMeters) ?? 0 }];
  }
  const { point_count: all, imprecise } = properties;
  return [
    { count: all - imprecise, meters: 0 },
    { count: imprecise, meters: AREA_METERS },
  ].filter(({ count }) => count > 0);
}

/** @returns the highest sum of bells at any spot. @param radius as wide as a bell reaches. */
function highest(spots: readonly Spot[], radius: number): number {
  const column = ({ x }: Spot): number => Math.floor(x / radius);
  const row = ({ y }: Spot): number => Math.floor(y / radius);
  const near = new Map<string, Spot[]>();
  for (const spot of spots) {
    const key = `${column(spot)}/${row(spot)}`;
    const others = near.get(key);
    if (others) others.push(spot);
    else near.set(key, [spot]);
  }
  let most = 0;
  for (const spot of spots) {
    let sum = 0;
    for (const across of [-1, 0, 1]) {
      for (const down of [-1, 0, 1]) {
        const others = near.get(`${column(spot) + across}/${row(spot) + down}`) ?? [];
        for (const { x, y, height } of others) {
          const radii = Math.hypot(x - spot.x, y - spot.y) / radius;
          // MapLibre's bell, whose deviation is a third of its radius.
          sum += height * Math.exp(-0.5 * (3 * radii) ** 2);
        }
      }
    }
    most = Math.max(most, sum);
  }
  return most;
}

/**
 * Density in one hue, from clear to full, so that no colour of a family is taken for another; steep where
 * it is thin, so that few are seen beside many. It lies under the basemap's names.
 */
function heatLayer(theme: Theme): HeatmapLayerSpecification {
  const [red, green, blue] = theme === 'light' ? [11, 84, 164] : [120, 190, 245];
  const shade = (alpha: number): string => `rgba(${red}, ${green}, ${blue}, ${alpha})`;
  return {
    id: 'heat',
    type: 'heatmap',
    source: 'heat',
    paint: {
      'heatmap-weight': ['get', 'weight'],
      'heatmap-radius': ['interpolate', ['exponential', 2], ['zoom'], ...heatRadii()],
      'heatmap-color': [
        'interpolate',
        ['linear'],
        ['heatmap-density'],
        ...[0, shade(0), 0.04, shade(0.14), 0.15, shade(0.36), 0.4, shade(0.6), 1, shade(0.9)],
      ],
    },
  } as HeatmapLayerSpecification;
}

/** True to scale from zoom to zoom, where a bell is wider than it must be. */
function heatRadii(): unknown[] {
  return atEachZoom((pixelsPerMeter) => [
    'max',
    RADIUS_PX,
    ['*', ['get', 'meters'], pixelsPerMeter],
  ]);
}
