import type { StyleSpecification } from 'maplibre-gl';
import type { Theme } from '../../data/basemap/palette.ts';
import { type BasemapFile, basemapFiles, basemapStyle } from '../../data/basemap/style.ts';

const built: Readonly<Record<string, string>> = import.meta.glob('../../data/basemap/*.geojson', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** Where the build puts each file of the embedded basemap; absolute, as MapLibre's worker needs it. */
export const BASEMAP_URLS: Readonly<Record<BasemapFile, string>> = Object.fromEntries(
  basemapFiles.map((file) => {
    const url = built[`../../data/basemap/${file}.geojson`];
    if (url === undefined) throw new Error(`The build has no basemap file "${file}.geojson".`);
    return [file, new URL(url, location.href).href];
  }),
) as Record<BasemapFile, string>;

export function embeddedStyle(theme: Theme): StyleSpecification {
  return basemapStyle(theme, BASEMAP_URLS);
}
