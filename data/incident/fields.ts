import { z } from 'zod';
import { isDate, parseDateTime } from '../time/rfc3339.ts';
import { CATEGORIES } from '../vocabulary/categories.ts';
import { CROWD_MEASURES, POLICE_MEASURES } from '../vocabulary/measures.ts';
import { LOCATION_PRECISIONS, TIME_PRECISIONS } from '../vocabulary/precisions.ts';
import { ROLES } from '../vocabulary/roles.ts';
import { VERIFICATIONS } from '../vocabulary/verifications.ts';
import type { CodedError } from './error-codes.ts';
import { plainText } from './text.ts';

/**
 * The kinds of value an incident is made of. `title` is the field's label wherever people meet it
 * (form, OpenAPI, CSV header notes), `description` what it means.
 */

export const dateTime = z
  .string({ error: 'Expected a date and time such as 2026-01-14T18:50:00-06:00.' })
  .max(40, { error: 'Expected a date and time such as 2026-01-14T18:50:00-06:00.', abort: true })
  .refine((text) => parseDateTime(text) !== null, {
    error: 'Expected a date and time with offset (RFC 3339), such as 2026-01-14T18:50:00-06:00.',
    params: { code: 'bad_format' } satisfies CodedError,
  })
  .meta({ format: 'date-time' });

/** A day (RFC 3339 full-date) or a moment: whatever the source gives, and no more. */
export const dateOrDateTime = z
  .string({ error: 'Expected a date such as 2026-01-14, or a date and time with offset.' })
  .max(40, {
    error: 'Expected a date such as 2026-01-14, or a date and time with offset.',
    abort: true,
  })
  .refine((text) => isDate(text) || parseDateTime(text) !== null, {
    error: 'Expected a date such as 2026-01-14, or a date and time with offset (RFC 3339).',
    params: { code: 'bad_format' } satisfies CodedError,
  })
  .meta({ format: 'date-or-date-time' });

export const identifier = z
  .string({ error: 'Expected an id.' })
  .regex(/^[a-z0-9][a-z0-9-]{0,79}$/, {
    error: 'Expected an id of lower-case letters, digits and hyphens, at most 80.',
  });

const WEB_ADDRESS_ERROR =
  'Expected a full web address that begins with https:// or http://, without a password.';

/**
 * Only `http` and `https`, absolute, without credentials, blanks or characters that cannot be seen,
 * as the URL Standard parses it.
 */
export const webAddress = z
  .url({ protocol: /^https?$/, error: WEB_ADDRESS_ERROR, abort: true })
  .max(2000, { error: 'Too long: at most 2000 characters.', abort: true })
  .regex(/^https?:\/\/[^\s\p{C}/?#\\@]+(?:[/?#][^\s\p{C}]*)?$/iu, { error: WEB_ADDRESS_ERROR });

export const count = z
  .number({ error: 'Expected a whole number.' })
  .int({ error: 'Expected a whole number.' })
  .min(0, { error: 'Expected 0 or more.' })
  .max(10_000_000, { error: 'Expected at most 10,000,000.' });

/** [longitude, latitude] in WGS 84 degrees, a Point of RFC 7946 with two numbers. */
export const point = z.strictObject({
  type: z.literal('Point', { error: 'Expected "Point": a report has one place.' }),
  coordinates: z.tuple(
    [
      z.number({ error: 'Expected a longitude in degrees.' }).min(-180).max(180),
      z.number({ error: 'Expected a latitude in degrees.' }).min(-90).max(90),
    ],
    { error: 'Expected [longitude, latitude].' },
  ),
});

export const category = oneOf(CATEGORIES, 'Category');
export const verification = oneOf(VERIFICATIONS, 'Verification');
export const timePrecision = oneOf(TIME_PRECISIONS, 'How exactly the time is known');
export const locationPrecision = oneOf(LOCATION_PRECISIONS, 'How exactly the place is known');
export const role = oneOf(ROLES, 'Role');
export const policeMeasure = oneOf(POLICE_MEASURES, 'What officers did');
export const crowdMeasure = oneOf(CROWD_MEASURES, 'What the crowd did');

export const longText = plainText(4000, { lines: true });

function oneOf<const T extends readonly { id: string }[]>(vocabulary: T, title: string) {
  const ids = vocabulary.map((entry) => entry.id) as T[number]['id'][];
  return z.enum(ids, { error: `Expected one of: ${ids.join(', ')}.` }).meta({ title });
}
