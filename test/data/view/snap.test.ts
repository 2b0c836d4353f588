import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bboxHas } from '../../../data/geo/bbox.ts';
import { readFilter, writeFilter } from '../../../data/query/filter.ts';
import { snapBbox } from '../../../data/view/snap.ts';
import { cellOf } from './brute-force.ts';

const degrees = (least: number, most: number) =>
  fc.integer({ min: least * 1e7, max: most * 1e7 }).map((n) => n / 1e7);

/** A cell's corner, and places a ten-millionth of a degree around it. */
const nearSeam = fc
  .record({
    zoom: fc.integer({ min: 8, max: 20 }),
    longitude: degrees(-100, -90),
    latitude: degrees(40, 50),
    east: fc.integer({ min: -3, max: 3 }),
    north: fc.integer({ min: -3, max: 3 }),
  })
  .map(({ zoom, longitude, latitude, east, north }) => {
    const [west, south] = snapBbox([longitude, latitude, longitude, latitude], zoom);
    const at = (degree: number, steps: number): number => Number((degree + steps / 1e7).toFixed(7));
    return {
      zoom,
      inside: [longitude, latitude] as const,
      place: [at(west, east), at(south, north)] as const,
    };
  });

describe('a snapped box', () => {
  test('of a point holds what is in its cell, to the last decimal of a position, and nothing else', () => {
    fc.assert(
      fc.property(nearSeam, ({ zoom, inside, place }) => {
        const [longitude, latitude] = inside;
        const box = snapBbox([longitude, latitude, longitude, latitude], zoom);
        expect(bboxHas(box, ...place)).toBe(cellOf(place, zoom) === cellOf(inside, zoom));
        expect(bboxHas(box, ...inside)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test('stays the same while a person pans within a cell', () => {
    const first = snapBbox([-93.3, 44.95, -93.2, 45.0], 12);
    expect(snapBbox([-93.3001, 44.9501, -93.2001, 45.0001], 12)).toEqual(first);
  });

  test('is sent and read without a change', () => {
    const bbox = snapBbox([-93.312345678, 44.9, -93.2, 45.01], 13);
    const sent = new Map(writeFilter({ bbox }));
    expect(readFilter((name) => sent.get(name)).filter.bbox).toEqual(bbox);
  });

  test('crosses 180° where the viewport does, however it says so', () => {
    const [west, , east] = snapBbox([170, -10, 190, 10], 4);
    expect(west).toBeGreaterThan(east);
    expect(snapBbox([170, -10, -170, 10], 4)).toEqual(snapBbox([170, -10, 190, 10], 4));
    expect(snapBbox([-190, -10, -170, 10], 4)).toEqual(snapBbox([170, -10, 190, 10], 4));
  });

  test('is the whole world where the viewport is wider than that', () => {
    expect(snapBbox([-300, -89, 300, 89], 0)).toEqual([-180, -90, 180, 90]);
  });
});
