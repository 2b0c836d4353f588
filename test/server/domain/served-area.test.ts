import { describe, expect, it } from 'vitest';
import { servedArea } from '../../../server/domain/served-area.ts';
import { minneapolis } from './city.ts';

describe('the area that reports are taken from', () => {
  it.each([
    ['City Hall', -93.2655, 44.9773],
    ['the Whipple Federal Building, outside the city', -93.1975, 44.8935],
    ['the terminals of the airport, outside the city', -93.2065, 44.882],
  ])('includes %s', (_, longitude, latitude) => {
    expect(minneapolis.kilometersOutside([longitude, latitude])).toBeNull();
  });

  it.each([
    ['the State Capitol in Saint Paul', -93.1022, 44.9553, 8],
    ['null island', 0, 0, 10_400],
    ['the antipodes', 86.7, -45, 20_000],
  ])('tells how far %s is', (_, longitude, latitude, kilometers) => {
    const outside = minneapolis.kilometersOutside([longitude, latitude]) ?? 0;
    expect(outside).toBeGreaterThan(kilometers * 0.85);
    expect(outside).toBeLessThan(kilometers * 1.15);
  });

  it('ends three kilometres from the line', () => {
    const line = {
      type: 'Polygon' as const,
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
          [0, 0],
        ],
      ],
    };
    const square = servedArea({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', geometry: line, properties: { name: 'Square' } }],
    });
    const degreesPerKilometer = 1 / 111.195;
    expect(square.kilometersOutside([-2.99 * degreesPerKilometer, 0.5])).toBeNull();
    expect(square.kilometersOutside([-3.01 * degreesPerKilometer, 0.5])).toBeCloseTo(3.01, 1);
    expect(square.kilometersOutside([0.5, 0.5])).toBeNull();
  });

  it('says which outline cannot be used', () => {
    expect(() => servedArea({ type: 'FeatureCollection', features: [] })).toThrow(
      'city outline: expected a Polygon or MultiPolygon as its first Feature, got none',
    );
  });
});
