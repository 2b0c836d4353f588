import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  type FilterParameter,
  type IncidentFilter,
  MOST_SEARCH_CHARACTERS,
  NO_FILTER,
  readFilter,
  writeFilter,
} from '../../../data/query/filter.ts';
import { parseDateTime } from '../../../data/time/rfc3339.ts';
import { CATEGORY_IDS } from '../../../data/vocabulary/categories.ts';
import { VERIFICATION_IDS } from '../../../data/vocabulary/verifications.ts';
import { areasOf } from '../geo/areas.ts';

const at = (text: string): number => parseDateTime(text) as number;

/** Reads a query string as a server or an address bar would. */
function read(query: string) {
  const parameters = new URLSearchParams(query);
  return readFilter((name) => parameters.get(name) ?? undefined);
}

function written(filter: Partial<IncidentFilter>): string {
  return new URLSearchParams(writeFilter(filter)).toString();
}

describe('reading', () => {
  it('is no filter where nothing is asked for', () => {
    expect(read('')).toEqual({ filter: NO_FILTER, errors: [] });
  });

  it('takes every parameter', () => {
    const query =
      'bbox=-93.4,44.8,-93.1,45.1&within=POLYGON((0 0,1 0,1 1))&datetime=2026-01-14&category=protest,vigil,protest' +
      '&verification=disputed&q=tear+gas&placed=true&asOf=2026-01-15';
    expect(read(query)).toEqual({
      filter: {
        bbox: [-93.4, 44.8, -93.1, 45.1],
        within: [
          [0, 0],
          [1, 0],
          [1, 1],
        ],
        datetime: { from: at('2026-01-14T06:00:00Z'), to: at('2026-01-15T06:00:00Z') - 1 },
        categories: ['protest', 'vigil'],
        verifications: ['disputed'],
        text: 'tear gas',
        placed: true,
        asOf: at('2026-01-16T06:00:00Z') - 1,
      },
      errors: [],
    });
  });

  it('takes an empty search as none', () => {
    expect(read('q=').filter.text).toBeNull();
  });

  test.each<[FilterParameter, string]>([
    ['bbox', '1,2,3'],
    ['within', 'POLYGON((0 0,1 1))'],
    ['within', 'POLYGON((0 0,1 1,1 0,0 1))'],
    ['datetime', 'yesterday'],
    ['category', 'protest,picnic'],
    ['category', '__proto__'],
    ['category', ''],
    ['category', 'Protest'],
    ['verification', 'true'],
    ['q', 'a'.repeat(MOST_SEARCH_CHARACTERS + 1)],
    ['q', 'a\0b'],
    ['placed', 'yes'],
    ['asOf', '2026-13-01'],
  ])('names %s where it is %j, without repeating the value', (parameter, value) => {
    const { errors } = read(new URLSearchParams({ [parameter]: value }).toString());
    expect(errors).toEqual([{ parameter, message: expect.stringMatching(/^Expected /) }]);
    if (value.length > 3) expect(errors[0]?.message).not.toContain(value);
  });

  it('names every wrong parameter at once', () => {
    const { errors } = read('bbox=x&category=x&asOf=x');
    expect(errors.map((error) => error.parameter)).toEqual(['bbox', 'category', 'asOf']);
  });
});

describe('writing', () => {
  it('leaves out what is not filtered', () => {
    expect(writeFilter(NO_FILTER)).toEqual([]);
  });

  test.each([
    ['2026-01-14', '2026-01-14'],
    ['2026-01-07/2026-01-31', '2026-01-07/2026-01-31'],
    ['2026-01-07/..', '2026-01-07/..'],
    ['../2026-01-31', '../2026-01-31'],
    ['2026-01-14T18:00:00-06:00/2026-01-15', '2026-01-14T18:00:00-06:00/2026-01-15'],
    ['2026-07-04T17:00:00Z/..', '2026-07-04T12:00:00-05:00/..'],
    ['2026-01-14T06:00:00Z', '2026-01-14T00:00:00-06:00'],
  ])('says %s as %s', (given, text) => {
    const { filter } = read(new URLSearchParams({ datetime: given }).toString());
    expect(writeFilter(filter)).toEqual([['datetime', text]]);
  });

  it('says a day of knowledge as a date', () => {
    expect(writeFilter(read('asOf=2026-01-15').filter)).toEqual([['asOf', '2026-01-15']]);
  });

  it('gives a query that reads back as the same filter', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(read(written(filter))).toEqual({ filter, errors: [] });
      }),
      { numRuns: 500 },
    );
  });
});

const instants = fc.oneof(
  fc.integer({ min: at('0000-01-01T00:00:00Z'), max: at('9999-12-31T23:59:59.999Z') }),
  fc.integer({ min: at('2025-01-01T00:00:00Z'), max: at('2027-01-01T00:00:00Z') }),
  // Days, as people pick them.
  fc.integer({ min: 0, max: 400 }).map((day) => at('2025-12-01T06:00:00Z') + day * 86_400_000),
  fc.constantFrom(at('0000-01-01T00:00:00Z'), at('2026-03-08T08:00:00Z')),
);
const degrees = (most: number) =>
  fc.double({ min: -most, max: most, noNaN: true }).map((value) => value + 0);

const filters: fc.Arbitrary<IncidentFilter> = fc.record({
  bbox: fc.option(
    fc
      .tuple(degrees(180), degrees(90), degrees(180), degrees(90))
      .map(([west, a, east, b]) => [west, Math.min(a, b), east, Math.max(a, b)] as const),
  ),
  within: fc.option(areasOf(fc.tuple(degrees(180), degrees(90)))),
  datetime: fc.option(
    fc
      .tuple(fc.oneof(instants, fc.constant(-Infinity)), fc.oneof(instants, fc.constant(Infinity)))
      .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })),
  ),
  categories: fc.option(fc.subarray([...CATEGORY_IDS], { minLength: 1 })),
  verifications: fc.option(fc.subarray([...VERIFICATION_IDS], { minLength: 1 })),
  text: fc.option(
    fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .filter((text) => !text.includes('\0') && text.length <= MOST_SEARCH_CHARACTERS),
  ),
  placed: fc.option(fc.boolean()),
  asOf: fc.oneof(instants, fc.constant(Infinity)),
});
