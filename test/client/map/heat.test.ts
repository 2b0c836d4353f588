import { describe, expect, it } from 'vitest';
import type { ViewFeature } from '../../../client/api/answer.ts';
import { heatPoints, RADIUS_PX } from '../../../client/map/heat.ts';
import { finer } from '../../../client/map/viewport.ts';
import { latitudeAt, longitudeAt, mercatorX, mercatorY } from '../../../data/view/mercator.ts';

const ZOOM = 12.9;
const WORLD_PX = 512 * 2 ** ZOOM;
/** Pixels of the world, in the middle of the city. */
const MIDDLE = { x: mercatorX(-93.265) * WORLD_PX, y: mercatorY(44.972) * WORLD_PX };

type Place = readonly [right: number, down: number];

function positionAt([right, down]: Place): [number, number] {
  return [longitudeAt((MIDDLE.x + right) / WORLD_PX), latitudeAt((MIDDLE.y + down) / WORLD_PX)];
}

function cluster(place: Place, count: number, imprecise = 0): ViewFeature {
  return {
    type: 'Feature',
    id: `c${place}`,
    geometry: { type: 'Point', coordinates: positionAt(place) },
    properties: {
      cluster: true,
      point_count: count,
      point_count_abbreviated: count,
      categories: { protest: count },
      verifications: { verified: count },
      imprecise,
      expansion_zoom: 20,
    },
  };
}

/** How deep MapLibre's layer colours a place: 1 is full. */
function depthAt(features: readonly ViewFeature[], [right, down]: Place): number {
  const pixelMeters = (111_195 * 360 * Math.cos((44.972 * Math.PI) / 180)) / WORLD_PX;
  return heatPoints(features, ZOOM, 14).features.reduce((sum, { geometry, properties }) => {
    const [longitude = 0, latitude = 0] = geometry.coordinates;
    const away = Math.hypot(
      mercatorX(longitude) * WORLD_PX - MIDDLE.x - right,
      mercatorY(latitude) * WORLD_PX - MIDDLE.y - down,
    );
    const radius = Math.max(RADIUS_PX, (properties?.meters ?? 0) / pixelMeters);
    return sum + (properties?.weight ?? 0) * 0.3989 * Math.exp(-0.5 * ((3 * away) / radius) ** 2);
  }, 0);
}

describe('the heat map', () => {
  it('shows no grid where as many lie in every cell', () => {
    const cellPx = 64 * 2 ** (ZOOM - 14);
    const steps = Array.from({ length: 13 }, (_, step) => (step - 6) * cellPx);
    const features = steps.flatMap((x) => steps.map((y) => cluster([x, y], 50)));
    const onCell = depthAt(features, [0, 0]);
    expect(onCell).toBeGreaterThan(0.8);
    for (const place of [
      [cellPx / 2, 0],
      [cellPx / 2, cellPx / 2],
    ] as const) {
      expect(depthAt(features, place) / onCell).toBeGreaterThan(0.9);
    }
  });

  it('is deepest, and full, where most lie, and in step with how many they are', () => {
    const features = [cluster([0, 0], 100), cluster([300, 0], 50), cluster([0, 300], 10)];
    expect(depthAt(features, [0, 0])).toBeCloseTo(1, 2);
    expect(depthAt(features, [300, 0])).toBeCloseTo(0.5, 2);
    expect(depthAt(features, [0, 300])).toBeCloseTo(0.1, 2);
  });

  it('makes no centre of one incident alone', () => {
    expect(depthAt([cluster([0, 0], 1)], [0, 0])).toBeLessThan(0.3);
  });

  it('spreads what is known no closer than an area over the area', () => {
    const sure: Place = [-400, 0];
    const unsure: Place = [400, 0];
    const features = [cluster(sure, 20), cluster(unsure, 20, 20)];
    const middle = depthAt(features, unsure);
    expect(middle).toBeLessThan(0.9 * depthAt(features, sure));
    const beside = depthAt(features, [440, 0]) / middle;
    expect(beside).toBeGreaterThan(depthAt(features, [-360, 0]) / depthAt(features, sure));
  });

  it('asks for smaller cells of the same part of the map', () => {
    const bbox = [-93.4, 44.8, -93.1, 45.1] as const;
    expect(finer({ zoom: 12, bbox })).toEqual({ zoom: 14, bbox });
    expect(finer({ zoom: 20, bbox })).toEqual({ zoom: 20, bbox });
  });
});
