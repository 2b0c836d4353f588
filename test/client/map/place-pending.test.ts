import { describe, expect, it } from 'vitest';
import type { Marked } from '../../../client/map/features.ts';
import { placePending } from '../../../client/map/place-pending.ts';
import { allPlaces, MOST_SPREAD, nameOf, ringOf } from '../../../client/map/ring.ts';

const MARK_PX = 34;
/** As many as a device remembers. */
const MOST_REPORTS = 20;
const project = () => ({ x: 500, y: 400 });

function report(id: string): Marked {
  const position = [-93.2627, 44.9484] as const;
  const what = { category: 'vigil', verification: 'unverified' } as const;
  return { id, position, ...what, place: 'Lake Street', areaMeters: null };
}

function incident(id: string, apart: readonly [number, number]) {
  const geometry = { type: 'Point', coordinates: [-93.2627, 44.9484] };
  return { type: 'Feature', id, geometry, properties: { cluster: false }, apart } as never;
}

describe('reports of one’s own at one place', () => {
  it('stand clear of each other, and of an incident there, however many', () => {
    const reports = Array.from({ length: MOST_REPORTS }, (_, n) => report(`report ${n}`));
    const placed = placePending(reports, [incident('there', [0, 0])], project);
    const places = [[0, 0] as const, ...placed.map(({ apart }) => apart ?? ([0, 0] as const))];
    for (const [i, [x, y]] of places.entries()) {
      for (const [otherX, otherY] of places.slice(i + 1)) {
        expect(Math.hypot(x - otherX, y - otherY)).toBeGreaterThan(MARK_PX);
      }
    }
    for (const { apart } of placed) expect(allPlaces().get(nameOf(apart ?? [1, 1]))).toBeDefined();
  });

  it('stay where they are while nothing else is there', () => {
    expect(placePending([report('alone')], [], project)).toEqual([report('alone')]);
  });

  it('hide none of each other, though incidents crowd all about them', () => {
    const about = ringOf(MOST_SPREAD).map((apart, n) => incident(`about ${n}`, apart));
    const middle = incident('middle', [0, 0]);
    const reports = ['one', 'two', 'three'].map(report);
    const placed = placePending(reports, [middle, ...about], project);
    expect(new Set(placed.map(({ apart }) => nameOf(apart ?? [0, 0]))).size).toBe(3);
  });
});
