import type { Bbox } from '../../../data/geo/bbox.ts';
import { NO_FILTER } from '../../../data/query/filter.ts';
import type { Neighbor, Neighborhood } from '../../domain/duplicates/duplicates.ts';
import type { Connection, Parameters } from './connection.ts';
import { conditionOf } from './filter-sql.ts';
import { WAITING } from './report-desk-rows.ts';

/** Enough of each kind: a crowd reports one event some dozens of times. */
const MOST = 300;

/** How long before it a report may have begun that still lasts: one known to the week. */
const LOOK_BACK_SECONDS = 7 * 86_400;

/** As in the index reports_nearby. */
const BEGAN = "unixepoch(upper(feature ->> '$.properties.occurredAt'))";
const LONGITUDE = "feature ->> '$.geometry.coordinates[0]'";
const LATITUDE = "feature ->> '$.geometry.coordinates[1]'";
const IS_CITY = "feature ->> '$.properties.locationPrecision' = 'city'";

interface Row {
  readonly id: string;
  readonly feature: string;
}

/** @returns incidents on the map near a place and time, the nearest in time first. */
export async function nearbyIncidents(
  connection: Connection,
  { bbox, span }: Neighborhood,
): Promise<Neighbor[]> {
  const near = conditionOf({ ...NO_FILTER, datetime: span });
  const place = bbox
    ? `AND (v.longitude IS NULL OR
         (v.longitude BETWEEN $west AND $east AND v.latitude BETWEEN $south AND $north))`
    : '';
  const rows = await connection.all<Row>(
    `SELECT v.incident_id AS id, v.feature FROM versions AS v WHERE ${near.sql} ${place}
     ORDER BY abs(v.occurred_at - $middle) LIMIT ${MOST}`,
    { ...near.parameters, ...corners(bbox), $middle: (span.from + span.to) / 2 },
  );
  return rows.map(({ id, feature }) => ({ kind: 'incident', id, feature: JSON.parse(feature) }));
}

/** @returns reports that wait, near a place and time, without `id` itself. */
export async function nearbyReports(
  connection: Connection,
  id: string,
  { bbox, span }: Neighborhood,
): Promise<Neighbor[]> {
  const place = bbox
    ? `AND (${IS_CITY} OR
         (${LONGITUDE} BETWEEN $west AND $east AND ${LATITUDE} BETWEEN $south AND $north))`
    : '';
  const rows = await connection.all<Row>(
    `SELECT id, feature FROM reports INDEXED BY reports_nearby
     WHERE ${WAITING} AND id <> $id AND ${BEGAN} BETWEEN $from AND $to ${place}
     ORDER BY abs(${BEGAN} - $middle) LIMIT ${MOST}`,
    {
      ...corners(bbox),
      $id: id,
      $from: Math.floor(span.from / 1000) - LOOK_BACK_SECONDS,
      $to: Math.ceil(span.to / 1000),
      $middle: (span.from + span.to) / 2000,
    },
  );
  return rows.map((row) => ({ kind: 'report', id: row.id, feature: JSON.parse(row.feature) }));
}

function corners(bbox: Bbox | null): Parameters {
  if (bbox === null) return {};
  const [$west, $south, $east, $north] = bbox;
  return { $west, $south, $east, $north };
}
