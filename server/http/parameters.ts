import {
  FILTER_PARAMETERS,
  type FilterParameter,
  type IncidentFilter,
  type ParameterError,
  readFilter,
} from '../../data/query/filter.ts';
import { HttpProblem } from './problem.ts';

/** No route has as many; a request that sends more is refused before its names are looked at. */
const MOST_PARAMETERS = 40;
const LONGEST_NAME = 60;

/** The parameters of one request: each name known, and sent once. */
export type Query = ReadonlyMap<string, string>;

/**
 * Reads a request's query.
 * @param url path and query as they were sent.
 * @param names those that the route knows; case counts (OGC API – Features Part 1, §7.6).
 * @throws HttpProblem 400 for a name that is unknown or sent twice.
 */
export function readQuery(url: string, names: readonly string[]): Query {
  const start = url.indexOf('?');
  const query = new Map<string, string>();
  if (start < 0) return query;
  const sent = [...new URLSearchParams(url.slice(start + 1))];
  if (sent.length > MOST_PARAMETERS) {
    throw new HttpProblem(400, `Too many query parameters: at most ${MOST_PARAMETERS}.`);
  }
  const errors: ParameterError[] = [];
  for (const [name, value] of sent) {
    const parameter = name.slice(0, LONGEST_NAME);
    if (!names.includes(name)) {
      const known = names.length > 0 ? `Known here: ${names.join(', ')}.` : 'None is known here.';
      errors.push({ parameter, message: `Unknown query parameter. ${known}` });
    } else if (query.has(name)) {
      errors.push({ parameter, message: 'Sent more than once; send it once.' });
    }
    query.set(name, value);
  }
  refuse(errors);
  return query;
}

/** @throws HttpProblem 400 that names every parameter which cannot be read; none, if there is none. */
export function refuse(errors: readonly ParameterError[]): void {
  if (errors.length === 0) return;
  throw new HttpProblem(400, 'A query parameter is unknown or cannot be read.', errors);
}

/** Reads the filter and collects the errors of what else a route reads, so that all are told at once. */
export class ParameterReader {
  readonly errors: ParameterError[] = [];
  constructor(private readonly query: Query) {}

  filter(known: readonly FilterParameter[] = FILTER_PARAMETERS): IncidentFilter {
    const { filter, errors } = readFilter((name) =>
      known.includes(name) ? this.query.get(name) : undefined,
    );
    this.errors.push(...errors);
    return filter;
  }

  /** @param parse gives null for what it cannot read. @param expected what would be right, a sentence. */
  value<T>(name: string, fallback: T, parse: (text: string) => T | null, expected: string): T {
    const text = this.query.get(name);
    if (text === undefined) return fallback;
    const value = parse(text);
    if (value !== null) return value;
    this.errors.push({ parameter: name, message: expected });
    return fallback;
  }
}

/** Rows of a page where the request does not say. */
export const DEFAULT_LIMIT = 100;

/**
 * Reads which page is asked for.
 * @param most a larger `limit` is clamped to this (OGC API – Features Part 1,
 *   /req/core/fc-limit-response-1).
 * @param readCursor gives null for what is no cursor of that route.
 */
export function readPaging<End>(
  reader: ParameterReader,
  most: number,
  readCursor: (text: string) => End | null,
): { readonly limit: number; readonly after: End | null } {
  const limit = reader.value(
    'limit',
    DEFAULT_LIMIT,
    (text) => parseClampedCount(text, 1, most),
    `Expected a whole number from 1; above ${most} counts as ${most}.`,
  );
  return { limit, after: readStart(reader, readCursor) };
}

/** Reads where a page begins; null for the first. @param readCursor gives null for what is no cursor. */
export function readStart<End>(
  reader: ParameterReader,
  readCursor: (text: string) => End | null,
): End | null {
  return reader.value<End | null>(
    'cursor',
    null,
    readCursor,
    'Expected a cursor from a "next" link, unchanged; leave it out for the first page.',
  );
}

/** @returns a whole number from `least`, at most `most`; null for anything but plain digits. */
export function parseClampedCount(text: string, least: number, most: number): number | null {
  if (!/^\d+$/.test(text)) return null;
  const count = Math.min(Number(text), most);
  return count >= least ? count : null;
}

/** @returns a whole number of that range, or null. */
export function parseCount(text: string, least: number, most: number): number | null {
  const count = parseClampedCount(text, least, most + 1);
  return count !== null && count <= most ? count : null;
}

/** @returns a plain decimal number of that range, or null. */
export function parseDecimal(text: string, least: number, most: number): number | null {
  if (!/^\d{1,10}(\.\d{1,15})?$/.test(text)) return null;
  const value = Number(text);
  return value >= least && value <= most ? value : null;
}
