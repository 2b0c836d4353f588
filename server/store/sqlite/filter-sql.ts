import { splitBbox } from '../../../data/geo/bbox.ts';
import type { IncidentFilter } from '../../../data/query/filter.ts';
import { wordsOf } from '../../../data/query/words.ts';
import { areaCondition } from './area-sql.ts';
import type { Parameters, Value } from './connection.ts';

/** `known_until` of what is known today: the largest whole number that JavaScript holds exactly. */
export const FOREVER = Number.MAX_SAFE_INTEGER;

/** What lasts longer stands in the index versions_that_last, whose condition this must equal. */
const WEEK_MS = 604_800_000;

/** Selects the versions whose words match `$match`. */
export const TEXT_MATCHES =
  'SELECT rowid AS key FROM version_words WHERE version_words MATCH $match';

export interface Condition {
  /** A condition on `versions AS v`. */
  readonly sql: string;
  readonly parameters: Parameters;
}

/**
 * @param textMatches selects the keys that match the filter's text; a long read looks them up once
 *   and says where they lie.
 * @returns the condition for the versions that a filter matches: at most one of each incident.
 */
export function conditionOf(filter: IncidentFilter, textMatches = TEXT_MATCHES): Condition {
  const { sql, parameters } = contentOf(filter, textMatches);
  return {
    sql: `v.known_from <= $asOf AND v.known_until > $asOf AND ${sql}`,
    parameters: { ...parameters, $asOf: knownInstant(filter.asOf) },
  };
}

/** @returns the condition for the versions that match, whenever they were known. */
export function contentOf(filter: IncidentFilter, textMatches = TEXT_MATCHES): Condition {
  const terms: string[] = ['true'];
  const parameters: Record<`$${string}`, Value> = {};
  const add = (sql: string, values: Parameters = {}): void => {
    terms.push(sql);
    Object.assign(parameters, values);
  };

  if (filter.datetime) {
    const { from, to } = filter.datetime;
    if (Number.isFinite(to)) add('v.occurred_at <= $to', { $to: to });
    if (Number.isFinite(from)) add(TOUCHES_FROM, { $from: from });
  }
  if (filter.bbox) {
    const boxes = splitBbox(filter.bbox).map(([west, south, east, north], index) => {
      Object.assign(parameters, { [`$west${index}`]: west, [`$east${index}`]: east });
      Object.assign(parameters, { $south: south, $north: north });
      return `v.longitude BETWEEN $west${index} AND $east${index}`;
    });
    add(`v.latitude BETWEEN $south AND $north AND (${boxes.join(' OR ')})`);
  }
  if (filter.within) {
    const area = areaCondition(filter.within);
    add(area.sql, area.parameters);
  }
  if (filter.categories) {
    add('v.category IN (SELECT value FROM json_each($categories))', {
      $categories: JSON.stringify(filter.categories),
    });
  }
  if (filter.verifications) {
    add('v.verification IN (SELECT value FROM json_each($verifications))', {
      $verifications: JSON.stringify(filter.verifications),
    });
  }
  if (filter.placed !== null) add(`v.longitude IS ${filter.placed ? 'NOT NULL' : 'NULL'}`);
  const match = matchOf(filter.text);
  if (match !== null) {
    const isLookedUp = textMatches !== TEXT_MATCHES;
    add(`v.key IN (${textMatches})`, isLookedUp ? {} : { $match: match });
  }
  return { sql: terms.join(' AND '), parameters };
}

/**
 * Writes a search as FTS5 has it: each word quoted, so that nothing in it is an operator, and a
 * prefix.
 * @returns null where the text has no words: then it filters nothing.
 */
export function matchOf(text: string | null): string | null {
  const words = [...new Set(wordsOf(text ?? ''))];
  return words.length === 0 ? null : words.map((word) => `"${word}"*`).join(' ');
}

/**
 * What touches a window may have begun before it. Nearly all of it began less than a week before;
 * how far the rest goes back is asked first, so that the time index is read from there only.
 */
const TOUCHES_FROM = `v.latest_at >= $from AND v.occurred_at >= min(
  $from - ${WEEK_MS},
  ifnull((
    SELECT min(occurred_at) FROM versions
    WHERE latest_at - occurred_at > ${WEEK_MS} AND latest_at >= $from
  ), $from)
)`;

/** Infinity asks for the last version of each, whatever day its last account is known from. */
export function knownInstant(asOf: number): number {
  return asOf === Infinity ? FOREVER - 1 : asOf;
}
