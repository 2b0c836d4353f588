import { centralDate } from '../../data/time/central.ts';
import { parseDateTime } from '../../data/time/rfc3339.ts';
import type { Surroundings } from './surroundings.ts';

/** Without vowels, so that chance spells no words. */
const LETTERS = 'bcdfghjkmnpqrstvwxz23456789';
const SUFFIX_LENGTH = 4;
/** Date, slug and suffix with two hyphens stay within the 80 characters of an identifier. */
const LONGEST_SLUG = 64;

/**
 * @returns `2026-01-14-vigil-at-the-park-k3v9`: the day it began in Minneapolis, its title (or its
 *   category where the title has no Latin letters), and four random letters.
 */
export function newIncidentId(
  incident: { readonly occurredAt: string; readonly title: string; readonly category: string },
  { randomBytes }: Pick<Surroundings, 'randomBytes'>,
): string {
  const began = parseDateTime(incident.occurredAt);
  if (began === null) throw new RangeError('occurredAt: expected a date-time of RFC 3339');
  const slug = slugOf(incident.title) || slugOf(incident.category);
  return `${centralDate(began)}-${slug}-${suffix(randomBytes(SUFFIX_LENGTH))}`;
}

function slugOf(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  const slug = words.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  if (slug.length <= LONGEST_SLUG) return slug;
  const cut = slug.slice(0, LONGEST_SLUG + 1).lastIndexOf('-');
  return slug.slice(0, cut > 0 ? cut : LONGEST_SLUG);
}

function suffix(bytes: Uint8Array): string {
  return [...bytes].map((byte) => LETTERS[byte % LETTERS.length]).join('');
}
