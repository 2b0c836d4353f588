import type {
  ExpressionSpecification,
  SymbolLayerSpecification,
} from '@maplibre/maplibre-gl-style-spec';
import type { Palette } from './palette.ts';

/**
 * Fonts of the viewer's system. MapLibre reads weight and slant from the words of the first name,
 * which names no font: the browser passes on to the second.
 */
const fonts = {
  regular: ['system-ui', 'sans-serif'],
  strong: ['Basemap Semibold', 'system-ui', 'sans-serif'],
  slanted: ['Basemap Italic', 'system-ui', 'sans-serif'],
};

/** A text size that grows from zoom to zoom, in pixels. */
function grows(...stops: number[]): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], ...stops] as unknown as ExpressionSpecification;
}

/** Where a mark stands on a name's place, the name stands beside it and does not go. */
const besideMarks: SymbolLayerSpecification['layout'] = {
  'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'],
  'text-radial-offset': 1.5,
  'text-justify': 'auto',
};

/** Names, the ones that matter most last: MapLibre places the topmost layer first. */
export function labelLayers(palette: Palette): SymbolLayerSpecification[] {
  const halo = {
    'text-color': palette.label,
    'text-halo-color': palette.land,
    'text-halo-width': 1.6,
  };
  const along = {
    'symbol-placement': 'line',
    'text-rotation-alignment': 'map',
    'text-max-angle': 30,
    'text-padding': 4,
  } as const;
  return [
    {
      id: 'minor-street-names',
      type: 'symbol',
      source: 'minor-streets',
      minzoom: 14.6,
      filter: ['has', 'short'],
      layout: {
        ...along,
        'symbol-spacing': 320,
        'text-field': ['get', 'short'],
        'text-font': fonts.regular,
        'text-size': grows(14.6, 10, 16, 11, 18, 13),
      },
      paint: { ...halo, 'text-opacity': 0.9 },
    },
    {
      id: 'park-names',
      type: 'symbol',
      source: 'names',
      minzoom: 12.6,
      filter: [
        'all',
        ['==', ['get', 'class'], 'park'],
        [
          'step',
          ['zoom'],
          ['>', ['get', 'hectares'], 60],
          13.5,
          ['>', ['get', 'hectares'], 14],
          14.5,
          true,
        ],
      ],
      layout: {
        'text-field': ['get', 'name'],
        'text-font': fonts.regular,
        'text-size': grows(12.5, 11, 16, 13),
        'text-max-width': 7,
        'text-padding': 6,
      },
      paint: {
        'text-color': palette.parkLabel,
        'text-halo-color': palette.park,
        'text-halo-width': 1.4,
      },
    },
    {
      id: 'street-names',
      type: 'symbol',
      source: 'streets',
      minzoom: 12.4,
      filter: ['step', ['zoom'], ['==', ['get', 'class'], 'primary'], 13.2, true],
      layout: {
        ...along,
        'symbol-spacing': grows(12, 260, 16, 420),
        'symbol-sort-key': ['match', ['get', 'class'], 'primary', 0, 'secondary', 1, 2],
        'text-field': ['step', ['zoom'], ['get', 'short'], 15, ['get', 'name']],
        'text-font': fonts.regular,
        'text-size': grows(12.4, 10.5, 14, 11.5, 16, 13, 18, 15),
      },
      paint: halo,
    },
    {
      id: 'highway-names',
      type: 'symbol',
      source: 'freeways',
      minzoom: 13.2,
      filter: ['==', ['get', 'class'], 'highway'],
      layout: {
        ...along,
        'symbol-spacing': 420,
        'text-field': ['concat', ['get', 'name'], ' · ', ['get', 'ref']],
        'text-font': fonts.regular,
        'text-size': grows(13.2, 11, 16, 13, 18, 15),
      },
      paint: { ...halo, 'text-halo-color': palette.freeway },
    },
    {
      id: 'creek-names',
      type: 'symbol',
      source: 'creeks',
      minzoom: 13.5,
      filter: ['==', ['get', 'class'], 'creek'],
      layout: {
        ...along,
        'symbol-spacing': 500,
        'text-field': ['get', 'name'],
        'text-font': fonts.slanted,
        'text-size': 11,
        'text-offset': [0, 0.9],
      },
      paint: {
        'text-color': palette.waterLabel,
        'text-halo-color': palette.land,
        'text-halo-width': 1.4,
      },
    },
    {
      id: 'freeway-shields',
      type: 'symbol',
      source: 'freeways',
      minzoom: 10.8,
      filter: ['step', ['zoom'], true, 13.2, ['==', ['get', 'class'], 'freeway']],
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 340,
        'text-rotation-alignment': 'viewport',
        'text-field': ['get', 'ref'],
        'text-font': fonts.strong,
        'text-size': grows(10.8, 10, 15, 12),
        'text-padding': 12,
      },
      paint: {
        'text-color': palette.label,
        'text-halo-color': palette.freeway,
        'text-halo-width': 2.4,
      },
    },
    {
      id: 'neighborhood-names',
      type: 'symbol',
      source: 'districts',
      minzoom: 12.3,
      maxzoom: 16.5,
      filter: ['==', ['get', 'class'], 'neighborhood'],
      layout: {
        'text-field': ['get', 'name'],
        'text-font': fonts.regular,
        'text-size': grows(12.3, 11, 15, 14),
        'text-letter-spacing': 0.04,
        'text-max-width': 7,
        'text-padding': 4,
        ...besideMarks,
      },
      paint: halo,
    },
    {
      id: 'lake-names',
      type: 'symbol',
      source: 'names',
      minzoom: 11,
      filter: [
        'all',
        ['==', ['get', 'class'], 'lake'],
        [
          'step',
          ['zoom'],
          ['>', ['get', 'hectares'], 60],
          12,
          ['>', ['get', 'hectares'], 15],
          13.5,
          true,
        ],
      ],
      layout: {
        'text-field': ['get', 'name'],
        'text-font': fonts.slanted,
        'text-size': grows(11, 10.5, 15, 14),
        'text-max-width': 6,
      },
      paint: {
        'text-color': palette.waterLabel,
        'text-halo-color': palette.water,
        'text-halo-width': 1.2,
      },
    },
    {
      id: 'river-name',
      type: 'symbol',
      source: 'names',
      minzoom: 11,
      filter: ['==', ['get', 'class'], 'river'],
      layout: {
        ...along,
        'symbol-spacing': 420,
        'text-max-angle': 25,
        'text-field': ['get', 'name'],
        'text-font': fonts.slanted,
        'text-letter-spacing': 0.08,
        'text-size': grows(11, 10.5, 15, 14),
      },
      paint: {
        'text-color': palette.waterLabel,
        'text-halo-color': palette.water,
        'text-halo-width': 1.2,
      },
    },
    {
      id: 'community-names',
      type: 'symbol',
      source: 'districts',
      maxzoom: 12.9,
      filter: ['==', ['get', 'class'], 'community'],
      layout: {
        'text-field': ['get', 'name'],
        'text-font': fonts.strong,
        'text-size': grows(9.5, 10.5, 12.9, 15),
        'text-letter-spacing': 0.06,
        'text-max-width': 8,
        'text-padding': 2,
        ...besideMarks,
      },
      paint: { ...halo, 'text-halo-width': 2 },
    },
  ];
}
