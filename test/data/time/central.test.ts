import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  centralDate,
  centralOffsetMinutes,
  centralWall,
  endOfCentralDate,
  formatCentral,
  formatCentralExact,
  fromCentralWall,
  nextCentral,
  startOfCentral,
  startOfCentralDate,
} from '../../../data/time/central.ts';
import { parseDateTime } from '../../../data/time/rfc3339.ts';

const HOUR = 3_600_000;
const at = (text: string): number => parseDateTime(text) as number;

/** Any instant that a record or a link may name. */
const instants = fc.integer({ min: at('0000-01-01T06:00:00Z'), max: at('9999-12-31T23:59:59Z') });

describe('the city’s offset', () => {
  test.each([
    ['in winter', '2026-01-14T12:00:00Z', -360],
    ['in summer', '2026-07-04T12:00:00Z', -300],
    ['a second before clocks go forward', '2026-03-08T07:59:59Z', -360],
    ['when clocks go forward', '2026-03-08T08:00:00Z', -300],
    ['a second before clocks go back', '2026-11-01T06:59:59Z', -300],
    ['when clocks go back', '2026-11-01T07:00:00Z', -360],
    ['before there was a standard time', '1850-05-01T12:00:00Z', -360],
    ['in the first century', '0050-07-01T12:00:00Z', -360],
  ])('%s', (_when, text, minutes) => {
    expect(centralOffsetMinutes(at(text))).toBe(minutes);
  });
});

describe('the wall clock', () => {
  it('skips 02:30 on 8 March 2026: the offset before the gap gives the instant', () => {
    const instant = fromCentralWall(Date.UTC(2026, 2, 8, 2, 30));
    expect(formatCentral(instant)).toBe('2026-03-08T03:30:00-05:00');
  });

  it('shows 01:30 twice on 1 November 2026: the first is taken', () => {
    const instant = fromCentralWall(Date.UTC(2026, 10, 1, 1, 30));
    expect(formatCentral(instant)).toBe('2026-11-01T01:30:00-05:00');
  });

  it('names every instant that it shows once', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const back = fromCentralWall(centralWall(instant).getTime());
        // In the hour that is shown twice, the first is the answer.
        return back === instant || back === instant - HOUR;
      }),
    );
  });
});

describe('days', () => {
  test.each([
    ['2026-01-14', 24],
    ['2026-03-08', 23],
    ['2026-11-01', 25],
    ['0050-01-01', 24],
  ])('%s lasts %i hours', (date, hours) => {
    expect(endOfCentralDate(date) + 1 - startOfCentralDate(date)).toBe(hours * HOUR);
  });

  it('end a millisecond before the next begins, in Minneapolis, not in UTC', () => {
    expect(endOfCentralDate('2026-01-14')).toBe(at('2026-01-15T06:00:00Z') - 1);
    expect(centralDate(at('2026-01-15T05:59:59Z'))).toBe('2026-01-14');
    expect(centralDate(at('2026-01-15T06:00:00Z'))).toBe('2026-01-15');
  });
});

describe('units', () => {
  test.each([
    ['hour', '2026-01-14T18:50:00-06:00', '2026-01-14T18:00:00-06:00', '2026-01-14T19:00:00-06:00'],
    ['hour', '2026-11-01T01:30:00-05:00', '2026-11-01T01:00:00-05:00', '2026-11-01T01:00:00-06:00'],
    ['day', '2026-03-08T12:00:00-05:00', '2026-03-08T00:00:00-06:00', '2026-03-09T00:00:00-05:00'],
    ['week', '2026-01-14T18:50:00-06:00', '2026-01-12T00:00:00-06:00', '2026-01-19T00:00:00-06:00'],
    ['week', '2026-01-18T23:59:59-06:00', '2026-01-12T00:00:00-06:00', '2026-01-19T00:00:00-06:00'],
    ['week', '2026-01-19T00:00:00-06:00', '2026-01-19T00:00:00-06:00', '2026-01-26T00:00:00-06:00'],
    [
      'month',
      '2026-12-31T23:00:00-06:00',
      '2026-12-01T00:00:00-06:00',
      '2027-01-01T00:00:00-06:00',
    ],
    [
      'month',
      '2026-11-15T00:00:00-06:00',
      '2026-11-01T00:00:00-05:00',
      '2026-12-01T00:00:00-06:00',
    ],
    [
      'month',
      '2024-01-31T00:00:00-06:00',
      '2024-01-01T00:00:00-06:00',
      '2024-02-01T00:00:00-06:00',
    ],
  ] as const)('the %s of %s begins at %s, the next at %s', (unit, text, start, next) => {
    expect(formatCentral(startOfCentral(unit, at(text)))).toBe(start);
    expect(formatCentral(nextCentral(unit, at(text)))).toBe(next);
  });

  it('hold the instant that they are asked for', () => {
    const units = fc.constantFrom(
      'hour' as const,
      'day' as const,
      'week' as const,
      'month' as const,
    );
    fc.assert(
      fc.property(units, instants, (unit, instant) => {
        const start = startOfCentral(unit, instant);
        const next = nextCentral(unit, instant);
        return start <= instant && instant < next && nextCentral(unit, start) === next;
      }),
    );
  });
});

describe('writing', () => {
  it('drops fractions of a second, unless asked to be exact', () => {
    const instant = at('2026-01-14T18:50:00.250-06:00');
    expect(formatCentral(instant)).toBe('2026-01-14T18:50:00-06:00');
    expect(formatCentralExact(instant)).toBe('2026-01-14T18:50:00.250-06:00');
  });

  it('gives a text that reads back as the same instant', () => {
    const all = fc.integer({
      min: at('0000-01-01T00:00:00Z'),
      max: at('9999-12-31T23:59:59.999Z'),
    });
    fc.assert(
      fc.property(all, (instant) => parseDateTime(formatCentralExact(instant)) === instant),
    );
    for (const edge of ['0000-01-01T00:00:00Z', '0000-01-01T05:59:59.999Z', '9999-12-31T23:59:59Z'])
      expect(parseDateTime(formatCentralExact(at(edge)))).toBe(at(edge));
  });
});
