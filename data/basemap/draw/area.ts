import { difference, featureCollection, intersect, polygon, union } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { type Point, type Position, toDegrees, toPlane } from './plane.ts';

/** An area in WGS 84 degrees. */
export type Area = Feature<Polygon | MultiPolygon>;

/** @returns an area from one closed ring. */
export function areaOf(ring: readonly (readonly [number, number])[]): Area {
  return polygon([ring.map(([longitude, latitude]) => [longitude, latitude])]);
}

/** @returns all areas as one; undefined for none. */
export function together(areas: readonly Area[]): Area | undefined {
  if (areas.length < 2) return areas[0];
  return union(featureCollection([...areas])) ?? undefined;
}

/** @returns `area` less everything in `holes`; undefined where nothing is left. */
export function without(area: Area | undefined, holes: readonly Area[]): Area | undefined {
  if (!area || holes.length === 0) return area;
  return difference(featureCollection([area, ...holes])) ?? undefined;
}

/** @returns what two areas share; undefined for nothing. */
export function shared(a: Area | undefined, b: Area): Area | undefined {
  return a && (intersect(featureCollection([a, b])) ?? undefined);
}

/** @returns hectares on the flat map, holes taken off. */
export function hectares(area: Area | undefined): number {
  if (!area) return 0;
  const { type, coordinates } = area.geometry;
  const polygons = type === 'Polygon' ? [coordinates] : coordinates;
  let total = 0;
  for (const rings of polygons) {
    rings.forEach((ring, i) => {
      total += (i === 0 ? 1 : -1) * ringSquareMeters(ring.map((p) => toPlane(p as Position)));
    });
  }
  return total / 10_000;
}

function ringSquareMeters(ring: readonly Point[]): number {
  let twice = 0;
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1], ring[i]];
    if (a && b) twice += a[0] * b[1] - b[0] * a[1];
  }
  return Math.abs(twice) / 2;
}

/** @returns an oval of so many hectares, `stretch` times as long as wide, turned by `degrees`. */
export function oval(center: Position, ha: number, stretch = 1, degrees = 0, points = 16): Area {
  const width = Math.sqrt((ha * 10_000) / (Math.PI * stretch));
  const turn = (degrees * Math.PI) / 180;
  const [cx, cy] = toPlane(center);
  const ring: Position[] = [];
  for (let i = 0; i <= points; i++) {
    const at = ((i % points) / points) * 2 * Math.PI;
    const [u, v] = [Math.cos(at) * width * stretch, Math.sin(at) * width];
    ring.push(
      toDegrees([
        cx + u * Math.cos(turn) - v * Math.sin(turn),
        cy + u * Math.sin(turn) + v * Math.cos(turn),
      ]),
    );
  }
  return areaOf(ring);
}

/**
 * Finds the size at which a shape has the area asked for (false position, halving when one end
 * sticks).
 * @param shape grows with its argument.
 * @returns the shape within 0.5 % of `ha`, or the nearest that `least`..`most` allow.
 */
export function fitted(
  shape: (size: number) => Area | undefined,
  ha: number,
  least: number,
  most: number,
): Area | undefined {
  let [low, high] = [least, most];
  let [under, over] = [-ha, hectares(shape(most)) - ha];
  let best: Area | undefined;
  for (let i = 0; i < 16; i++) {
    const part = i % 3 === 2 || over <= under ? 0.5 : -under / (over - under);
    const size = low + Math.min(0.98, Math.max(0.02, part)) * (high - low);
    best = shape(size);
    const miss = hectares(best) - ha;
    if (Math.abs(miss) < 0.005 * ha) break;
    if (miss < 0) [low, under] = [size, miss];
    else [high, over] = [size, miss];
  }
  return best;
}
