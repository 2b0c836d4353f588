import type { IncidentDraft, ReportFeature } from '../../data/incident/schema.ts';
import { LOCATION_PRECISIONS, type LocationPrecision } from '../../data/vocabulary/precisions.ts';

type Geometry = IncidentDraft['geometry'];

export interface PublishedPlace {
  readonly geometry: Geometry;
  readonly uncertaintyMeters: number | null;
}

/** The longest a degree of latitude gets on WGS 84, and of longitude at the city's southern margin. */
const METERS_PER_DEGREE = Math.hypot(111_700, 79_500);

/**
 * Makes a place no closer than its stated precision: the position is rounded to the decimals of
 * that precision, and the radius is at least its floor, plus what rounding may have moved it. What
 * comes out depends on the cell alone, so that nobody can tell where in it the reporter stood.
 * Known to the city only: no position.
 */
export function coarsen(
  [longitude, latitude]: ReportFeature['geometry']['coordinates'],
  precision: LocationPrecision,
  uncertaintyMeters: number | null,
): PublishedPlace {
  if (precision === 'city') return { geometry: null, uncertaintyMeters: null };
  const { decimals, leastUncertaintyMeters } = ruleOf(precision);
  const moved = (METERS_PER_DEGREE * 10 ** -decimals) / 2;
  return {
    geometry: {
      type: 'Point',
      coordinates: [Number(longitude.toFixed(decimals)), Number(latitude.toFixed(decimals))],
    },
    uncertaintyMeters: Math.ceil(Math.max(uncertaintyMeters ?? 0, leastUncertaintyMeters) + moved),
  };
}

function ruleOf(precision: LocationPrecision): (typeof LOCATION_PRECISIONS)[number] {
  const rule = LOCATION_PRECISIONS.find(({ id }) => id === precision);
  if (!rule) throw new RangeError(`location precision "${precision}" is not in the vocabulary`);
  return rule;
}
