import type { FeatureCollection } from 'geojson';
import { parks } from '../figures/parks.ts';
import { middle } from '../figures/river.ts';
import { hectares } from './area.ts';
import { smoothLine } from './curve.ts';
import { collection, lineFeature, pointFeature } from './feature.ts';
import { readPositions } from './row.ts';
import type { Waters } from './water.ts';

/** Where names stand, once each: the river's middle line, a point in every lake and park. */
export function drawNames({ lakes }: Waters): FeatureCollection {
  return collection([
    lineFeature(smoothLine(readPositions(middle)), { name: 'Mississippi River', class: 'river' }),
    ...lakes.map(({ name, at, area }) =>
      pointFeature(at, { name, class: 'lake', hectares: Math.round(hectares(area)) }),
    ),
    ...parks.map(({ name, at, hectares: counted }) =>
      pointFeature(at, { name, class: 'park', hectares: counted }),
    ),
  ]);
}
