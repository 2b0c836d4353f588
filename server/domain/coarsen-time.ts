import type { ReportFeature } from '../../data/incident/schema.ts';
import { formatCentral, nextCentral, startOfCentral } from '../../data/time/central.ts';
import { isDate, parseDateTime } from '../../data/time/rfc3339.ts';
import { categoryOf } from '../../data/vocabulary/categories.ts';

type Properties = ReportFeature['properties'];
type Times = Pick<Properties, 'occurredAt' | 'endedAt' | 'timePrecision'>;

const MINUTE_MS = 60_000;

/**
 * Makes times no closer than their stated precision. What officers did is told to the hour at best:
 * the minute would say who stood there, and teach where officers are found.
 */
export function coarsenTimes({
  category,
  occurredAt,
  endedAt,
  timePrecision,
}: Times & Pick<Properties, 'category'>): Times {
  const precision = timePrecision === 'exact' && isToTheHour(category) ? 'hour' : timePrecision;
  if (precision === 'exact') {
    return {
      timePrecision,
      occurredAt: rounded(occurredAt, toMinute),
      endedAt: endedAt === null ? null : rounded(endedAt, toMinute),
    };
  }
  return {
    timePrecision: precision,
    occurredAt: rounded(occurredAt, (instant) => startOfCentral(precision, instant)),
    // Up, so that the end does not come before what began within its hour.
    endedAt:
      endedAt === null ? null : rounded(endedAt, precision === 'hour' ? toEndOfHour : toHourOfDay),
  };
}

/** When somebody said it: a day stays a day, a moment is told to the hour where the incident is. */
export function coarsenSaidAt(
  saidAt: string | null,
  category: Properties['category'],
): string | null {
  if (saidAt === null || isDate(saidAt)) return saidAt;
  const round = isToTheHour(category)
    ? (instant: number) => startOfCentral('hour', instant)
    : toMinute;
  return rounded(saidAt, round);
}

function isToTheHour(category: Properties['category']): boolean {
  const { family } = categoryOf(category);
  return family === 'enforcement' || family === 'police_measures';
}

function toMinute(instant: number): number {
  return Math.floor(instant / MINUTE_MS) * MINUTE_MS;
}

function toEndOfHour(instant: number): number {
  const start = startOfCentral('hour', instant);
  return start === instant ? instant : nextCentral('hour', instant);
}

/** Not into the next day: what ended on a day is kept as its last second. */
function toHourOfDay(instant: number): number {
  const end = toEndOfHour(instant);
  const lastSecond = nextCentral('day', instant) - 1000;
  return Math.min(end, lastSecond);
}

/** What is round already stays as it was written. */
function rounded(text: string, round: (instant: number) => number): string {
  // The schema has checked the text before.
  const instant = parseDateTime(text) as number;
  const result = round(instant);
  return result === instant ? text : formatCentral(result);
}
