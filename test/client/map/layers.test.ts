import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { mapStyle } from '../../../client/map/layers.ts';
import { type BasemapFile, basemapFiles, basemapStyle } from '../../../data/basemap/style.ts';

const urls = Object.fromEntries(
  basemapFiles.map((file) => [file, `/basemap/${file}.geojson`]),
) as Record<BasemapFile, string>;

describe('the style that the map is drawn with', () => {
  it.each([
    ['light', 'usual'],
    ['dark', 'usual'],
    ['light', 'more'],
    ['dark', 'more'],
  ] as const)('is valid, basemap and marks, %s with %s contrast', (theme, contrast) => {
    const basemap = { attribution: '', style: () => basemapStyle(theme, urls, contrast) };
    expect(validateStyleMin(mapStyle(theme, basemap))).toEqual([]);
  });
});
