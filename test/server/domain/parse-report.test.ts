import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../../server/domain/parse-report.ts';
import { reportInput } from '../made-reports.ts';
import { minneapolis, NOW } from './city.ts';

const parse = (body: unknown) => parseReport(body, { now: NOW, area: minneapolis });

/** A lawful report in which one member is set to a value, or left out where it is undefined. */
function reportWith(path: string, value: unknown): unknown {
  const body: unknown = JSON.parse(JSON.stringify(reportInput()));
  const steps = path.split('/').slice(1);
  const last = steps.pop() ?? '';
  const parent = steps.reduce<unknown>((node, step) => Reflect.get(node as object, step), body);
  if (value === undefined) Reflect.deleteProperty(parent as object, last);
  else Reflect.set(parent as object, last, value);
  return body;
}

function errorsOf(body: unknown): Record<string, string> {
  const parsed = parse(body);
  return parsed.ok
    ? {}
    : Object.fromEntries(parsed.errors.map(({ pointer, message }) => [pointer, message]));
}

describe('a report', () => {
  it('is taken with what was left out filled in, and its position rounded', () => {
    const parsed = parse(reportInput({}, [-93.265012345678, 44.977812345678]));
    expect(parsed.ok && parsed.value.geometry.coordinates).toEqual([-93.265012, 44.977812]);
    expect(parsed.ok && parsed.value.properties).toMatchObject({
      endedAt: null,
      locationBasis: 'Given by the reporter',
      accounts: [],
      sources: [],
    });
  });

  it.each([
    ['null', null],
    ['a list', []],
    ['a text', 'report'],
    ['an empty object', {}],
    ['an object whose type is inherited', Object.create({ type: 'Feature' })],
  ])('is refused as a whole where it is %s', (_, body) => {
    expect(Object.keys(errorsOf(body))).toEqual(['']);
  });

  it.each(['FeatureCollection', 'Point', '__proto__', 'constructor', 5])(
    'is refused for its type %s',
    (type) => {
      expect(Object.keys(errorsOf({ ...reportInput(), type }))).toEqual(['/type']);
    },
  );

  it.each<[string, unknown, string]>([
    ['/geometry', null, '/geometry'],
    ['/geometry', undefined, '/geometry'],
    ['/geometry/type', '__proto__', '/geometry/type'],
    ['/geometry/type', 'point', '/geometry/type'],
    ['/geometry/coordinates', [44.9778, -93.265], '/geometry/coordinates'],
    ['/geometry/coordinates', ['-93.265', '44.9778'], '/geometry/coordinates'],
    ['/geometry/coordinates', [], '/geometry/coordinates'],
    ['/geometry/coordinates', [-93.265, 44.9778, 0, 0, 0], '/geometry/coordinates'],
    ['/geometry/coordinates', [JSON.parse('1e999'), 44.9778], '/geometry/coordinates'],
    ['/geometry/coordinates', {}, '/geometry/coordinates'],
    ['/properties', undefined, '/properties'],
    ['/properties/title', undefined, '/properties/title'],
    ['/properties/category', ['vigil'], '/properties/category'],
    ['/properties/occurredAt', '2999-01-01T00:00:00Z', '/properties/occurredAt'],
    ['/properties/endedAt', '2026-01-10T18:00:00-05:00', '/properties/endedAt'],
    ['/properties/accounts', {}, '/properties/accounts'],
    ['/properties/sources', [{ publisher: 'X', url: 'file:///etc' }], '/properties/sources/0/url'],
    ['/id', 'mine', '/id'],
    ['/properties/verification', 'verified', '/properties/verification'],
    ['/properties/a~b', 1, '/properties'],
  ])('names %s where it is wrong', (path, value, pointer) => {
    expect(Object.keys(errorsOf(reportWith(path, value)))).toEqual([pointer]);
  });

  it('tells all wrong fields at once, and what is missing from what is wrong', () => {
    const body = reportInput({ title: '', crowdSizeHigh: -1 }, [0, 91]);
    Reflect.deleteProperty(body.properties, 'place');
    const errors = errorsOf(body);
    expect(Object.keys(errors).sort()).toEqual([
      '/geometry/coordinates',
      '/properties/crowdSizeHigh',
      '/properties/place',
      '/properties/title',
    ]);
    expect(errors['/properties/place']).toBe('Missing. Expected a text.');
    expect(errors['/properties/title']).toBe('Needs at least one letter or digit.');
  });

  it('must lie in or near the city', () => {
    expect(errorsOf(reportInput({}, [-93.1022, 44.9553]))).toEqual({
      '/geometry/coordinates': expect.stringMatching(
        /^That place is outside Minneapolis by [78](\.\d)? km\. Move the pin or pick a place from the list\.$/,
      ),
    });
    expect(errorsOf(reportInput({}, [0, 0]))['/geometry/coordinates']).toMatch(/by 1\d,\d{3} km/);
  });

  it('does not reach the prototype of anything', () => {
    const text = JSON.stringify(reportInput()).replace(
      '"properties":{',
      '"__proto__":{"polluted":1},"properties":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},',
    );
    const errors = errorsOf(JSON.parse(text));
    expect(Object.keys(errors)).toContain('/properties/constructor');
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('is refused without a long answer, however much is wrong with it', () => {
    const many = Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`key${i}`, i]));
    const long = { ['k'.repeat(100_000)]: 1, '\u202ex': 1 };
    const accounts = Array.from({ length: 20 }, () => ({ a: 1, b: 2, c: 3 }));
    for (const extra of [many, long, { accounts }]) {
      const parsed = parse(reportWith('/properties', { ...reportInput().properties, ...extra }));
      expect(parsed.ok).toBe(false);
      expect(JSON.stringify(parsed).length).toBeLessThan(8000);
    }
  });

  it('is refused without a walk to its bottom, however deep it is', () => {
    let deep: unknown = 1;
    for (let depth = 0; depth < 100_000; depth++) deep = { a: deep };
    expect(Object.keys(errorsOf(reportWith('/properties/title', deep)))).toEqual(['']);
  });

  it('is read or refused, never thrown at, and no error repeats what was sent', () => {
    const secret = 'q7Zx9secret';
    const paths = [
      '/geometry',
      '/geometry/coordinates',
      ...Object.keys(reportInput().properties).map((name) => `/properties/${name}`),
    ];
    const value = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(secret, [secret], { secret }, -1, 1e300, '', '__proto__'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths), value, (path, sent) => {
        const parsed = parse(reportWith(path, sent));
        if (parsed.ok) return;
        expect(parsed.errors.length).toBeGreaterThan(0);
        for (const { pointer, message } of parsed.errors) {
          expect(pointer).toMatch(/^(\/|$)/);
          expect(message).not.toContain(secret);
          expect(message).toMatch(/\.$/);
        }
      }),
      { numRuns: 500 },
    );
  });
});
