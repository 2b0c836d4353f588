import type {
  DataDrivenPropertyValueSpecification,
  ExpressionSpecification,
  LayerSpecification,
} from '@maplibre/maplibre-gl-style-spec';
import type { Palette } from './palette.ts';

type Width = DataDrivenPropertyValueSpecification<number>;

/** Widths in pixels at zooms 10, 12, 14, 16, 18, by class. */
const widths = {
  minor: [0, 0.5, 1.8, 5, 14],
  parkway: [0.35, 0.9, 2.2, 6, 16],
  secondary: [0.6, 1.3, 3.2, 8, 20],
  primary: [1, 2, 4.6, 11, 26],
  highway: [1.1, 2.4, 5.5, 13, 30],
  freeway: [1.5, 3.2, 7.5, 17, 38],
} as const;

type Class = keyof typeof widths;

const zooms = [10, 12, 14, 16, 18] as const;

/** @returns the width by zoom, `more` pixels wider, of the classes that a layer draws. */
function width(classes: readonly Class[], more = 0): Width {
  const stops = zooms.flatMap((zoom, i): unknown[] => {
    const extra = more * Math.min(1, (i + 2) / 3);
    const of = (name: Class): number => (widths[name][i] ?? 0) + extra;
    const [first, ...others] = classes;
    if (!first) return [zoom, 0];
    if (others.length === 0) return [zoom, of(first)];
    const match = others.flatMap((name) => [name, of(name)]);
    return [zoom, ['match', ['get', 'class'], ...match, of(first)]];
  });
  return [
    'interpolate',
    ['exponential', 1.5],
    ['zoom'],
    ...stops,
  ] as unknown as ExpressionSpecification;
}

const round = { 'line-cap': 'round', 'line-join': 'round' } as const;

/** Streets and freeways over the water, casings below fills, and the city limits on top. */
export function roadLayers(palette: Palette): LayerSpecification[] {
  const main: Class[] = ['secondary', 'primary', 'parkway'];
  const fast: Class[] = ['freeway', 'highway'];
  const appears = (from: number, to: number): ExpressionSpecification => [
    'interpolate',
    ['linear'],
    ['zoom'],
    from,
    0,
    to,
    1,
  ];
  return [
    {
      id: 'minor-streets-casing',
      type: 'line',
      source: 'minor-streets',
      minzoom: 12.2,
      layout: round,
      paint: {
        'line-color': palette.streetCasing,
        'line-width': width(['minor'], 1.5),
        'line-opacity': appears(12.2, 13.2),
      },
    },
    {
      id: 'streets-casing',
      type: 'line',
      source: 'streets',
      minzoom: 10,
      layout: round,
      paint: {
        'line-color': palette.streetCasing,
        'line-width': width(main, 2),
        'line-opacity': appears(9.5, 10.5),
      },
    },
    {
      id: 'minor-streets',
      type: 'line',
      source: 'minor-streets',
      minzoom: 11.8,
      layout: round,
      paint: {
        'line-color': palette.street,
        'line-width': width(['minor']),
        'line-opacity': appears(11.8, 12.8),
      },
    },
    {
      id: 'streets',
      type: 'line',
      source: 'streets',
      layout: round,
      paint: { 'line-color': palette.street, 'line-width': width(main) },
    },
    {
      id: 'freeways-casing',
      type: 'line',
      source: 'freeways',
      layout: round,
      paint: { 'line-color': palette.freewayCasing, 'line-width': width(fast, 1.8) },
    },
    {
      id: 'freeways',
      type: 'line',
      source: 'freeways',
      layout: round,
      paint: { 'line-color': palette.freeway, 'line-width': width(fast) },
    },
    {
      id: 'city-limits',
      type: 'line',
      source: 'city',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.limits,
        'line-width': ['interpolate', ['linear'], ['zoom'], 10, 0.8, 16, 1.6],
        'line-dasharray': [4, 3],
      },
    },
  ];
}
