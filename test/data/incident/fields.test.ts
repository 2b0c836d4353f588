import { describe, expect, it, test } from 'vitest';
import * as field from '../../../data/incident/fields.ts';

interface Parser {
  safeParse(value: unknown): { success: boolean; error?: { issues: { message: string }[] } };
}

function takes(schema: Parser, value: unknown): boolean {
  return schema.safeParse(value).success;
}

describe('web addresses', () => {
  test.each([
    'https://example.org',
    'http://example.org/a?b=c#d',
    'HTTPS://EXAMPLE.ORG/',
    'https://example.org:8443/a',
    'https://en.wikipedia.org/wiki/Minneapolis_(city)',
    'https://bücher.example/ä',
  ])('takes %s', (url) => expect(takes(field.webAddress, url)).toBe(true));

  test.each([
    'javascript:alert(1)',
    'JaVa\tScRiPt:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'ftp://example.org',
    '//example.org/a',
    '/a',
    'example.org',
    'https://',
    'https:example.org',
    'https:\\\\example.org',
    'https://user:secret@example.org/',
    'https://user@example.org',
    'https://example.org\\@evil.example',
    'https://example.org/a b',
    'https://example.org/\u202egnp.exe',
    'https://example.org/\u0000',
    'https://exam\u200bple.org/',
    `https://example.org/${'a'.repeat(2000)}`,
    '',
    null,
    7,
  ])('refuses %j', (url) => expect(takes(field.webAddress, url)).toBe(false));
});

it('cuts the blanks off a web address that was pasted', () => {
  expect(field.webAddress.parse(' https://example.org/a\n')).toBe('https://example.org/a');
});

describe('numbers', () => {
  test.each([0, 1, 10_000_000])('takes %d', (count) => {
    expect(takes(field.count, count)).toBe(true);
  });

  test.each([-1, 1.5, 1e300, Number.NaN, Number.POSITIVE_INFINITY, '7', true, null])(
    'refuses %j',
    (count) => expect(takes(field.count, count)).toBe(false),
  );
});

describe('places', () => {
  it('takes a point of two numbers', () => {
    expect(takes(field.point, { type: 'Point', coordinates: [-93.265, 44.9778] })).toBe(true);
  });

  test.each([
    [[44.9778, -93.265]],
    [['-93.265', '44.9778']],
    [[null, null]],
    [[]],
    [[-93.265]],
    [[-93.265, 44.9778, 250]],
    [[[-93.265, 44.9778]]],
    [[Number.POSITIVE_INFINITY, 44.9778]],
    [[181, 0]],
    [{ longitude: -93.265, latitude: 44.9778 }],
  ])('refuses coordinates %j', (coordinates) => {
    expect(takes(field.point, { type: 'Point', coordinates })).toBe(false);
  });

  test.each(['point', '__proto__', 'constructor', 'Polygon', 7])('refuses type %j', (type) => {
    expect(takes(field.point, { type, coordinates: [-93.265, 44.9778] })).toBe(false);
  });
});

describe('closed lists', () => {
  test.each(['__proto__', 'constructor', 'toString', 'Protest', 0, null])(
    'no category is named %j',
    (id) => expect(takes(field.category, id)).toBe(false),
  );

  it('takes no list of one for the one', () => {
    expect(takes(field.category, ['protest'])).toBe(false);
  });

  it('says what is in the list', () => {
    expect(field.timePrecision.safeParse('minute').error?.issues[0]?.message).toBe(
      'Expected one of: exact, hour, day, week, month.',
    );
  });
});

describe('dates', () => {
  it('takes a day only where a day is enough', () => {
    expect(takes(field.dateOrDateTime, '2026-01-14')).toBe(true);
    expect(takes(field.dateTime, '2026-01-14')).toBe(false);
  });

  test.each(['2026-01-14T18:50:00', '2026-02-30T00:00:00Z', '2026', 0, null, 'x'.repeat(1000)])(
    'refuses %j',
    (value) => {
      expect(takes(field.dateTime, value)).toBe(false);
      expect(takes(field.dateOrDateTime, value)).toBe(false);
    },
  );
});

describe('ids', () => {
  test.each(['a', 'shooting-24th-avenue-north', '2026-01-14-a'])('takes %s', (id) => {
    expect(takes(field.identifier, id)).toBe(true);
  });

  test.each(['', '-a', 'A', 'a/b', 'a b', '__proto__', '../a', 'a'.repeat(81), 7])(
    'refuses %j',
    (id) => expect(takes(field.identifier, id)).toBe(false),
  );
});
