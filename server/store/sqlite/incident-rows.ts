import type { IncidentSummary } from '../../../data/view/response.ts';
import type { ViewRow } from '../../../data/view/types.ts';
import { AREA_PRECISIONS } from '../../../data/vocabulary/precisions.ts';
import { FOREVER } from './filter-sql.ts';

/** How the columns of a version are read for the view index: a JSON list, see `viewRowOf`. */
export const VIEW_ROW_SQL = `json_array(
  key, occurred_at, latest_at, known_from, known_until, category, verification,
  longitude, latitude, location_precision IN (${AREA_PRECISIONS.map((id) => `'${id}'`).join(', ')})
)`;

export type ViewRowColumns = readonly [
  key: number,
  occurredAt: number,
  latestAt: number,
  knownFrom: number,
  knownUntil: number,
  category: ViewRow['category'],
  verification: ViewRow['verification'],
  longitude: number | null,
  latitude: number | null,
  imprecise: 0 | 1,
];

export function viewRowOf(columns: ViewRowColumns): ViewRow {
  const [key, occurredAt, latestAt, knownFrom, knownUntil, category, verification] = columns;
  const [longitude, latitude, imprecise] = [columns[7], columns[8], columns[9]];
  return {
    key,
    occurredAt,
    latestAt,
    knownFrom,
    knownUntil: knownUntil === FOREVER ? Infinity : knownUntil,
    category,
    verification,
    position: longitude === null || latitude === null ? null : [longitude, latitude],
    imprecise: imprecise === 1,
  };
}

/** How a summary is read: a JSON list of key and `IncidentSummary`. */
export const SUMMARY_SQL = `json_array(v.key, json_object(
  'id', v.incident_id,
  'title', v.feature ->> '$.properties.title',
  'category', v.category,
  'verification', v.verification,
  'occurredAt', v.feature ->> '$.properties.occurredAt',
  'latestAt', v.feature ->> '$.properties.latestAt',
  'timePrecision', v.feature ->> '$.properties.timePrecision',
  'place', v.feature ->> '$.properties.place',
  'locationPrecision', v.location_precision,
  'uncertaintyMeters', v.feature ->> '$.properties.uncertaintyMeters',
  'synthetic', v.feature -> '$.properties.synthetic'
))`;

export type SummaryColumns = readonly [key: number, summary: IncidentSummary];

/** How a version is read for a page that holds it: a JSON list, see `HeldRow`. */
export const HELD_ROW_SQL = `json_array(
  v.key, v.incident_id,
  v.feature ->> '$.properties.title',
  v.feature ->> '$.properties.place',
  v.category, v.verification,
  v.feature ->> '$.properties.occurredAt',
  v.latest_at - v.occurred_at,
  v.known_from,
  nullif(v.known_until, ${FOREVER}),
  v.longitude, v.latitude,
  v.feature ->> '$.properties.timePrecision',
  v.location_precision,
  v.feature ->> '$.properties.uncertaintyMeters',
  v.feature ->> '$.properties.synthetic',
  json_array_length(v.feature, '$.properties.accounts'),
  v.feature ->> '$.properties.arrests',
  v.feature ->> '$.properties.injuries',
  v.feature ->> '$.properties.fatalities'
)`;
