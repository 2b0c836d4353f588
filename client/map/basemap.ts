import type { StyleSpecification } from 'maplibre-gl';
import type { Theme } from '../../data/basemap/palette.ts';
import {
  attribution,
  type BasemapFile,
  basemapFiles,
  basemapStyle,
} from '../../data/basemap/style.ts';
import { BASEMAP_FILES } from './basemap-urls.ts';

/** What lies under the incidents. */
export interface Basemap {
  /** Credit that must stand on the map, in words. */
  readonly attribution: string;
  style(theme: Theme): StyleSpecification;
}

/** Where the build puts each file of the embedded basemap; absolute, as MapLibre's worker needs it. */
export const BASEMAP_URLS: Readonly<Record<BasemapFile, string>> = Object.fromEntries(
  basemapFiles.map((file) => {
    const url = BASEMAP_FILES[`../../data/basemap/${file}.geojson`];
    if (url === undefined) throw new Error(`The build has no basemap file "${file}.geojson".`);
    return [file, new URL(url, location.href).href];
  }),
) as Record<BasemapFile, string>;

/** The basemap that needs nobody: part of the page. */
export const EMBEDDED: Basemap = {
  attribution,
  style: (theme) => basemapStyle(theme, BASEMAP_URLS, contrastAsked()),
};

/** As the reader's system asks; whoever changes it while the page is open sees it with the next one. */
export function contrastAsked(): 'usual' | 'more' {
  return window.matchMedia('(prefers-contrast: more)').matches ? 'more' : 'usual';
}
