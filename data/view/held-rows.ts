import { formatCentralExact } from '../time/central.ts';
import { parseDateTime } from '../time/rfc3339.ts';
import { isArea, type LocationPrecision } from '../vocabulary/precisions.ts';
import type { IncidentSummary } from './response.ts';
import type { ViewRow } from './types.ts';

/**
 * `GET /api/view/rows`: lines of JSON. The first is a `HeldHead`; where it says that rows follow,
 * each further line is a list of `HeldRow`, newest first, so that a page can read them in between
 * other work and then answer its own views.
 */
export interface HeldHead {
  readonly revision: number;
  /** How many incidents are known today, and how many versions there are of these and those before. */
  readonly incidents: number;
  readonly versions: number;
  /** False where they are more than a page should hold. */
  readonly held: boolean;
}

/** A version: what an index needs of it, and what marks and lists show. Times in ms since 1970. */
export type HeldRow = readonly [
  key: number,
  id: string,
  title: string,
  place: string,
  category: string,
  verification: string,
  occurredAt: string,
  /** latestAt − occurredAt. */
  lastsMs: number,
  knownFrom: number,
  /** Null where it is the version known today. */
  knownUntil: number | null,
  longitude: number | null,
  latitude: number | null,
  timePrecision: string,
  locationPrecision: string,
  uncertaintyMeters: number | null,
  synthetic: 0 | 1,
  /** How many accounts were known. */
  accounts: number,
  /** Null where nobody says. */
  arrests: number | null,
  injuries: number | null,
  fatalities: number | null,
];

/** @throws RangeError where its beginning is no date-time: no store keeps such a row. */
export function viewRowOf(row: HeldRow): ViewRow {
  const [key, , , , category, verification, began, lastsMs, knownFrom, knownUntil] = row;
  const [longitude, latitude, locationPrecision] = [row[10], row[11], row[13]];
  const occurredAt = instantOf(began);
  return {
    key,
    occurredAt,
    latestAt: occurredAt + lastsMs,
    knownFrom,
    knownUntil: knownUntil ?? Infinity,
    category: category as ViewRow['category'],
    verification: verification as ViewRow['verification'],
    position: longitude === null || latitude === null ? null : [longitude, latitude],
    imprecise: isArea(locationPrecision as LocationPrecision),
  };
}

export function summaryOf(row: HeldRow): IncidentSummary {
  const [, id, title, place, category, verification, occurredAt, lastsMs] = row;
  return {
    id,
    title,
    category,
    verification,
    occurredAt,
    latestAt: formatCentralExact(instantOf(occurredAt) + lastsMs),
    timePrecision: row[12],
    place,
    locationPrecision: row[13],
    uncertaintyMeters: row[14],
    synthetic: row[15] === 1,
  };
}

function instantOf(text: string): number {
  const instant = parseDateTime(text);
  if (instant === null) throw new RangeError(`A row begins at "${text}"; expected RFC 3339.`);
  return instant;
}
