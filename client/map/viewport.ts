import type { Bbox } from '../../data/geo/bbox.ts';
import { MOST_ZOOM } from '../../data/view/mercator.ts';
import { snapBbox } from '../../data/view/snap.ts';
import type { Viewport } from '../state/state.ts';

/** Of latitude, on a sphere of 6,371 km. */
export const METERS_PER_DEGREE = 111_195;

/** @returns the length of a circle of latitude, which is as long as the world is wide on the map there. */
export function worldMeters(latitude: number): number {
  return METERS_PER_DEGREE * 360 * Math.cos((latitude * Math.PI) / 180);
}

/**
 * Snaps what is seen outward to whole cells of its zoom: small moves ask for nothing new, caches
 * serve a crowd, and no cluster is cut at the edge.
 * @param seen [west, south, east, north] in degrees.
 */
export function snapViewport(seen: Bbox, zoom: number): Viewport {
  const whole = Math.min(MOST_ZOOM, Math.max(0, Math.floor(zoom)));
  return { zoom: whole, bbox: snapBbox(seen, whole) };
}

/** A heat map adds cells up again, and so needs them smaller: a fourth as wide as those of marks. */
export function finer(viewport: Viewport | null): Viewport | null {
  return viewport && { ...viewport, zoom: Math.min(MOST_ZOOM, viewport.zoom + 2) };
}

/** @returns the box of the cell of the highest zoom that a point lies in: about 3 m a side. */
export function cellOf(longitude: number, latitude: number): Bbox {
  return snapBbox([longitude, latitude, longitude, latitude], MOST_ZOOM);
}

/** A place as the map draws it: a point, or an area about it. */
export interface Extended {
  readonly position: readonly [longitude: number, latitude: number];
  readonly radiusMeters: number;
}

/** @returns the box of all places, widened so that one point alone shows its streets; null for none. */
export function extentOf(places: readonly Extended[]): Bbox | null {
  if (places.length === 0) return null;
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const { position, radiusMeters } of places) {
    const [longitude, latitude] = position;
    const high = radiusMeters / METERS_PER_DEGREE;
    const wide = high / Math.cos((latitude * Math.PI) / 180);
    west = Math.min(west, longitude - wide);
    east = Math.max(east, longitude + wide);
    south = Math.min(south, latitude - high);
    north = Math.max(north, latitude + high);
  }
  const least = 0.01;
  const [wide, high] = [Math.max(0, least - (east - west)), Math.max(0, least - (north - south))];
  return [west - wide / 2, south - high / 2, east + wide / 2, north + high / 2];
}
