import '../../report/jitless.ts';
import { brokenReportRules, brokenRules } from '../../../data/incident/rules.ts';
import { incidentDraft, reportFeature } from '../../../data/incident/schema.ts';
import type { FieldError } from '../../api/failure.ts';

/** Messages by JSON pointer into the Feature; one a field, in English. */
export type FieldErrors = Readonly<Record<string, string>>;

/** Judges a changed record by the schema and rules that the server judges it by. @param now ms. */
export function checkRecord(
  kind: 'incident' | 'report',
  feature: unknown,
  now: number,
): FieldErrors {
  const result = (kind === 'incident' ? incidentDraft : reportFeature).safeParse(feature);
  const broken = result.success
    ? (kind === 'incident' ? brokenRules : brokenReportRules)(result.data.properties, now)
    : result.error.issues.map(({ path, message }) => ({ path, message }));
  return Object.fromEntries(
    broken.map(({ path, message }) => [path.map((step) => `/${String(step)}`).join(''), message]),
  );
}

/** The server's errors, which point into what was sent. */
export function serverErrors(errors: readonly FieldError[]): FieldErrors {
  return Object.fromEntries(
    errors.map(({ pointer, message }) => [(pointer ?? '').replace(/^\/feature/, ''), message]),
  );
}
