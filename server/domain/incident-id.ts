import type { ReportFeature } from '../../data/incident/schema.ts';
import { centralDate } from '../../data/time/central.ts';
import { parseDateTime } from '../../data/time/rfc3339.ts';
import { coarsenTimes } from './coarsen-time.ts';
import type { Surroundings } from './surroundings.ts';

/** Without vowels, so that chance spells no words. */
const LETTERS = 'bcdfghjkmnpqrstvwxz23456789';
const SUFFIX_LENGTH = 4;

/**
 * @returns `2026-01-14-vigil-k3v9`: the day in Minneapolis on which it began, no closer than that is
 *   told, its category, and four random letters. Nothing that somebody wrote: an id stays in the
 *   audit log once all else is erased.
 */
export function newIncidentId(
  properties: Pick<
    ReportFeature['properties'],
    'category' | 'occurredAt' | 'endedAt' | 'timePrecision'
  >,
  { randomBytes }: Pick<Surroundings, 'randomBytes'>,
): string {
  const began = parseDateTime(coarsenTimes(properties).occurredAt);
  if (began === null) throw new RangeError('occurredAt: expected a date-time of RFC 3339');
  const category = properties.category.replaceAll('_', '-');
  return `${centralDate(began)}-${category}-${suffix(randomBytes(SUFFIX_LENGTH))}`;
}

function suffix(bytes: Uint8Array): string {
  return [...bytes].map((byte) => LETTERS[byte % LETTERS.length]).join('');
}
