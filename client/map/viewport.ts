import type { Bbox } from '../../data/geo/bbox.ts';
import type { Viewport } from '../state/state.ts';

/** The server's cells are 64 px of a 512 px world, so that there are 8 to a tile's side. */
const CELLS_PER_TILE = 8;
const HIGHEST_ZOOM = 20;
const MOST_LATITUDE = 85.051129;
/** Of latitude, on a sphere of 6,371 km. */
export const METERS_PER_DEGREE = 111_195;

/**
 * Snaps what is seen outward to whole cells of its zoom: small moves ask for nothing new, caches
 * serve a crowd, and no cluster is cut at the edge.
 * @param seen [west, south, east, north] in degrees.
 */
export function snapViewport(seen: Bbox, zoom: number): Viewport {
  const whole = Math.min(HIGHEST_ZOOM, Math.max(0, Math.floor(zoom)));
  const cells = CELLS_PER_TILE * 2 ** whole;
  const [west, south, east, north] = seen;
  const left = Math.max(0, Math.floor(mercatorX(west) * cells));
  const right = Math.min(cells, Math.ceil(mercatorX(east) * cells));
  const top = Math.max(0, Math.floor(mercatorY(north) * cells));
  const bottom = Math.min(cells, Math.ceil(mercatorY(south) * cells));
  return {
    zoom: whole,
    bbox: [
      longitudeAt(left / cells),
      latitudeAt(bottom / cells),
      longitudeAt(right / cells),
      latitudeAt(top / cells),
    ],
  };
}

/** Of longitude and latitude: a tenth of a millimetre, so that what lies on an edge is in one cell. */
const EDGE_DEGREES = 1e-9;

/** @returns the box of the cell of the highest zoom that a point lies in: about 4 m a side. */
export function cellOf(longitude: number, latitude: number): Bbox {
  const cells = CELLS_PER_TILE * 2 ** HIGHEST_ZOOM;
  const left = Math.floor(mercatorX(longitude) * cells);
  const top = Math.floor(mercatorY(latitude) * cells);
  return [
    longitudeAt(left / cells),
    latitudeAt((top + 1) / cells) + EDGE_DEGREES,
    longitudeAt((left + 1) / cells) - EDGE_DEGREES,
    latitudeAt(top / cells),
  ];
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

export function mercatorX(longitude: number): number {
  return (longitude + 180) / 360;
}

export function mercatorY(latitude: number): number {
  const clamped = Math.min(MOST_LATITUDE, Math.max(-MOST_LATITUDE, latitude));
  const sine = Math.sin((clamped * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

export function longitudeAt(x: number): number {
  return x * 360 - 180;
}

export function latitudeAt(y: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
}
