import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Corner,
  cornersOf,
  drawnBy,
  move,
  put,
  remove,
  stepBack,
  stepsFrom,
} from '../../client/area/corners.ts';
import { maskOf } from '../../client/area/mask.ts';
import { type Area, MOST_CORNERS } from '../../data/geo/area.ts';
import { areasOf } from '../data/geo/areas.ts';

const SQUARE: readonly Corner[] = [
  [-93.3, 44.9],
  [-93.2, 44.9],
  [-93.2, 45],
  [-93.3, 45],
];

describe('drawing an area', () => {
  it('takes corners to the metre, and undoes step by step whatever was done', () => {
    let steps = stepsFrom(null);
    for (const corner of SQUARE) steps = put(steps, corner);
    steps = move(steps, 1, [-93.1999999, 44.8999999]);
    expect(cornersOf(steps)[1]).toEqual([-93.2, 44.9]);
    steps = remove(steps, 0);
    expect(cornersOf(steps)).toHaveLength(3);
    steps = stepBack(steps);
    expect(cornersOf(steps)).toHaveLength(4);
    for (let step = 0; step < 10; step++) steps = stepBack(steps);
    expect(cornersOf(steps)).toEqual([]);
  });

  it('undoes back to the area that is being changed, and no further', () => {
    const steps = stepsFrom(SQUARE);
    expect(stepBack(put(steps, [-93.25, 45.1]))).toEqual(steps);
    expect(stepBack(steps)).toEqual(steps);
  });

  it('is an area from three corners on, unless lines cross', () => {
    const [a, b, c, d] = SQUARE as [Corner, Corner, Corner, Corner];
    expect(drawnBy([a, b]).kind).toBe('few');
    expect(drawnBy([a, b, c])).toEqual({ kind: 'area', area: [a, b, c] });
    expect(drawnBy([a, c, b, d]).kind).toBe('crossing');
  });

  it('takes no more corners than an area may have', () => {
    let steps = stepsFrom(null);
    for (let corner = 0; corner < MOST_CORNERS + 5; corner++) steps = put(steps, [corner / 1e3, 1]);
    expect(cornersOf(steps)).toHaveLength(MOST_CORNERS);
  });
});

describe('what lies outside a drawn area', () => {
  it('is drawn to the lines by which incidents are counted, which are straight in degrees', () => {
    const corner = fc.tuple(
      fc.double({ min: -93.4, max: -93.1, noNaN: true }),
      fc.double({ min: 44.8, max: 45.1, noNaN: true }),
    );
    fc.assert(
      fc.property(areasOf(corner), (area) => {
        const edge = maskOf(area).features[0]?.geometry.coordinates[1] ?? [];
        expect(edge[0]).toEqual(edge.at(-1));
        for (const [x, y] of edge) {
          expect(distance(area, [x as number, y as number])).toBeLessThan(1e-9);
        }
        const steps = edge.slice(1).map(([, y], at) => Math.abs(Number(y) - Number(edge[at]?.[1])));
        expect(Math.max(...steps)).toBeLessThan(0.0201);
      }),
    );
  });

  it('is nothing where none is drawn', () => {
    expect(maskOf(null).features).toEqual([]);
  });
});

/** Degrees from a point to the nearest line of an area. */
function distance(area: Area, [x, y]: Corner): number {
  const all = area.map(([ax, ay], at) => {
    const [bx, by] = area[(at + 1) % area.length] as Corner;
    const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2);
    const part = Math.max(0, Math.min(1, along));
    return Math.hypot(ax + (bx - ax) * part - x, ay + (by - ay) * part - y);
  });
  return Math.min(...all);
}
