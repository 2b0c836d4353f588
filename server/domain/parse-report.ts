import { geojsonProblems, sizeProblem } from '../../data/geo/geojson.ts';
import { brokenReportRules } from '../../data/incident/rules.ts';
import { type ReportFeature, reportFeature } from '../../data/incident/schema.ts';
import { type FieldError, fail, fieldErrors, jsonPointer, type Parsed } from './field-errors.ts';
import type { ServedArea } from './served-area.ts';

/** 6 decimals are 11 cm: more than any device knows, and within RFC 7946's advice of 7 at most. */
const DECIMALS = 6;

/**
 * Reads a report: a GeoJSON Feature with a Point in or near the city, by the schema and its rules.
 * @param body any parsed JSON value.
 * @param context `now` in milliseconds since 1970.
 * @returns the report with its position rounded to 6 decimals, or an error for each wrong field.
 */
export function parseReport(
  body: unknown,
  context: { readonly now: number; readonly area: ServedArea },
): Parsed<ReportFeature> {
  const unreadable = wholeError(body);
  if (unreadable) return fail([unreadable]);
  const structural = geojsonProblems(body).map(({ path, message }) => ({
    pointer: jsonPointer(fieldPath(path)),
    message,
  }));
  const result = reportFeature.safeParse(body);
  if (!result.success) {
    const issues = result.error.issues.map((issue) => ({ ...issue, path: fieldPath(issue.path) }));
    return fail(onePerField([...structural, ...fieldErrors(issues, body)]));
  }
  if (structural.length > 0) return fail(structural);
  const report = rounded(result.data);
  const errors: FieldError[] = brokenReportRules(report.properties, context.now).map((rule) => ({
    pointer: jsonPointer(rule.path),
    message: rule.message,
    code: rule.code,
  }));
  const outside = context.area.kilometersOutside(report.geometry.coordinates);
  if (outside !== null) {
    errors.push({
      pointer: '/geometry/coordinates',
      message: `That place is outside ${context.area.name} by ${distance(outside)}. Move the pin or pick a place from the list.`,
      code: 'outside_area',
    });
  }
  return errors.length > 0 ? fail(errors) : { ok: true, value: report };
}

/** @returns what makes the body no Feature at all; then nothing within it is looked at. */
function wholeError(body: unknown): FieldError | null {
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, 'type')) {
    return { pointer: '', message: 'Expected a GeoJSON Feature: an object of "type": "Feature".' };
  }
  const tooLarge = sizeProblem(body);
  if (tooLarge) return { pointer: '', message: tooLarge.message };
  if ((body as { type: unknown }).type !== 'Feature') {
    return { pointer: '/type', message: 'Expected "Feature": one report at a time.' };
  }
  return null;
}

/** A position is one field of the form: its numbers are told of together. */
function fieldPath<T extends PropertyKey>(path: readonly T[]): T[] {
  const isPosition = path[0] === 'geometry' && path[1] === 'coordinates';
  return isPosition ? path.slice(0, 2) : [...path];
}

/** Where the kind of geometry is wrong, its coordinates are wrong with it: one error says it. */
function onePerField(errors: readonly FieldError[]): FieldError[] {
  const wrongKind = errors.some((error) => error.pointer === '/geometry/type');
  const told = new Map<string, FieldError>();
  for (const error of errors) {
    if (wrongKind && error.pointer === '/geometry/coordinates') continue;
    if (!told.has(error.pointer)) told.set(error.pointer, error);
  }
  return [...told.values()];
}

function rounded(report: ReportFeature): ReportFeature {
  const [longitude, latitude] = report.geometry.coordinates;
  const coordinates: [number, number] = [
    Number(longitude.toFixed(DECIMALS)),
    Number(latitude.toFixed(DECIMALS)),
  ];
  return { ...report, geometry: { type: 'Point', coordinates } };
}

function distance(kilometers: number): string {
  const digits = kilometers < 10 ? 1 : 0;
  return `${kilometers.toLocaleString('en-US', { maximumFractionDigits: digits })} km`;
}
