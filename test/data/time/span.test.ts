import { describe, expect, it, test } from 'vitest';
import { formatCentral } from '../../../data/time/central.ts';
import { parseDateTime } from '../../../data/time/rfc3339.ts';
import { knownInstant, latestInstant, parseDatetime } from '../../../data/time/span.ts';

const at = (text: string): number => parseDateTime(text) as number;

describe('the latest moment an incident may have gone on', () => {
  const began = at('2026-03-07T18:00:00-06:00');

  test.each([
    ['exact', '2026-03-07T18:00:00-06:00'],
    ['hour', '2026-03-07T18:59:59-06:00'],
    ['day', '2026-03-07T23:59:59-06:00'],
    ['week', '2026-03-08T23:59:59-05:00'],
    ['month', '2026-03-31T23:59:59-05:00'],
  ] as const)('known to the %s: %s', (precision, latest) => {
    expect(formatCentral(latestInstant(began, null, precision))).toBe(latest);
  });

  it('is the end, where it is known', () => {
    const ended = at('2026-03-07T20:00:00-06:00');
    expect(latestInstant(began, ended, 'month')).toBe(ended);
  });
});

describe('from when something dated is known', () => {
  it('a date alone: the end of that day in Minneapolis', () => {
    expect(knownInstant('2026-01-14')).toBe(at('2026-01-15T06:00:00Z') - 1);
  });

  it('a moment: that moment', () => {
    expect(knownInstant('2026-01-14T20:00:00Z')).toBe(at('2026-01-14T20:00:00Z'));
  });

  test.each(['2026-01', '2026-02-30', 'today', ''])('nothing else: %j', (text) => {
    expect(knownInstant(text)).toBeNull();
  });
});

describe('datetime', () => {
  const first = at('2026-01-01T00:00:00Z');
  const second = at('2026-02-01T00:00:00Z');

  test.each([
    ['2026-01-01T00:00:00Z', first, first],
    ['2026-01-01T00:00:00Z/2026-02-01T00:00:00Z', first, second],
    ['2026-01-01T00:00:00Z/2026-01-01T00:00:00Z', first, first],
    ['2026-01-01T00:00:00Z/..', first, Infinity],
    ['2026-01-01T00:00:00Z/', first, Infinity],
    ['../2026-02-01T00:00:00Z', -Infinity, second],
    ['/2026-02-01T00:00:00Z', -Infinity, second],
    ['../..', -Infinity, Infinity],
    ['2026-01-14', at('2026-01-14T06:00:00Z'), at('2026-01-15T06:00:00Z') - 1],
    // As GDAL sends a day.
    ['2026-01-14T', at('2026-01-14T06:00:00Z'), at('2026-01-15T06:00:00Z') - 1],
    ['2026-01-14T/..', at('2026-01-14T06:00:00Z'), Infinity],
    ['2026-03-07/2026-03-08', at('2026-03-07T06:00:00Z'), at('2026-03-09T05:00:00Z') - 1],
  ])('%s', (text, from, to) => expect(parseDatetime(text)).toEqual({ from, to }));

  test.each([
    '',
    '/',
    '..',
    'yesterday',
    '2026-01-01T00:00:00Z 2026-02-01T00:00:00Z',
    '2026-01-01T00:00:00Z/P1D',
    '2026-01-01T00:00:00Z/../..',
    '2026-02-01T00:00:00Z/2026-01-01T00:00:00Z',
    '2026-01-15/2026-01-14',
    '2026-02-30/..',
    '2026-01-01T00:00:00/..',
  ])('refuses %j', (text) => expect(parseDatetime(text)).toBeNull());
});
