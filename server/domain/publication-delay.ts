import type { ReportFeature } from '../../data/incident/schema.ts';
import { nextCentral } from '../../data/time/central.ts';
import { parseDateTime } from '../../data/time/rfc3339.ts';
import { latestInstant } from '../../data/time/span.ts';
import { categoryOf } from '../../data/vocabulary/categories.ts';

const HOUR_MS = 3_600_000;

/**
 * When a report may become public: so many hours of its category after the latest moment at which
 * it may have gone on. What may still be going on counts as going on now.
 * @param now milliseconds since 1970.
 * @returns milliseconds since 1970; `now` where nothing is to be waited for.
 */
export function publishableAt(
  { properties }: Pick<ReportFeature, 'properties'>,
  now: number,
): number {
  const { category, occurredAt, endedAt, timePrecision } = properties;
  const delay = categoryOf(category).delayHours * HOUR_MS;
  if (delay === 0) return now;
  // The schema has checked both texts before.
  const began = parseDateTime(occurredAt) as number;
  const ended = endedAt === null ? null : (parseDateTime(endedAt) as number);
  const latest = latestInstant(began, ended, timePrecision);
  const over = Math.min(latest, now) + delay;
  // On the full hour: the minute of publication would tell the minute of what happened.
  return over <= now ? now : nextCentral('hour', over - 1);
}
