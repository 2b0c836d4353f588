import type { LayerSpecification, StyleSpecification } from '@maplibre/maplibre-gl-style-spec';
import { labelLayers } from './labels.ts';
import { landLayers } from './land.ts';
import { paletteOf, type Theme } from './palette.ts';
import { roadLayers } from './roads.ts';

/** Credit that must stand wherever the basemap is shown. */
export const attribution =
  'City of Minneapolis open data, Metropolitan Council / Hennepin County, simplified';

/** The basemap's files in data/basemap, without `.geojson`; each is one source of the style. */
export const basemapFiles = [
  'city',
  'districts',
  'parks',
  'water',
  'names',
  'creeks',
  'freeways',
  'streets',
  'minor-streets',
] as const;

export type BasemapFile = (typeof basemapFiles)[number];

/** Zooms in to a street corner; the figures are no finer. */
const sourceMaxZoom = 16;

/**
 * The embedded basemap as a MapLibre style. It names no glyph server: MapLibre then draws every
 * letter from the fonts of the viewer's own system.
 * @param sources where each file is fetched from, or its parsed content.
 */
export function basemapStyle(
  theme: Theme,
  sources: Readonly<Record<BasemapFile, string | GeoJSON.FeatureCollection>>,
  contrast: 'usual' | 'more' = 'usual',
): StyleSpecification {
  const palette = paletteOf(theme, contrast);
  const layers: LayerSpecification[] = [
    ...landLayers(palette),
    ...roadLayers(palette),
    ...labelLayers(palette),
  ];
  return {
    version: 8,
    name: `Minneapolis, ${theme}`,
    center: [-93.265, 44.972],
    zoom: 11.3,
    sources: Object.fromEntries(
      basemapFiles.map((file) => [
        file,
        {
          type: 'geojson',
          data: sources[file],
          maxzoom: sourceMaxZoom,
          tolerance: 0.25,
          ...(file === 'city' ? { attribution } : {}),
        },
      ]),
    ),
    layers,
  };
}
