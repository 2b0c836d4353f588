import { describe, expect, it } from 'vitest';
import type { ClusterFeature } from '../../../client/api/answer.ts';
import { apartOf } from '../../../client/map/drawn-feature.ts';
import { spreadOut } from '../../../client/map/follow-spread.ts';
import { allPlaces, MOST_SPREAD, nameOf, ringOf } from '../../../client/map/ring.ts';
import { cellOf } from '../../../client/map/viewport.ts';
import { bboxHas } from '../../../data/geo/bbox.ts';
import { incident } from '../made-answer.ts';

const MARK_PX = 34;

function cluster(id: string, count: number): ClusterFeature {
  return {
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: [-93.27, 44.97] },
    properties: {
      cluster: true,
      point_count: count,
      point_count_abbreviated: count,
      categories: { protest: count },
      verifications: { unverified: count },
      imprecise: 0,
      expansion_zoom: 21,
    },
  };
}

describe('incidents of one point', () => {
  it('take the place of their cluster, each as itself, at the point where they are', () => {
    const members = new Map([['one', [incident('a'), incident('b')]]]);
    const drawn = spreadOut([cluster('one', 2), cluster('two', 3)], members);
    expect(drawn.map(({ id }) => id)).toEqual(['a', 'b', 'two']);
    expect(drawn.every(({ geometry }) => geometry.coordinates[0] === -93.27)).toBe(true);
    expect(apartOf(drawn[0] as never)).not.toEqual(apartOf(drawn[1] as never));
    expect(apartOf(drawn[2] as never)).toEqual([0, 0]);
  });

  it('stay a cluster where not all of them are known', () => {
    const drawn = spreadOut([cluster('one', 3)], new Map([['one', [incident('a')]]]));
    expect(drawn.map(({ id }) => id)).toEqual(['one']);
  });

  it('stand clear of each other, however many', () => {
    for (let count = 2; count <= MOST_SPREAD; count++) {
      const ring = ringOf(count);
      for (const [i, [x, y]] of ring.entries()) {
        for (const [otherX, otherY] of ring.slice(i + 1)) {
          expect(Math.hypot(x - otherX, y - otherY)).toBeGreaterThan(MARK_PX);
        }
        expect(allPlaces().get(nameOf([x, y]))).toEqual([x, y]);
      }
    }
  });
});

describe('the cell of a point', () => {
  it('holds the point, is some metres wide, and is one of those that lie side by side', () => {
    const [longitude, latitude] = [-93.2624, 44.9483];
    const [west, south, east, north] = cellOf(longitude, latitude);
    expect(bboxHas([west, south, east, north], longitude, latitude)).toBe(true);
    expect((east - west) * 78_800).toBeLessThan(4);
    const next = cellOf(east + 1e-6, latitude);
    // No position has a decimal between them.
    expect(Math.round((next[0] - east) * 1e7)).toBe(1);
    expect([next[1], next[3]]).toEqual([south, north]);
  });
});
