import type { Bbox } from '../../data/geo/bbox.ts';
import { latitudeAt, longitudeAt, mercatorX, mercatorY } from '../../data/view/mercator.ts';
import type { ViewFeature } from '../api/answer.ts';
import type { Camera, Viewport } from '../state/state.ts';
import { areaMetersOf } from './areas.ts';
import type { Insets } from './incident-map.ts';
import { extentOf, snapViewport } from './viewport.ts';

/**
 * Where the map opens and what it then shows, reckoned before MapLibre is there: what is seen first can
 * so be asked for while its code is still on its way.
 */

/** Pixels across of the world at zoom 0, as MapLibre and the server's cells have it. */
export const WORLD_PX = 512;
/** The report button lies in the lower corner. */
export const FIT_PX = { top: 36, right: 36, bottom: 84, left: 36 };
export const LEAST_ZOOM = 8;
export const LARGEST_FIT_ZOOM = 16;
/** As far as the map goes. */
export const BOUNDS: Bbox = [-94.6, 44.2, -91.9, 45.7];
/** The whole city, where nothing is known to fit. */
const CITY: Camera = { zoom: 10.6, longitude: -93.265, latitude: 44.972 };

/** Pixels of the map's container. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** @returns the camera that shows all of them clear of what covers the map. */
export function cameraOf(
  features: readonly ViewFeature[],
  { width, height }: Size,
  covered: Insets,
): Camera {
  const extent = extentOf(
    features.map(({ geometry, properties }) => ({
      position: geometry.coordinates,
      radiusMeters: properties.cluster
        ? 0
        : (areaMetersOf(properties.locationPrecision, properties.uncertaintyMeters) ?? 0),
    })),
  );
  if (extent === null) return CITY;
  const [west, south, east, north] = extent;
  const [left, right, top, bottom] = [
    mercatorX(west),
    mercatorX(east),
    mercatorY(north),
    mercatorY(south),
  ];
  const wide = width - FIT_PX.left - FIT_PX.right;
  const high = height - covered.top - covered.bottom - FIT_PX.top - FIT_PX.bottom;
  const scale = Math.max(1, Math.min(wide / (right - left), high / (bottom - top))) / WORLD_PX;
  const zoom = Math.min(LARGEST_FIT_ZOOM, Math.max(LEAST_ZOOM, Math.log2(scale)));
  // What is fitted lies that much above the middle of what is clear.
  const above = (FIT_PX.bottom - FIT_PX.top) / 2 / (WORLD_PX * 2 ** zoom);
  return {
    zoom,
    longitude: longitudeAt((left + right) / 2),
    latitude: latitudeAt((top + bottom) / 2 + above),
  };
}

/** @returns what a camera shows, as the map tells it once it is there. */
export function viewportOf(
  { zoom, longitude, latitude }: Camera,
  { width, height }: Size,
  covered: Insets,
): Viewport {
  const scale = WORLD_PX * 2 ** zoom;
  const x = mercatorX(longitude);
  const y = mercatorY(latitude);
  const halfWide = width / 2 / scale;
  const halfHigh = (height - covered.top - covered.bottom) / 2 / scale;
  return snapViewport(
    [
      longitudeAt(x - halfWide),
      latitudeAt(y + halfHigh),
      longitudeAt(x + halfWide),
      latitudeAt(y - halfHigh),
    ],
    zoom,
  );
}
