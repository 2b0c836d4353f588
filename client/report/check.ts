import './jitless.ts';
import { brokenRules } from '../../data/incident/rules.ts';
import { type ReportInput, reportFeature } from '../../data/incident/schema.ts';
import { parseDateTime } from '../../data/time/rfc3339.ts';
import type { FieldError } from '../api/failure.ts';

/** Messages by JSON pointer; one a field. */
export type FieldErrors = Readonly<Record<string, string>>;

/** Fields of the form, by step, each with what the schema says of them. */
export const STEP_FIELDS = [
  ['/geometry/coordinates', '/properties/place'],
  ['/properties/category', '/properties/occurredAt'],
  ['/properties/title', '/properties/summary', '/properties/sources'],
] as const;

/** Plainer words for what people leave empty. */
const EMPTY: FieldErrors = {
  '/geometry/coordinates': 'Choose a place: move the map under the pin, or pick one from the list.',
  '/properties/place': 'Say in words where it was, such as “Lake Street and Chicago Avenue”.',
  '/properties/category': 'Choose what kind of thing happened.',
  '/properties/occurredAt': 'Say when it happened: a date and a time.',
  '/properties/title': 'Say in one line what happened.',
  '/properties/summary': 'Tell what happened, in your own words.',
};

/** Checks a report by the same schema and rules as the server. @param now ms since 1970. */
export function checkReport(report: ReportInput, now: number): FieldErrors {
  const result = reportFeature.safeParse(report);
  const issues = result.success
    ? brokenRules(result.data.properties, now)
    : result.error.issues.map(({ path, message }) => ({ path, message }));
  return byField(
    [...brokenTimes(report, now), ...issues].map(({ path, message }) => ({
      pointer: `/${path.map(String).join('/')}`,
      message,
    })),
    report,
  );
}

/** What stands for the fields that the rules of time do not read. */
const ANYTHING = {
  title: 'A',
  summary: 'A',
  category: 'other',
  timePrecision: 'exact',
  place: 'A',
  locationPrecision: 'block',
} as const;

/** The time is judged at its own step, whatever is still empty; the form tells of what has begun. */
function brokenTimes({ properties: { occurredAt } }: ReportInput, now: number) {
  const began = parseDateTime(occurredAt);
  if (began !== null && began > now) {
    return [{ path: ['properties', 'occurredAt'], message: 'This lies in the future.' }];
  }
  const result = reportFeature.shape.properties.safeParse({ ...ANYTHING, occurredAt });
  return result.success ? brokenRules(result.data, now) : [];
}

/** Gathers errors under the fields of the form; whatever has no field stands under `''`. */
export function byField(errors: readonly FieldError[], report: ReportInput): FieldErrors {
  const gathered: Record<string, string> = {};
  for (const { pointer, message } of errors) {
    const field =
      STEP_FIELDS.flat().find((own) => pointer === own || pointer?.startsWith(`${own}/`)) ?? '';
    gathered[field] ??= isEmpty(field, report) ? (EMPTY[field] ?? message) : message;
  }
  return gathered;
}

/** @returns the step (0 to 2) that holds the first field in error. */
export function firstStep(errors: FieldErrors): number {
  const step = STEP_FIELDS.findIndex((fields) => fields.some((field) => errors[field]));
  return step < 0 ? STEP_FIELDS.length - 1 : step;
}

function isEmpty(field: string, { geometry, properties }: ReportInput): boolean {
  switch (field) {
    case '/geometry/coordinates':
      return Number.isNaN(geometry.coordinates[0]);
    case '/properties/place':
      return properties.place.trim() === '';
    case '/properties/category':
      return properties.category === null;
    case '/properties/occurredAt':
      return properties.occurredAt === '';
    case '/properties/title':
      return properties.title.trim() === '';
    case '/properties/summary':
      return properties.summary.trim() === '';
    default:
      return false;
  }
}
