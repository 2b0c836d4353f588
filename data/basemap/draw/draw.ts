import type { FeatureCollection } from 'geojson';
import type { BasemapFile } from '../style.ts';
import { drawCity, drawDistricts } from './city.ts';
import { drawCreeks } from './creeks.ts';
import { drawGrid } from './grid.ts';
import { drawNames } from './names.ts';
import { drawParks, parkAreas } from './parks.ts';
import { drawFreeways, drawStreets } from './streets.ts';
import { drawWater, waters } from './water.ts';

/** @returns the files of the embedded basemap, by name; the same figures give the same files. */
export function drawBasemap(): Record<BasemapFile, FeatureCollection> {
  const water = waters();
  const parks = parkAreas(water);
  return {
    city: drawCity(),
    districts: drawDistricts(),
    parks: drawParks(parks),
    water: drawWater(water),
    names: drawNames(water),
    creeks: drawCreeks(),
    freeways: drawFreeways(),
    streets: drawStreets(),
    'minor-streets': drawGrid(water, parks),
  };
}

/** @returns the text of a file: one feature a line, so that a change shows as the lines it is. */
export function fileText({ features }: FeatureCollection): string {
  const lines = features.map((feature) => JSON.stringify(feature)).join(',\n');
  return `{"type":"FeatureCollection","features":[\n${lines}\n]}\n`;
}
