import { describe, expect, it } from 'vitest';
import type { ViewFeature } from '../../client/api/answer.ts';
import { cameraOf, viewportOf } from '../../client/map/first-camera.ts';

const SIZE = { width: 412, height: 823 };
const COVERED = { top: 60, bottom: 120 };

function cluster(longitude: number, latitude: number): ViewFeature {
  return {
    type: 'Feature',
    id: `${longitude}/${latitude}`,
    geometry: { type: 'Point', coordinates: [longitude, latitude] },
    properties: {
      cluster: true,
      point_count: 2,
      point_count_abbreviated: 2,
      categories: {},
      verifications: {},
      imprecise: 0,
      expansion_zoom: 12,
    },
  };
}

describe('where the map opens', () => {
  it('is on all incidents, clear of what covers the map', () => {
    const corners = [cluster(-93.33, 44.9), cluster(-93.2, 45.05)];
    const camera = cameraOf(corners, SIZE, COVERED);
    const [west, south, east, north] = viewportOf(camera, SIZE, COVERED).bbox;
    expect([west < -93.33, south < 44.9, east > -93.2, north > 45.05]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(camera.zoom).toBeGreaterThan(10);
    expect(camera.longitude).toBeCloseTo(-93.265, 3);
  });

  it('is no closer than streets about one incident, and on the city where there is none', () => {
    expect(cameraOf([cluster(-93.27, 44.97)], SIZE, COVERED).zoom).toBeLessThanOrEqual(16);
    expect(cameraOf([], SIZE, COVERED)).toMatchObject({ zoom: 10.6 });
  });

  it('holds on a page that has no room for a map', () => {
    const { zoom, latitude } = cameraOf([cluster(-93.27, 44.97)], { width: 0, height: 0 }, COVERED);
    expect(zoom).toBe(8);
    expect(Number.isFinite(latitude)).toBe(true);
  });
});
