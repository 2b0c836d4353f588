import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { booleanPointInPolygon } from '@turf/turf';
import type { Feature, FeatureCollection, LineString, MultiPolygon, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { type Area, hectares } from '../../data/basemap/draw/area.ts';
import { drawBasemap, fileText } from '../../data/basemap/draw/draw.ts';
import { metersBetween, metersToLine, type Position } from '../../data/basemap/draw/plane.ts';
import { readPositions } from '../../data/basemap/draw/row.ts';
import { cityRing, citySquareKilometers } from '../../data/basemap/figures/city.ts';
import { freeways } from '../../data/basemap/figures/freeways.ts';
import { lakes } from '../../data/basemap/figures/lakes.ts';
import { parks } from '../../data/basemap/figures/parks.ts';
import { middle, nicolletIsland } from '../../data/basemap/figures/river.ts';
import { streets } from '../../data/basemap/figures/streets.ts';
import { type BasemapFile, basemapFiles, basemapStyle } from '../../data/basemap/style.ts';

const text = (file: BasemapFile): string =>
  readFileSync(new URL(`../../data/basemap/${file}.geojson`, import.meta.url), 'utf8');
const files = Object.fromEntries(
  basemapFiles.map((file) => [file, JSON.parse(text(file)) as FeatureCollection]),
) as Record<BasemapFile, FeatureCollection>;

/** Every position of a geometry's coordinates, however deep. */
function positions(coordinates: unknown): number[][] {
  if (!Array.isArray(coordinates)) return [];
  return typeof coordinates[0] === 'number' ? [coordinates] : coordinates.flatMap(positions);
}

function named(file: BasemapFile, name: string): Feature[] {
  return files[file].features.filter(({ properties }) => properties?.name === name);
}

/** Twice the signed area in square degrees: above 0 where the ring runs counter-clockwise. */
function winding(ring: number[][]): number {
  return ring.reduce((sum, [x = 0, y = 0], i) => {
    const [u = x, v = y] = ring[i + 1] ?? [];
    return sum + x * v - u * y;
  }, 0);
}

/** Metres from each figure to the nearest of the drawn lines: the greatest and the mean. */
function distances(figures: Position[], drawn: Position[][]): { max: number; mean: number } {
  const each = figures.map((p) => Math.min(...drawn.map((line) => metersToLine(p, line))));
  return { max: Math.max(...each), mean: each.reduce((a, b) => a + b, 0) / each.length };
}

const lines = (features: Feature[]): Position[][] =>
  features.map(({ geometry }) => (geometry as LineString).coordinates as Position[]);

describe('the basemap files', () => {
  it('are what the figures draw, byte for byte', { timeout: 120_000 }, () => {
    const drawn = drawBasemap();
    for (const file of basemapFiles) expect(fileText(drawn[file]) === text(file), file).toBe(true);
  });

  it.each(basemapFiles)('%s is valid GeoJSON around Minneapolis, rings wound right', (file) => {
    const { type, features, ...others } = files[file];
    expect(type).toBe('FeatureCollection');
    expect(others).toEqual({});
    expect(features.length).toBeGreaterThan(0);
    for (const { geometry } of features) {
      if (geometry.type === 'GeometryCollection') throw new Error('no collections here');
      for (const [x = 0, y = 0, ...more] of positions(geometry.coordinates)) {
        expect(more).toEqual([]);
        expect(x > -93.36 && x < -93.18 && y > 44.88 && y < 45.06, `${x},${y}`).toBe(true);
        expect(Math.abs(x * 1e5 - Math.round(x * 1e5))).toBeLessThan(1e-4);
      }
      const polygons =
        geometry.type === 'Polygon'
          ? [geometry.coordinates]
          : geometry.type === 'MultiPolygon'
            ? geometry.coordinates
            : [];
      for (const rings of polygons) {
        rings.forEach((ring, i) => {
          expect(ring.length).toBeGreaterThan(3);
          expect(ring[0]).toEqual(ring.at(-1));
          expect(winding(ring) > 0).toBe(i === 0);
        });
      }
    }
  });

  it('come to less than 80 kB over the wire', () => {
    const bytes = basemapFiles.map((file) => gzipSync(text(file), { level: 9 }).length);
    expect(bytes.reduce((a, b) => a + b, 0)).toBeLessThan(80_000);
  });
});

describe('the drawing', () => {
  it.each([
    ['streets', streets],
    ['freeways', freeways],
  ] as const)('%s pass within 2 m of every figure', (file, figures) => {
    for (const { name, line } of figures) {
      const { max } = distances(readPositions(line), lines(named(file, name)));
      expect(max, name).toBeLessThan(2);
    }
  });

  it.each([
    ['streets', streets, 25],
    ['freeways', freeways, 60],
  ] as const)(
    '%s bend no farther off the straight between figures than given',
    (file, figures, meters) => {
      for (const { name } of figures) {
        const given = figures.filter((other) => other.name === name);
        const straights = given.map(({ line }) => readPositions(line));
        expect(distances(lines(named(file, name)).flat(), straights).max, name).toBeLessThan(
          meters,
        );
      }
    },
  );

  it('gives the city the area that the City counts', () => {
    const city = files.city.features[0] as Area;
    expect(hectares(city) / 100 / citySquareKilometers).toBeCloseTo(1, 2);
    expect(positions(city.geometry.coordinates).length).toBe(readPositions(cityRing).length);
  });

  it.each(lakes)('gives $name its hectares', ({ name, hectares: counted, islands = [] }) => {
    const [lake] = named('water', name) as Feature<Polygon | MultiPolygon>[];
    const drawn = hectares(lake);
    expect(Math.abs(drawn / counted - 1)).toBeLessThan(counted > 20 ? 0.03 : 0.09);
    for (const [x, y] of islands) expect(booleanPointInPolygon([x, y], lake as Area)).toBe(false);
  });

  it('gives parks their hectares', () => {
    for (const { name, hectares: counted } of parks) {
      const park = files.parks.features.find(
        ({ properties }) =>
          properties?.name === name && Math.abs(properties.hectares / counted - 1) < 0.12,
      );
      expect(park, name).toBeDefined();
    }
  });

  it('keeps the river wet along its middle, save at the islands, and Nicollet Island dry', () => {
    const [river] = named('water', 'Mississippi River') as Area[];
    const island: Area = {
      type: 'Feature',
      properties: {},
      geometry: { type: 'Polygon', coordinates: [readPositions(nicolletIsland)] },
    };
    const wet = readPositions(middle).filter(
      (p) => booleanPointInPolygon(p, river as Area) || booleanPointInPolygon(p, island),
    );
    expect(readPositions(middle).length - wet.length).toBeLessThan(4);
    expect(booleanPointInPolygon([-93.2625, 44.9875], river as Area)).toBe(false);
  });

  it('has 11 communities and 87 neighborhoods, each neighborhood in a community', () => {
    const names = (kind: string): string[] =>
      files.districts.features
        .filter(({ properties }) => properties?.class === kind)
        .map(({ properties }) => properties?.name);
    expect(names('community')).toHaveLength(11);
    expect(names('neighborhood')).toHaveLength(87);
    expect(names('neighborhood')).toEqual(
      expect.arrayContaining(['Near-North', 'Bryn Mawr', 'Cedar-Isles-Dean', 'Hawthorne']),
    );
    for (const { properties } of files.districts.features) {
      if (properties?.class === 'neighborhood') {
        expect(names('community')).toContain(properties.community);
      }
    }
  });

  it('draws no minor street through a lake, a park or the river', () => {
    const barriers = [...files.water.features, ...files.parks.features] as Area[];
    for (const line of lines(files['minor-streets'].features)) {
      const [a, b] = [line[0], line.at(-1)];
      if (!a || !b) continue;
      const middleOf: Position = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
      const wet = barriers.find((area) => booleanPointInPolygon(middleOf, area));
      expect(wet?.properties?.name, `${middleOf}`).toBeUndefined();
    }
  });

  it.each([
    ['24th Avenue North', [-93.2872, 45.0037], 60],
    ['25th Avenue North', [-93.288, 45.0048], 60],
    ['34th Street', [-93.2677, 44.9414], 60],
    ['43rd Street', [-93.3146, 44.9246], 60],
    ['19th Avenue South', [-93.2449, 44.9457], 60],
    ['3rd Avenue South', [-93.2728, 44.9583], 60],
    ['36th Avenue South', [-93.2203, 44.9405], 60],
    ['James Avenue North', [-93.3007, 44.9965], 60],
    ['Monroe Street Northeast', [-93.2517, 45.0099], 80],
    ['4th Street North', [-93.2725, 44.9807], 60],
  ] as const)('puts %s where a known corner or building is', (name, at, meters) => {
    const { max } = distances([[at[0], at[1]]], lines(named('minor-streets', name)));
    expect(max).toBeLessThan(meters);
  });
});

describe('the style', () => {
  const sources = Object.fromEntries(
    basemapFiles.map((file) => [file, `/basemap/${file}.geojson`]),
  ) as Record<BasemapFile, string>;

  it.each(['light', 'dark'] as const)('%s is valid and needs no third party', (theme) => {
    const style = basemapStyle(theme, sources);
    expect(validateStyleMin(style)).toEqual([]);
    expect(style.glyphs).toBeUndefined();
    expect(style.sprite).toBeUndefined();
    expect(JSON.stringify(style)).not.toMatch(/https?:/);
    expect(JSON.stringify(style.sources)).toContain('City of Minneapolis open data');
  });

  it('orders land, parks, water, streets, freeways, city limits, labels', () => {
    const ids = basemapStyle('light', sources).layers.map(({ id }) => id);
    const order = [
      'land',
      'parks',
      'water',
      'streets',
      'freeways',
      'city-limits',
      'community-names',
    ];
    expect(order.map((id) => ids.indexOf(id))).toEqual(
      order.map((id) => ids.indexOf(id)).toSorted((a, b) => a - b),
    );
  });

  it('measures the same as the figures: a degree of latitude is 111.2 km', () => {
    expect(metersBetween([-93.27, 44.9], [-93.27, 45])).toBeCloseTo(11_119.5, 0);
  });
});
