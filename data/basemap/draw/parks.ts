import { bbox, bboxPolygon, buffer, lineString } from '@turf/turf';
import type { FeatureCollection } from 'geojson';
import { type Park, parks } from '../figures/parks.ts';
import { nicolletIsland } from '../figures/river.ts';
import { type Area, areaOf, fitted, hectares, oval, shared, together, without } from './area.ts';
import { band } from './band.ts';
import { smooth, smoothLine } from './curve.ts';
import { areaFeature, collection } from './feature.ts';
import { type Position, toPlane } from './plane.ts';
import { readPositions, readRow } from './row.ts';
import type { Waters } from './water.ts';

/** @returns each park's shape, as true to its area, box and inner point as those figures allow. */
export function parkAreas({ lakes, river }: Waters): { park: Park; area: Area }[] {
  const water = [...lakes.map(({ area }) => area), ...(river ? [river] : [])];
  return parks.flatMap((park) => {
    const shore = lakes.find(({ name }) => name === park.of)?.area;
    const area = shape(park, water, shore, river);
    return area ? [{ park, area }] : [];
  });
}

function shape(
  park: Park,
  water: readonly Area[],
  shore: Area | undefined,
  river: Area | undefined,
): Area | undefined {
  const box = bboxPolygon([...park.bbox]);
  const near = water.filter((area) => touches(bbox(area), park.bbox));
  const dry = (area: Area | undefined): Area | undefined => without(area, near);
  switch (park.form) {
    case 'box':
      return boxy(park, hectares(together(near.flatMap((area) => shared(area, box) ?? []))))
        ? fitted((keep) => dry(cutBox(park, keep)), park.hectares, 0, 1)
        : fitted((ha) => dry(shared(ovalIn(park, ha), box)), park.hectares, 1, 400);
    case 'shore':
      return fitted((m) => dry(shared(grown(shore, m), box)), park.hectares, 5, 600);
    case 'bank': {
      const [west, south, east, north] = park.bbox;
      const around = bboxPolygon([west - 0.01, south - 0.01, east + 0.01, north + 0.01]);
      const reach = river && shared(river, around);
      return fitted((m) => dry(shared(grown(reach, m), box)), park.hectares, 5, 600);
    }
    case 'along':
      return fitted((m) => dry(along(park, m)), park.hectares, 5, 2500);
    case 'disc': {
      const island = areaOf(smoothLine(readPositions(nicolletIsland), true));
      return fitted((ha) => shared(oval(park.at as Position, ha), island), park.hectares, 1, 60);
    }
  }
}

function touches(a: readonly number[], b: readonly number[]): boolean {
  const [west = 0, south = 0, east = 0, north = 0] = a;
  const [left = 0, low = 0, right = 0, high = 0] = b;
  return west < right && east > left && south < high && north > low;
}

function grown(area: Area | undefined, meters: number): Area | undefined {
  return area && (buffer(area, meters, { units: 'meters', steps: 6 }) as Area | undefined);
}

function along(park: Park, meters: number): Area | undefined {
  const row = readRow(park.spine ?? '');
  if (row.every((numbers) => numbers.length === 3)) {
    return band(smooth(row).map(([x = 0, y = 0, width = 1]) => [x, y, width * meters]));
  }
  const line = lineString(smoothLine(row));
  return buffer(line, meters / 2, { units: 'meters', steps: 6 }) as Area | undefined;
}

/** Whether a park, water included, fills so much of its box that cut corners are near the truth. */
function boxy(park: Park, waterHectares: number): boolean {
  const [width, height] = sides(park);
  return (park.hectares + waterHectares) / ((width * height) / 10_000) > 0.69;
}

/** Width and height of a park's box in metres. */
function sides({ bbox: [west, south, east, north] }: Park): [width: number, height: number] {
  const [[left, low], [right, high]] = [toPlane([west, south]), toPlane([east, north])];
  return [right - left, high - low];
}

/** An oval as long and wide as the park's box, between the middle of the box and the inner point. */
function ovalIn(park: Park, ha: number): Area {
  const [west, south, east, north] = park.bbox;
  const center: Position = [
    park.at[0] / 2 + (west + east) / 4,
    park.at[1] / 2 + (south + north) / 4,
  ];
  const [width, height] = sides(park);
  return oval(center, ha, width / height, 0, 40);
}

/**
 * The park's box with its corners cut and rounded, `keep` of them left on: a corner is cut the
 * deeper, the farther the park's inner point lies away from it.
 */
function cutBox(park: Park, keep: number): Area {
  const [west, south, east, north] = park.bbox;
  const lean: [number, number] = [
    (2 * park.at[0] - west - east) / (east - west),
    (2 * park.at[1] - south - north) / (north - south),
  ];
  const [w, h] = [east - west, north - south];
  const corner = (sx: number, sy: number, first: 'x' | 'y'): Position[] => {
    const away = Math.max(0.12, 1 - sx * lean[0] - sy * lean[1]);
    const depth = Math.min(1, away * (1 - keep) * 1.25) / 2;
    const [cx, cy] = [sx < 0 ? west : east, sy < 0 ? south : north];
    const along: Position = [cx - sx * w * depth, cy];
    const up: Position = [cx, cy - sy * h * depth];
    return first === 'x' ? [along, up] : [up, along];
  };
  const ring = [
    ...corner(-1, -1, 'y'),
    ...corner(1, -1, 'x'),
    ...corner(1, 1, 'y'),
    ...corner(-1, 1, 'x'),
  ];
  const first = ring[0];
  return areaOf(smoothLine(first ? [...ring, first] : ring, true));
}

/** Parks of 4 ha and more; every shape is approximate, its area is not. */
export function drawParks(areas: ReturnType<typeof parkAreas>): FeatureCollection {
  return collection(
    areas.map(({ park, area }) =>
      areaFeature(area, {
        name: park.name,
        hectares: Math.round(hectares(area) * 10) / 10,
        approximate: true,
      }),
    ),
  );
}
