import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { Palette } from './palette.ts';

/** Land, parks and water, bottom first. */
export function landLayers(palette: Palette): LayerSpecification[] {
  return [
    { id: 'beyond', type: 'background', paint: { 'background-color': palette.beyond } },
    { id: 'land', type: 'fill', source: 'city', paint: { 'fill-color': palette.land } },
    {
      id: 'parks',
      type: 'fill',
      source: 'parks',
      paint: { 'fill-color': palette.park },
    },
    {
      id: 'creeks',
      type: 'line',
      source: 'creeks',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': palette.water,
        'line-width': [
          'interpolate',
          ['exponential', 1.6],
          ['zoom'],
          10,
          ['match', ['get', 'class'], 'channel', 1.2, 0.8],
          13,
          ['match', ['get', 'class'], 'channel', 2.6, 1.8],
          17,
          ['match', ['get', 'class'], 'channel', 22, 12],
        ],
      },
    },
    { id: 'water', type: 'fill', source: 'water', paint: { 'fill-color': palette.water } },
  ];
}
