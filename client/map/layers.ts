import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { Theme } from '../../data/basemap/palette.ts';
import { MARK_COLOURS, type MarkColours } from '../marks/colours.ts';
import type { Basemap } from './basemap.ts';
import { atEachZoom } from './circle.ts';
import { allPlaces } from './ring.ts';

/** Our own sources, filled from the answer; the basemap's lie below. */
export const SOURCES = [
  'drawn-area',
  'areas',
  'own-position',
  'placing',
  'pending',
  'marks',
  'selected-area',
  'selected',
  'hovered',
] as const;
export type SourceName = (typeof SOURCES)[number];

/** Layers that can be clicked, topmost first. */
export const CLICKABLE = ['selected', 'pending', 'marks', 'area-labels', 'areas'] as const;

const EMPTY: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] };
/** Radius of an area from which on it begins to be no spot on the map, but the map. */
const WIDE_AREA_PX = 120;
const FONTS = ['Label Semibold', 'system-ui', 'sans-serif'];

/** Basemap, areas, marks: the whole style of the map. */
export function mapStyle(theme: Theme, basemap: Basemap): StyleSpecification {
  const style = basemap.style(theme);
  const own = Object.fromEntries(
    // A circle of many corners is to stay one: by default a dozen of them are left of it.
    SOURCES.map((name) => [name, { type: 'geojson' as const, data: EMPTY, tolerance: 0.05 }]),
  );
  return {
    ...style,
    sources: { ...style.sources, ...own },
    layers: [...style.layers, ...ownLayers(theme)],
  };
}

function ownLayers(theme: Theme): LayerSpecification[] {
  const colours = MARK_COLOURS[theme];
  return [
    ...drawnArea(theme, colours),
    ...softArea('areas', theme === 'light' ? 0.13 : 0.16, colours.family.other),
    ...softArea('selected-area', 0.05, colours.family.other),
    {
      id: 'placing',
      type: 'fill',
      source: 'placing',
      paint: { 'fill-color': colours.accent, 'fill-opacity': theme === 'light' ? 0.07 : 0.1 },
    },
    {
      id: 'placing-edge',
      type: 'line',
      source: 'placing',
      paint: { 'line-color': colours.accent, 'line-width': 2, 'line-dasharray': [2, 1.5] },
    },
    {
      id: 'area-labels',
      type: 'symbol',
      source: 'marks',
      filter: ['==', ['get', 'kind'], 'area'],
      layout: {
        'icon-image': ['get', 'icon'],
        'icon-allow-overlap': true,
        // Smaller than a mark that is a spot: the area says where, the mark only what and how sure.
        'icon-size': 0.76,
        'text-field': ['step', ['zoom'], '', 12.6, ['get', 'label']],
        'text-font': FONTS,
        'text-size': 12,
        'text-max-width': 11,
        'text-anchor': 'top',
        'text-offset': [0, 1.2],
        'text-optional': true,
      },
      paint: {
        'text-color': ['get', 'color'],
        'text-halo-color': colours.halo,
        'text-halo-width': 1.6,
      },
    },
    leaders('pending'),
    leaders('marks'),
    { ...symbols('marks'), filter: ['in', ['get', 'kind'], ['literal', ['mark', 'cluster']]] },
    ...ownPosition(colours),
    { ...symbols('pending'), filter: ['==', ['get', 'kind'], 'pending'] },
    symbols('selected'),
    symbols('hovered'),
  ];
}

/** What lies outside a drawn area steps back. */
function drawnArea(theme: Theme, colours: MarkColours): LayerSpecification[] {
  return [
    {
      id: 'drawn-area',
      type: 'fill',
      source: 'drawn-area',
      paint: {
        'fill-color': theme === 'light' ? '#3d4650' : '#000000',
        'fill-opacity': theme === 'light' ? 0.16 : 0.38,
        'fill-antialias': false,
      },
    },
    {
      id: 'drawn-area-edge',
      type: 'line',
      source: 'drawn-area',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': colours.accent, 'line-width': 2 },
    },
  ];
}

function ownPosition(colours: MarkColours): LayerSpecification[] {
  return [
    {
      id: 'own-position-within',
      type: 'fill',
      source: 'own-position',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': colours.accent, 'fill-opacity': 0.12 },
    },
    {
      id: 'own-position',
      type: 'circle',
      source: 'own-position',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': 7,
        'circle-color': colours.accent,
        'circle-stroke-width': 3,
        'circle-stroke-color': colours.halo,
      },
    },
  ];
}

/**
 * An area has no edge that anybody measured, so it is drawn with a soft one; that of the one chosen is
 * dashed, to be found. The grey of statements is the strongest against its ground, and its areas are the
 * widest: they get less of it. The wider an area lies on the screen the less it tints, since one that
 * covers all would be taken for the colour of the ground.
 */
function softArea(
  source: 'areas' | 'selected-area',
  opacity: number,
  grey: string,
): LayerSpecification[] {
  const of = (strength: number): ExpressionSpecification => [
    'case',
    ['==', ['get', 'color'], grey],
    strength / 2,
    strength,
  ];
  const byWidth = (pixelsPerMeter: number): unknown => [
    'interpolate',
    ['linear'],
    ['*', ['get', 'meters'], pixelsPerMeter],
    ...[WIDE_AREA_PX, of(opacity), 4 * WIDE_AREA_PX, of(opacity / 6)],
  ];
  const edge =
    source === 'areas'
      ? { 'line-opacity': of(opacity * 2.6), 'line-width': 5, 'line-blur': 5 }
      : { 'line-opacity': 0.9, 'line-width': 2, 'line-dasharray': [2, 2] };
  return [
    {
      id: source,
      type: 'fill',
      source,
      paint: {
        'fill-color': ['get', 'color'],
        'fill-opacity': ['interpolate', ['linear'], ['zoom'], ...atEachZoom(byWidth)],
        'fill-antialias': false,
      },
    } as LayerSpecification,
    {
      id: `${source}-edge`,
      type: 'line',
      source,
      paint: { 'line-color': ['get', 'color'], ...edge },
    },
  ];
}

/** Below all marks, so that no line lies over a count. */
function leaders(source: 'pending' | 'marks'): LayerSpecification {
  return {
    ...symbols(source),
    id: `${source}-leaders`,
    filter: ['==', ['get', 'kind'], 'leader'],
  };
}

/** Beside its point stands what shares it with few others: see spread.ts. */
function apart(): ExpressionSpecification {
  const places = [...allPlaces()].flatMap(([name, place]) => [name, ['literal', place]]);
  const match: unknown = ['match', ['get', 'apart'], ...places, ['literal', [0, 0]]];
  return match as ExpressionSpecification;
}

function symbols(source: 'pending' | 'marks' | 'selected' | 'hovered') {
  return {
    id: source,
    type: 'symbol' as const,
    source,
    layout: {
      'icon-image': ['get', 'icon'],
      'icon-allow-overlap': true,
      'icon-offset': apart(),
      'symbol-sort-key': ['get', 'order'],
    },
  } satisfies LayerSpecification;
}
