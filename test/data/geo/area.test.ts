import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type Area, areaOf, MOST_CORNERS, readArea, writeArea } from '../../../data/geo/area.ts';
import { AreaLookup } from '../../../data/geo/area-lookup.ts';
import { areasOf, plainlyHas } from './areas.ts';

const TRIANGLE: Area = [
  [-93.3, 44.9],
  [-93.2, 44.9],
  [-93.2, 45],
];

describe('reading an area', () => {
  test.each([
    ['closed', 'POLYGON((-93.3 44.9,-93.2 44.9,-93.2 45,-93.3 44.9))'],
    ['not closed', 'POLYGON((-93.3 44.9,-93.2 44.9,-93.2 45))'],
    ['with blanks', '  polygon ( ( -93.3  44.9 , -93.2 44.9 ,\n-93.2 45.0 ) ) '],
    ['with a corner twice', 'POLYGON((-93.3 44.9,-93.2 44.9,-93.2 44.9,-93.2 45))'],
    ['with more decimals', 'POLYGON((-93.30000001 44.9,-93.2 4.49e1,-93.19999999999 45))'],
  ])('takes a ring %s', (_, text) => expect(readArea(text)).toEqual(TRIANGLE));

  test.each([
    ['two corners', 'POLYGON((-93.3 44.9,-93.2 44.9,-93.3 44.9))', 'this has 2 corners'],
    ['one corner', 'POLYGON((-93.3 44.9))', 'this has one corner'],
    ['201 corners', round(201), 'this has 201 corners'],
    ['a bow', 'POLYGON((0 0,1 1,1 0,0 1))', 'the lines of corners 1–2 and 3–4 meet'],
    ['a ring that touches itself', 'POLYGON((0 0,2 0,2 2,1 0,0 2))', '1–2 and 3–4 meet'],
    ['a line there and back', 'POLYGON((0 0,1 1,2 2))', 'meet'],
    ['a spike', 'POLYGON((0 0,2 0,2 2,2 1,0 1))', '2–3 and 3–4 meet'],
    ['NaN', 'POLYGON((NaN 44.9,-93.2 44.9,-93.2 45))', 'corner 1 is not two numbers'],
    ['Infinity', 'POLYGON((0 0,1e999 1,1 1))', 'corner 2 is not two numbers'],
    ['longitude 200', 'POLYGON((0 0,200 1,1 1))', 'corner 2 is not two numbers within ±180'],
    ['latitude −91', 'POLYGON((0 0,1 1,1 -91))', 'corner 3 is not two numbers'],
    ['heights', 'POLYGON((0 0 5,1 1 5,1 0 5))', 'corner 1 is not two numbers'],
    ['a trailing comma', 'POLYGON((0 0,1 1,1 0,))', 'corner 4 is not two numbers'],
    ['a hole', 'POLYGON((0 0,9 0,9 9),(1 1,2 1,2 2))', 'this has more than one ring'],
    ['MULTIPOLYGON', 'MULTIPOLYGON(((0 0,1 1,1 0)))', 'this is no POLYGON'],
    ['a point', 'POINT(1 1)', 'this is no POLYGON'],
    ['garbage', '; DROP TABLE versions', 'this is not of that form'],
    ['GeoJSON', '{"type":"Polygon"}', 'this is not of that form'],
    ['nothing', '', 'this is empty'],
    ['an empty polygon', 'POLYGON EMPTY', 'this is not of that form'],
    ['an empty ring', 'POLYGON(())', 'corner 1 is not two numbers'],
    ['10 kB', `POLYGON((${'0 0,'.repeat(2500)}1 1))`, 'in at most 8000 characters; this has 10014'],
  ])('says what is wrong with %s', (_, text, words) => {
    expect(readArea(text)).toMatch(/^Expected POLYGON\(\(lon lat, lon lat, …\)\)/);
    expect(readArea(text)).toContain(words);
  });

  it('takes as many corners as it says', () => {
    expect(readArea(round(MOST_CORNERS))).toHaveLength(MOST_CORNERS);
  });

  it('gives back what an area was written as', () => {
    fc.assert(
      fc.property(areasOf(anywhere), (area) => {
        expect(readArea(writeArea(area))).toEqual(area);
      }),
    );
  });

  it('refuses a star once two of its lines are made to cross', () => {
    const stars = fc
      .integer({ min: 5, max: 60 })
      .chain((corners) => fc.tuple(fc.constant(corners), fc.integer({ min: 1, max: corners - 2 })));
    fc.assert(
      fc.property(stars, ([corners, swapped]) => {
        const star = Array.from({ length: corners }, (_, i): [number, number] => {
          const turn = (2 * Math.PI * i) / corners;
          return [Math.cos(turn), Math.sin(turn)];
        });
        expect(areaOf(star)).toHaveLength(corners);
        const [a, b] = [star[swapped], star[swapped + 1]];
        star.splice(swapped, 2, b as [number, number], a as [number, number]);
        expect(areaOf(star)).toContain('meet');
      }),
    );
  });
});

describe('what an area holds', () => {
  const bay: Area = [
    [0, 0],
    [4, 0],
    [4, 4],
    [2, 1],
    [0, 4],
  ];
  test.each([
    ['inside', 1, 1, true],
    ['on a corner', 4, 4, true],
    ['on the corner of a bay', 2, 1, true],
    ['on a slanting edge', 3, 2.5, true],
    ['1 cm off it', 3, 2.5000001, false],
    ['on a level edge', 2, 0, true],
    ['in the bay', 2, 2, false],
    ['level with a corner, inside', 1, 0.0000001, true],
    ['level with the bay', 3.9, 1, true],
    ['west of a corner, at its height', -1, 4, false],
    ['far away', 80, 80, false],
  ])('%s', (_, x, y, has) => expect(new AreaLookup(bay).has(x, y)).toBe(has));

  it('is what a count without rounding says, for any area and any point', () => {
    const cases = areasOf(anywhere).chain((area) =>
      fc.tuple(fc.constant(area), fc.array(pointsAbout(area), { minLength: 20, maxLength: 60 })),
    );
    fc.assert(
      fc.property(cases, ([area, points]) => {
        const drawn = new AreaLookup(area);
        for (const point of points) {
          expect([point, drawn.has(...point)]).toEqual([point, plainlyHas(area, point)]);
        }
      }),
      { numRuns: 500 },
    );
  });
});

type Point = readonly [longitude: number, latitude: number];

const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
/** The world, the city, ten metres of it, and a few whole degrees. */
const anywhere: fc.Arbitrary<Point> = fc.oneof(
  fc.tuple(degrees(180), degrees(90)),
  fc.tuple(degrees(0.2), degrees(0.1)).map(([x, y]) => [x - 93.26, y + 44.98] as const),
  fc.tuple(degrees(0.0001), degrees(0.0001)).map(([x, y]) => [x - 93.26, y + 44.98] as const),
  fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 3 })),
);

/** Corners, points on lines and beside them, points level with corners, and any. */
function pointsAbout(area: Area): fc.Arbitrary<Point> {
  const corner = fc.nat({ max: area.length - 1 });
  const onLine = fc.tuple(corner, fc.double({ min: 0, max: 1, noNaN: true })).map(([at, part]) => {
    const [[ax, ay], [bx, by]] = [area[at], area[(at + 1) % area.length]] as [Point, Point];
    return [ax + (bx - ax) * part, ay + (by - ay) * part] as const;
  });
  const level = fc
    .tuple(corner, corner)
    .map(([a, b]): Point => [(area[a] as Point)[0], (area[b] as Point)[1]]);
  const beside = fc
    .tuple(
      fc.oneof(onLine, level),
      fc.integer({ min: -2, max: 2 }),
      fc.integer({ min: -2, max: 2 }),
    )
    .map(([[x, y], east, north]) => [x + east / 1e7, y + north / 1e7] as const);
  return fc.oneof(onLine, level, beside, anywhere);
}

function round(corners: number): string {
  const list = Array.from({ length: corners }, (_, i) => {
    const turn = (2 * Math.PI * i) / corners;
    return `${Math.cos(turn).toFixed(5)} ${Math.sin(turn).toFixed(5)}`;
  });
  return `POLYGON((${list.join(',')}))`;
}
