import { type Area, readArea, writeArea } from '../geo/area.ts';
import type { Bbox } from '../geo/bbox.ts';
import { parseBbox } from '../geo/bbox.ts';
import {
  centralDate,
  endOfCentralDate,
  formatCentralExact,
  startOfCentralDate,
} from '../time/central.ts';
import { isDate } from '../time/rfc3339.ts';
import { knownInstant, parseDatetime, type TimeSpan } from '../time/span.ts';
import { CATEGORY_IDS, type CategoryId } from '../vocabulary/categories.ts';
import { VERIFICATION_IDS, type VerificationId } from '../vocabulary/verifications.ts';

/** What a read asks for. Null is "no such filter". Items, view, downloads and tiles share it. */
export interface IncidentFilter {
  readonly bbox: Bbox | null;
  /** Incidents whose stated point lies in it or on its edge. */
  readonly within: Area | null;
  /** Incidents whose [occurredAt, latestAt] touches it, both ends included. Open ends are ±Infinity. */
  readonly datetime: TimeSpan | null;
  readonly categories: readonly CategoryId[] | null;
  readonly verifications: readonly VerificationId[] | null;
  /** Words that all must begin some word of the record (see `wordsOf`). */
  readonly text: string | null;
  /** True: only what has a position; false: only what is known no closer than the city. */
  readonly placed: boolean | null;
  /** Milliseconds since 1970; Infinity is "as known today". */
  readonly asOf: number;
}

export const NO_FILTER: IncidentFilter = {
  bbox: null,
  within: null,
  datetime: null,
  categories: null,
  verifications: null,
  text: null,
  placed: null,
  asOf: Infinity,
};

export const FILTER_PARAMETERS = [
  'bbox',
  'within',
  'datetime',
  'category',
  'verification',
  'q',
  'placed',
  'asOf',
] as const;
export type FilterParameter = (typeof FILTER_PARAMETERS)[number];

export const MOST_SEARCH_CHARACTERS = 200;

/** A parameter that cannot be read, and what would be right. The value itself is not repeated. */
export interface ParameterError {
  readonly parameter: string;
  readonly message: string;
}

/**
 * Reads a filter from query parameters.
 * @param parameter gives a parameter's text, or undefined where it was not sent.
 * @returns the filter, and an error for each parameter outside its grammar.
 */
export function readFilter(parameter: (name: FilterParameter) => string | undefined): {
  filter: IncidentFilter;
  errors: ParameterError[];
} {
  const errors: ParameterError[] = [];
  function read<T>(
    name: FilterParameter,
    parse: (text: string) => T | null,
    expected: string,
  ): T | null {
    const text = parameter(name);
    if (text === undefined) return null;
    const value = parse(text);
    if (value === null) errors.push({ parameter: name, message: expected });
    return value;
  }
  function readWithin(): Area | null {
    const text = parameter('within');
    const area = text === undefined ? null : readArea(text);
    if (typeof area !== 'string') return area;
    errors.push({ parameter: 'within', message: area });
    return null;
  }
  const filter: IncidentFilter = {
    bbox: read(
      'bbox',
      parseBbox,
      'Expected four numbers, west,south,east,north, in degrees (WGS 84) within ±180 and ±90, south at most north.',
    ),
    within: readWithin(),
    datetime: read(
      'datetime',
      parseDatetime,
      'Expected a day such as 2026-01-15, a date and time with offset (RFC 3339; in an address, + is written %2B), or start/end of these, ".." for an open end, that does not end before it starts.',
    ),
    categories: read(
      'category',
      listOf(CATEGORY_IDS),
      `Expected one or more of: ${CATEGORY_IDS.join(', ')}; separated by commas.`,
    ),
    verifications: read(
      'verification',
      listOf(VERIFICATION_IDS),
      `Expected one or more of: ${VERIFICATION_IDS.join(', ')}; separated by commas.`,
    ),
    text:
      read(
        'q',
        (text) => (text.length <= MOST_SEARCH_CHARACTERS && !text.includes('\0') ? text : null),
        `Expected words to look for, at most ${MOST_SEARCH_CHARACTERS} characters.`,
      ) || null,
    placed: read('placed', parseBoolean, 'Expected true or false.'),
    asOf:
      read(
        'asOf',
        knownInstant,
        'Expected a day such as 2026-01-15, or a date and time with offset (RFC 3339; in an address, + is written %2B).',
      ) ?? Infinity,
  };
  return { filter, errors };
}

/**
 * Writes a filter as query parameters, so that reading them gives the same filter.
 * @returns names and values, not yet percent-encoded, in a fixed order.
 */
export function writeFilter(filter: Partial<IncidentFilter>): [FilterParameter, string][] {
  const out: [FilterParameter, string][] = [];
  if (filter.bbox) out.push(['bbox', filter.bbox.join(',')]);
  if (filter.within) out.push(['within', writeArea(filter.within)]);
  if (filter.datetime) out.push(['datetime', writeDatetime(filter.datetime)]);
  if (filter.categories) out.push(['category', filter.categories.join(',')]);
  if (filter.verifications) out.push(['verification', filter.verifications.join(',')]);
  if (filter.text) out.push(['q', filter.text]);
  if (filter.placed !== null && filter.placed !== undefined)
    out.push(['placed', String(filter.placed)]);
  if (filter.asOf !== undefined && filter.asOf !== Infinity)
    out.push(['asOf', writeEnd(filter.asOf)]);
  return out;
}

function listOf<T extends string>(ids: readonly T[]): (text: string) => T[] | null {
  const known = new Set<string>(ids);
  return (text) => {
    const members = [...new Set(text.split(','))];
    return members.every((member) => known.has(member)) ? (members as T[]) : null;
  };
}

function parseBoolean(text: string): boolean | null {
  return text === 'true' ? true : text === 'false' ? false : null;
}

function writeDatetime({ from, to }: TimeSpan): string {
  if (from === to) return formatCentralExact(from);
  const start = writeStart(from);
  const end = writeEnd(to);
  return start === end && start !== '..' ? start : `${start}/${end}`;
}

function writeStart(instant: number): string {
  if (instant === -Infinity) return '..';
  const date = centralDate(instant);
  return isDate(date) && startOfCentralDate(date) === instant ? date : formatCentralExact(instant);
}

function writeEnd(instant: number): string {
  if (instant === Infinity) return '..';
  const date = centralDate(instant);
  return isDate(date) && endOfCentralDate(date) === instant ? date : formatCentralExact(instant);
}
