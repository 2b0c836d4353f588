import './jitless.ts';
import { codeOfIssue } from '../../data/incident/error-codes.ts';
import { brokenReportRules } from '../../data/incident/rules.ts';
import { type ReportInput, reportFeature } from '../../data/incident/schema.ts';
import type { FieldError } from '../api/failure.ts';
import type { Words } from '../language/Said.tsx';
import type { Draft } from './draft.ts';
import { emptyWords, fieldWords } from './problem-words.ts';

/** Messages by JSON pointer; one a field. */
export type FieldErrors = Readonly<Record<string, Words>>;

/** Fields of the form, by step, each with what the schema says of them. */
export const STEP_FIELDS = [
  ['/geometry/coordinates', '/properties/place'],
  ['/properties/category', '/properties/occurredAt'],
  ['/properties/title', '/properties/summary', '/properties/sources'],
] as const;

/** Checks a report by the same schema and rules as the server. @param now ms since 1970. */
export function checkReport(report: ReportInput, now: number): FieldErrors {
  const result = reportFeature.safeParse(report);
  const issues = result.success
    ? brokenReportRules(result.data.properties, now)
    : result.error.issues.map((issue) => ({ ...issue, ...codeOfIssue(issue) }));
  return byField(
    [...brokenTimes(report, now), ...issues].map(({ path, ...error }) => ({
      ...error,
      pointer: `/${path.map(String).join('/')}`,
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

/** The time is judged at its own step, whatever is still empty. */
function brokenTimes({ properties: { occurredAt } }: ReportInput, now: number) {
  const result = reportFeature.shape.properties.safeParse({ ...ANYTHING, occurredAt });
  return result.success ? brokenReportRules(result.data, now) : [];
}

/** Gathers errors under the fields of the form; whatever has no field stands under `''`. */
export function byField(errors: readonly FieldError[], report: ReportInput): FieldErrors {
  const gathered: Record<string, Words> = {};
  for (const error of errors) {
    const { pointer } = error;
    const field =
      STEP_FIELDS.flat().find((own) => pointer === own || pointer?.startsWith(`${own}/`)) ?? '';
    gathered[field] ??= isEmpty(field, report) ? emptyWords(field) : fieldWords(error);
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

/** An error goes when its field is touched; the next step checks anew. */
export function withoutMended(errors: FieldErrors, part: Partial<Draft>): FieldErrors {
  const touched = Object.keys(part).map((name) => FIELD_OF[name]);
  if (!touched.some((field) => field !== undefined && errors[field])) return errors;
  return Object.fromEntries(Object.entries(errors).filter(([field]) => !touched.includes(field)));
}

const FIELD_OF: Readonly<Record<string, string>> = {
  placeWords: '/properties/place',
  category: '/properties/category',
  when: '/properties/occurredAt',
  pickedTime: '/properties/occurredAt',
  title: '/properties/title',
  summary: '/properties/summary',
  links: '/properties/sources',
};

/** @returns the errors of these fields. */
export function only(errors: FieldErrors, fields: readonly string[]): Record<string, Words> {
  return Object.fromEntries(Object.entries(errors).filter(([field]) => fields.includes(field)));
}
