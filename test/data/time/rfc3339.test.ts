import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isDate, parseDateTime } from '../../../data/time/rfc3339.ts';

describe('isDate', () => {
  test.each(['2026-01-14', '2024-02-29', '2000-02-29', '0000-01-01', '9999-12-31', '0050-06-30'])(
    'takes %s',
    (text) => expect(isDate(text)).toBe(true),
  );

  test.each([
    '2026-02-30',
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-14',
    '26-01-14',
    '10000-01-01',
    '2026-01-14 ',
    '2026-01-14T00:00:00Z',
    '01/14/2026',
    '',
  ])('refuses %j', (text) => expect(isDate(text)).toBe(false));
});

describe('parseDateTime', () => {
  test.each([
    ['2026-01-14T18:50:00-06:00', Date.UTC(2026, 0, 15, 0, 50)],
    ['2026-07-01T12:00:00+05:30', Date.UTC(2026, 6, 1, 6, 30)],
    ['2026-01-14t18:50:00z', Date.UTC(2026, 0, 14, 18, 50)],
    ['2026-01-14T18:50:00.25Z', Date.UTC(2026, 0, 14, 18, 50, 0, 250)],
    ['2026-01-14T18:50:00.123456789Z', Date.UTC(2026, 0, 14, 18, 50, 0, 123)],
    ['1969-12-31T23:59:59Z', -1000],
  ])('reads %s', (text, instant) => expect(parseDateTime(text)).toBe(instant));

  it('counts a leap second as the second after it', () => {
    expect(parseDateTime('2016-12-31T23:59:60Z')).toBe(Date.UTC(2017, 0, 1));
  });

  test.each([
    '2026-01-14T18:50:00',
    '2026-01-14 18:50:00Z',
    '2026-01-14T24:00:00Z',
    '2026-01-14T18:60:00Z',
    '2026-01-14T18:50:61Z',
    '2026-01-14T18:50Z',
    '2026-02-30T12:00:00Z',
    '2026-01-14T18:50:00+99:00',
    '2026-01-14T18:50:00-0600',
    '2026-01-14T18:50:00.Z',
    '+012026-01-14T18:50:00Z',
    '0000-01-01T00:00:00+10:00',
    '9999-12-31T23:59:59-12:00',
    'yesterday',
    '',
  ])('refuses %j', (text) => expect(parseDateTime(text)).toBeNull());

  it('reads back every instant that a Date can write in four-digit years', () => {
    const instants = fc.date({
      min: new Date('0000-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (date) => parseDateTime(date.toISOString()) === date.getTime()),
    );
  });
});
