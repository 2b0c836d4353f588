import { booleanPointInPolygon, polygon } from '@turf/turf';
import { type Position, toDegrees, toPlane } from '../basemap/draw/plane.ts';
import { readPositions } from '../basemap/draw/row.ts';
import { cityRing } from '../basemap/figures/city.ts';
import { places } from '../gazetteer/places.ts';
import type { IncidentDraft } from '../incident/schema.ts';
import { LOCATION_PRECISIONS, type LocationPrecision } from '../vocabulary/precisions.ts';
import type { Random } from './random.ts';

type Placed = Pick<IncidentDraft, 'geometry'> &
  Pick<
    IncidentDraft['properties'],
    'place' | 'locationPrecision' | 'uncertaintyMeters' | 'locationBasis'
  >;

const city = polygon([readPositions(cityRing)]);
const [WEST, SOUTH, EAST, NORTH] = [-93.3291, 44.8907, -93.1943, 45.0512];
const spots = places.filter(
  (place) => place.kind !== 'community' && booleanPointInPolygon([...place.coordinates], city),
);
const precisions = new Map(LOCATION_PRECISIONS.map((precision) => [precision.id, precision]));

/** Of all incidents: what lies anywhere in the city, and not about one of the places people name. */
const BACKGROUND = 0.3;
const HOW_EXACT: readonly (readonly [LocationPrecision, number])[] = [
  ['exact', 30],
  ['intersection', 30],
  ['block', 25],
  ['neighborhood', 11],
  ['city', 4],
];

/** Some places draw far more than others: the n-th about 1/n of the first. */
export function randomPlace(random: Random): Placed {
  const rank = Math.floor(spots.length ** random.unit());
  const spot = spots[(rank * 101) % spots.length] as (typeof spots)[number];
  const inBackground = random.chance(BACKGROUND);
  const position = inBackground ? anywhere(random) : about(random, spot.coordinates);
  const locationPrecision = random.weigh(HOW_EXACT);
  const { decimals, leastUncertaintyMeters } = precisionOf(locationPrecision);
  return {
    geometry:
      locationPrecision === 'city'
        ? null
        : {
            type: 'Point',
            coordinates: [
              Number(position[0].toFixed(decimals)),
              Number(position[1].toFixed(decimals)),
            ],
          },
    place:
      locationPrecision === 'city'
        ? 'Somewhere in Minneapolis'
        : `${inBackground ? 'Toward' : 'Near'} ${spot.name}`,
    locationPrecision,
    uncertaintyMeters: leastUncertaintyMeters * random.whole(1, 2),
    locationBasis: 'Synthetic: drawn at random',
  };
}

function precisionOf(id: LocationPrecision): (typeof LOCATION_PRECISIONS)[number] {
  return precisions.get(id) as (typeof LOCATION_PRECISIONS)[number];
}

function anywhere(random: Random): Position {
  for (;;) {
    const position: Position = [
      WEST + (EAST - WEST) * random.unit(),
      SOUTH + (NORTH - SOUTH) * random.unit(),
    ];
    if (booleanPointInPolygon(position, city)) return position;
  }
}

/** Within some hundred metres, more often near than far. */
function about(random: Random, center: readonly [number, number]): Position {
  const [x, y] = toPlane(center);
  const meters = 40 + 400 * random.unit() ** 2;
  const position = toDegrees([x + meters * random.bell(), y + meters * random.bell()]);
  return booleanPointInPolygon(position, city) ? position : [center[0], center[1]];
}
