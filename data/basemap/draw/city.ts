import type { FeatureCollection } from 'geojson';
import { cityRing, citySquareKilometers } from '../figures/city.ts';
import { communities } from '../figures/communities.ts';
import { areaOf } from './area.ts';
import { areaFeature, collection, pointFeature } from './feature.ts';
import { readPositions } from './row.ts';

/** The city limits: one polygon. */
export function drawCity(): FeatureCollection {
  return collection([
    areaFeature(areaOf(readPositions(cityRing)), {
      name: 'Minneapolis',
      squareKilometers: citySquareKilometers,
    }),
  ]);
}

/** The label points of the 11 communities and the 87 neighborhoods. */
export function drawDistricts(): FeatureCollection {
  return collection(
    communities.flatMap((community) => [
      pointFeature(community.at, { name: community.name, class: 'community' }),
      ...community.neighborhoods.map(([name, longitude, latitude]) =>
        pointFeature([longitude, latitude], {
          name,
          class: 'neighborhood',
          community: community.name,
        }),
      ),
    ]),
  );
}
