import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { geojsonProblems } from '../../../data/geo/geojson.ts';

const point = (...coordinates: unknown[]) => ({ type: 'Point', coordinates });
const feature = (geometry: unknown, rest = {}) => ({
  type: 'Feature',
  geometry,
  properties: {},
  ...rest,
});
const SQUARE = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 0],
];
const pathsOf = (value: unknown): string[] =>
  geojsonProblems(value).map(({ path }) => path.join('/'));

describe('GeoJSON that is taken', () => {
  it.each([
    ['a Point', point(-93.265, 44.978)],
    ['a Point with a height', point(-93.265, 44.978, 260)],
    ['a MultiPoint', { type: 'MultiPoint', coordinates: [[0, 0]] }],
    ['a LineString', { type: 'LineString', coordinates: SQUARE }],
    ['a MultiLineString', { type: 'MultiLineString', coordinates: [SQUARE, SQUARE] }],
    ['a Polygon', { type: 'Polygon', coordinates: [SQUARE] }],
    ['a MultiPolygon', { type: 'MultiPolygon', coordinates: [[SQUARE], [SQUARE]] }],
    ['a GeometryCollection', { type: 'GeometryCollection', geometries: [point(0, 0)] }],
    ['a Feature', feature(point(0, 0), { id: 'a', bbox: [0, 0, 0, 0] })],
    ['a Feature without a place', feature(null, { properties: null, id: 7 })],
    ['a FeatureCollection', { type: 'FeatureCollection', features: [feature(point(180, -90))] }],
    ['members of other standards', feature(point(0, 0), { crs: 'x', links: [] })],
  ])('is %s', (_, value) => {
    expect(geojsonProblems(value)).toEqual([]);
  });
});

describe('GeoJSON that is refused', () => {
  it.each(['__proto__', 'constructor', 'toString', 'point', 'Geometry', 5, null, ['Point']])(
    'by its type: %j',
    (type) => {
      const value = { type, coordinates: [0, 0], geometry: null, properties: null };
      expect(pathsOf(value)).toEqual(['type']);
      expect(pathsOf(feature(value))).toEqual(['geometry/type']);
    },
  );

  it.each([
    ['no object', 'text'],
    ['a list', []],
    ['null', null],
  ])('as %s', (_, value) => {
    expect(pathsOf(value)).toEqual(['']);
  });

  it('where type or coordinates are only inherited', () => {
    expect(pathsOf(Object.create(point(0, 0)))).toEqual(['type']);
    const inherited = Object.assign(Object.create({ coordinates: [0, 0] }), { type: 'Point' });
    expect(pathsOf(inherited)).toEqual(['coordinates']);
  });

  it.each([
    ['a longitude of 500', [500, 0]],
    ['swapped axes', [44.978, -93.265]],
    ['infinity, as 1e999 is parsed', [JSON.parse('1e999'), 0]],
    ['no number', [Number.NaN, 0]],
    ['texts', ['-93', '44']],
    ['nulls', [null, null]],
    ['five numbers', [0, 0, 0, 0, 0]],
    ['one number', [0]],
    ['nothing', []],
    ['an object', { 0: 0, 1: 0, length: 2 }],
  ])('for a position of %s', (_, coordinates) => {
    expect(pathsOf({ type: 'Point', coordinates })).toEqual(['coordinates']);
  });

  it.each([
    ['no rings', { type: 'Polygon', coordinates: [] }, 'coordinates'],
    ['an empty ring', { type: 'Polygon', coordinates: [[]] }, 'coordinates/0'],
    ['a ring of three', { type: 'Polygon', coordinates: [SQUARE.slice(0, 3)] }, 'coordinates/0'],
    [
      'an open ring',
      { type: 'Polygon', coordinates: [SQUARE, [...SQUARE.slice(0, 3), [5, 5]]] },
      'coordinates/1',
    ],
    ['an empty polygon', { type: 'MultiPolygon', coordinates: [[SQUARE], []] }, 'coordinates/1'],
    ['a line of one', { type: 'LineString', coordinates: [[0, 0]] }, 'coordinates'],
    ['a nested point', { type: 'Point', coordinates: [[0, 0]] }, 'coordinates'],
    ['a boolean id', feature(null, { id: true }), 'id'],
    ['properties as a list', feature(null, { properties: [] }), 'properties'],
    ['no properties', { type: 'Feature', geometry: null }, 'properties'],
    ['no geometry', { type: 'Feature', properties: {} }, 'geometry'],
    ['a short bbox', { ...point(0, 0), bbox: [0, 0] }, 'bbox'],
    ['no features', { type: 'FeatureCollection' }, 'features'],
    [
      'a geometry among the features',
      { type: 'FeatureCollection', features: [feature(null), point(0, 0)] },
      'features/1/type',
    ],
    [
      'a wrong geometry in a collection',
      { type: 'GeometryCollection', geometries: [point(0, 0), point(0, 99)] },
      'geometries/1/coordinates',
    ],
  ])('for %s', (_, value, path) => {
    expect(pathsOf(value)).toContain(path);
  });

  it('for nesting that would exhaust a stack', () => {
    let lists: unknown = [0, 0];
    let collection: unknown = point(0, 0);
    for (let depth = 0; depth < 100_000; depth++) {
      lists = [lists];
      collection = { type: 'GeometryCollection', geometries: [collection] };
    }
    expect(geojsonProblems({ type: 'Polygon', coordinates: lists })[0]?.message).toMatch(/deeper/);
    expect(geojsonProblems(collection)[0]?.message).toMatch(/deeper/);
  });

  it('for more values than anyone draws', () => {
    const coordinates = Array.from({ length: 60_000 }, () => [0, 0]);
    expect(geojsonProblems({ type: 'MultiPoint', coordinates })[0]?.message).toMatch(/more than/);
  });

  it('with a bounded number of problems that repeat nothing of it', () => {
    const coordinates = Array.from({ length: 1000 }, () => ['secret']);
    const problems = geojsonProblems({ type: 'MultiPoint', coordinates });
    expect(problems).toHaveLength(20);
    expect(JSON.stringify(problems)).not.toContain('secret');
  });
});

it('answers for any JSON value without throwing', () => {
  const types = fc.constantFrom('Point', 'Polygon', 'Feature', 'GeometryCollection', '__proto__');
  const anyGeojson = fc.letrec((tie) => ({
    value: fc.oneof(
      fc.jsonValue(),
      fc.record(
        {
          type: types,
          coordinates: fc.jsonValue(),
          geometries: fc.array(tie('value')),
          geometry: tie('value'),
          properties: fc.jsonValue(),
        },
        { requiredKeys: ['type'] },
      ),
    ),
  })).value;
  fc.assert(
    fc.property(anyGeojson, (value) => {
      for (const { path, message } of geojsonProblems(value)) {
        expect(Array.isArray(path)).toBe(true);
        expect(message).toMatch(/\.$/);
      }
    }),
    { numRuns: 500 },
  );
});
