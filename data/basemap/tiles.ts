import type {
  ExpressionSpecification,
  LayerSpecification,
  StyleSpecification,
} from '@maplibre/maplibre-gl-style-spec';
import { type Palette, paletteOf, type Theme } from './palette.ts';

/** Credit for a map made of OpenStreetMap (ODbL 4.3). */
export const tilesAttribution = '© OpenStreetMap contributors';

/**
 * A host's own vector tiles in this map's colours. They hold the layers of the Protomaps basemap,
 * version 4 (https://docs.protomaps.com/basemaps/layers): earth, landuse, water, roads, places.
 * @param url of the tiles as MapLibre takes it, such as `pmtiles://https://…/basemap.pmtiles`.
 */
export function tiledBasemapStyle(
  theme: Theme,
  url: string,
  contrast: 'usual' | 'more' = 'usual',
): StyleSpecification {
  const palette = paletteOf(theme, contrast);
  return {
    version: 8,
    name: `Tiles, ${theme}`,
    sources: { tiles: { type: 'vector', url, attribution: tilesAttribution } },
    layers: [...ground(palette), ...roads(palette), ...names(palette)],
  };
}

const tiles = (layer: string) => ({ source: 'tiles', 'source-layer': layer }) as const;
const kinds = (...accepted: string[]): ExpressionSpecification => [
  'in',
  ['get', 'kind'],
  ['literal', accepted],
];
const isArea: ExpressionSpecification = ['==', ['geometry-type'], 'Polygon'];

function ground(palette: Palette): LayerSpecification[] {
  return [
    { id: 'tiles-beyond', type: 'background', paint: { 'background-color': palette.beyond } },
    {
      id: 'tiles-land',
      type: 'fill',
      ...tiles('earth'),
      filter: isArea,
      paint: { 'fill-color': palette.land },
    },
    {
      id: 'tiles-parks',
      type: 'fill',
      ...tiles('landuse'),
      filter: kinds('park', 'cemetery', 'forest', 'wood', 'nature_reserve', 'golf_course', 'grass'),
      paint: { 'fill-color': palette.park },
    },
    {
      id: 'tiles-water',
      type: 'fill',
      ...tiles('water'),
      filter: isArea,
      paint: { 'fill-color': palette.water },
    },
  ];
}

/** Widths in pixels at zooms 10, 14 and 18, by kind; casings below fills. */
const ROADS = [
  { id: 'minor', kinds: ['minor_road'], minzoom: 12, widths: [0.4, 1.8, 14] },
  { id: 'major', kinds: ['major_road', 'medium_road'], minzoom: 8, widths: [0.9, 4, 24] },
  { id: 'highway', kinds: ['highway'], minzoom: 6, widths: [1.5, 7, 36] },
] as const;

function roads(palette: Palette): LayerSpecification[] {
  const line = (road: (typeof ROADS)[number], isCasing: boolean): LayerSpecification => {
    const [far = 0, near = 0, close = 0] = road.widths.map((px) => px + (isCasing ? 1.6 : 0));
    const isFast = road.id === 'highway';
    const fill = isFast ? palette.freeway : palette.street;
    const casing = isFast ? palette.freewayCasing : palette.streetCasing;
    return {
      id: `tiles-${road.id}${isCasing ? '-casing' : ''}`,
      type: 'line',
      ...tiles('roads'),
      minzoom: road.minzoom,
      filter: kinds(...road.kinds),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': isCasing ? casing : fill,
        'line-width': [
          'interpolate',
          ['exponential', 1.5],
          ['zoom'],
          ...[10, far, 14, near, 18, close],
        ] as unknown as ExpressionSpecification,
      },
    };
  };
  return [...ROADS.map((road) => line(road, true)), ...ROADS.map((road) => line(road, false))];
}

function names(palette: Palette): LayerSpecification[] {
  const halo = {
    'text-color': palette.label,
    'text-halo-color': palette.land,
    'text-halo-width': 1.6,
  };
  const name: ExpressionSpecification = ['coalesce', ['get', 'name:en'], ['get', 'name']];
  return [
    {
      id: 'tiles-road-names',
      type: 'symbol',
      ...tiles('roads'),
      minzoom: 13,
      filter: ['has', 'name'],
      layout: {
        'symbol-placement': 'line',
        'text-field': name,
        'text-font': ['system-ui', 'sans-serif'],
        'text-size': 11.5,
        'text-max-angle': 30,
      },
      paint: halo,
    },
    {
      id: 'tiles-place-names',
      type: 'symbol',
      ...tiles('places'),
      filter: kinds('locality', 'neighbourhood', 'macrohood', 'region'),
      layout: {
        'text-field': name,
        'text-font': ['system-ui', 'sans-serif'],
        'text-size': ['interpolate', ['linear'], ['zoom'], 9, 11, 14, 14],
        'text-max-width': 8,
      },
      paint: halo,
    },
  ];
}
