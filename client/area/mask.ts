import type { FeatureCollection, Polygon, Position } from 'geojson';
import type { Area } from '../../data/geo/area.ts';

/** Degrees of latitude over which a line that is straight in degrees bends by 7 cm on the map. */
const STRAIGHT_DEGREES = 0.02;
const WORLD: readonly Position[] = [
  [-180, -85],
  [180, -85],
  [180, 85],
  [-180, 85],
  [-180, -85],
];

/** Everything but the area, so that what lies outside can be dimmed; with its edge as it is counted. */
export function maskOf(area: Area | null): FeatureCollection<Polygon> {
  const coordinates = [[...WORLD], area ? edgeOf(area) : []];
  return {
    type: 'FeatureCollection',
    features: area
      ? [{ type: 'Feature', geometry: { type: 'Polygon', coordinates }, properties: {} }]
      : [],
  };
}

function edgeOf(area: Area): Position[] {
  const first = area[0] as Area[number];
  return [...area.flatMap((corner, at) => piecesOf(corner, area[at + 1] ?? first)), [...first]];
}

function piecesOf([x, y]: Area[number], [toX, toY]: Area[number]): Position[] {
  const pieces = Math.max(1, Math.ceil(Math.abs(toY - y) / STRAIGHT_DEGREES));
  return Array.from({ length: pieces }, (_, piece) => {
    const part = piece / pieces;
    return [x + (toX - x) * part, y + (toY - y) * part];
  });
}
