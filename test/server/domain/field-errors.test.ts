import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { publishRequest, rejectRequest } from '../../../server/domain/desk-requests.ts';
import { jsonPointer, parseWith } from '../../../server/domain/field-errors.ts';

describe('a JSON pointer', () => {
  // The examples of RFC 6901 §5.
  it.each([
    [[], ''],
    [['foo', 0], '/foo/0'],
    [[''], '/'],
    [['a/b'], '/a~1b'],
    [['m~n'], '/m~0n'],
  ])('of %j is %j', (path, pointer) => {
    expect(jsonPointer(path)).toBe(pointer);
  });
});

describe("a moderator's request", () => {
  it('is read with its message trimmed, or null where there is none', () => {
    expect(parseWith(rejectRequest, { revision: 1, message: ' Which day? ' })).toEqual({
      ok: true,
      value: { revision: 1, message: 'Which day?' },
    });
    expect(parseWith(rejectRequest, { revision: 2 })).toMatchObject({ value: { message: null } });
  });

  it.each([
    [null, ''],
    [{}, '/revision'],
    [{ revision: 0 }, '/revision'],
    [{ revision: '1' }, '/revision'],
    [{ revision: 1, by: 'Grace' }, '/by'],
  ])('%j is wrong at %j', (body, pointer) => {
    const parsed = parseWith(publishRequest, body);
    expect(parsed.ok ? [] : parsed.errors.map((error) => error.pointer)).toEqual([pointer]);
  });
});

describe('what would be right', () => {
  const schema = z.strictObject({
    type: z.literal('Feature'),
    language: z.enum(['en', 'so']),
    count: z.int(),
    feature: z.unknown(),
  });

  it.each([
    [{ language: 'xx' }, '/language', 'Expected one of: en, so.'],
    [{ type: 'Point' }, '/type', 'Expected "Feature".'],
    [{ count: 'x' }, '/count', 'Expected number.'],
    [{ feature: undefined }, '/feature', 'Missing. Expected a value.'],
  ])('is said of %j in plain words', (wrong, pointer, message) => {
    const right = { type: 'Feature', language: 'en', count: 1, feature: null };
    const parsed = parseWith(schema, JSON.parse(JSON.stringify({ ...right, ...wrong })));
    expect(parsed).toMatchObject({ ok: false, errors: [{ pointer, message }] });
  });
});
