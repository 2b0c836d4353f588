import { describe, expect, it } from 'vitest';
import { extentOf, snapViewport } from '../../client/map/viewport.ts';
import { FILLS } from '../../client/marks/anatomy.ts';
import { abbreviated, clusterDiameter, familyShares } from '../../client/marks/cluster.ts';
import { GLYPHS } from '../../client/marks/glyphs.ts';
import type { Bbox } from '../../data/geo/bbox.ts';
import { CATEGORY_IDS } from '../../data/vocabulary/categories.ts';
import { VERIFICATION_IDS } from '../../data/vocabulary/verifications.ts';

describe('marks', () => {
  it('have a glyph of their own for each category, and a fill for each verification', () => {
    const drawn = CATEGORY_IDS.map((id) => JSON.stringify(GLYPHS[id]));
    expect(new Set(drawn).size).toBe(CATEGORY_IDS.length);
    const fills = VERIFICATION_IDS.map((id) => JSON.stringify(FILLS[id]));
    expect(new Set(fills).size).toBe(VERIFICATION_IDS.length);
  });
});

describe('clusters', () => {
  it('grow in area with √count, from 28 to 64 px', () => {
    expect(clusterDiameter(2, 100)).toBe(28);
    expect(clusterDiameter(32, 100)).toBe(56);
    expect(clusterDiameter(100, 100)).toBe(64);
  });

  it.each([20_000, 1_000_000, 10_000_000])(
    'still tells more from fewer on a map of %i',
    (total) => {
      const sizes = [0.0001, 0.001, 0.01, 0.1].map((part) => clusterDiameter(part * total, total));
      expect(new Set(sizes).size).toBeGreaterThanOrEqual(3);
      expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
      expect(Math.max(...sizes)).toBeLessThanOrEqual(64);
    },
  );

  it.each([
    [7, '7'],
    [999, '999'],
    [1000, '1k'],
    [1234, '1.2k'],
    [9950, '10k'],
    [34_123, '34k'],
    [999_499, '999k'],
    [999_500, '1M'],
    [1_100_000, '1.1M'],
    [12_000_000, '12M'],
  ])('say %i as %s', (count, words) => {
    expect(abbreviated(count)).toBe(words);
  });

  it('add categories up by family', () => {
    expect(familyShares({ vigil: 1, protest: 2, shooting: 1 })).toEqual([
      { family: 'gathering', count: 3 },
      { family: 'violence', count: 1 },
    ]);
  });
});

describe('the viewport', () => {
  const seen: Bbox = [-93.33, 44.89, -93.19, 45.05];

  it('holds all that is seen', () => {
    const { bbox } = snapViewport(seen, 11.4);
    expect(bbox[0]).toBeLessThanOrEqual(seen[0]);
    expect(bbox[1]).toBeLessThanOrEqual(seen[1]);
    expect(bbox[2]).toBeGreaterThanOrEqual(seen[2]);
    expect(bbox[3]).toBeGreaterThanOrEqual(seen[3]);
  });

  it('stays the same for a small move, so that nothing new is asked for', () => {
    const nudged: Bbox = [-93.3301, 44.8901, -93.1901, 45.0501];
    expect(snapViewport(nudged, 11.9)).toEqual(snapViewport(seen, 11.4));
  });

  it('asks for whole zooms from 0 to 20', () => {
    expect(snapViewport(seen, 20.6).zoom).toBe(20);
    expect(snapViewport([-180, -85, 180, 85], -1).zoom).toBe(0);
  });
});

describe('where the map opens', () => {
  it('holds whole areas, and shows the streets about a single point', () => {
    expect(extentOf([])).toBeNull();
    const [west, , east] = extentOf([{ position: [-93.27, 44.97], radiusMeters: 0 }]) ?? [0, 0, 0];
    expect(east - west).toBeCloseTo(0.01);
    const [, south, , north] = extentOf([{ position: [-93.27, 44.97], radiusMeters: 2000 }]) ?? [
      0, 0, 0, 0,
    ];
    expect((north - south) * 111_195).toBeCloseTo(4000, 0);
  });
});
