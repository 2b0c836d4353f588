import type { FeatureCollection } from 'geojson';
import { type NamedStreet, namedStreets } from '../../data/gazetteer/crossings.ts';
import type { Place } from '../../data/gazetteer/places.ts';
import { searchPlaces } from '../../data/gazetteer/search.ts';
import { BASEMAP_URLS } from '../map/basemap.ts';

export type { Place };

const MOST = 7;
let streets: Promise<NamedStreet[]> | null = null;

/** Finds corners and landmarks on the device: what is typed here goes nowhere. */
export async function findPlaces(query: string): Promise<Place[]> {
  streets ??= loadStreets();
  return searchPlaces(query, MOST, await streets);
}

/** The basemap's own files, already in the browser's cache; without them landmarks are still found. */
async function loadStreets(): Promise<NamedStreet[]> {
  const { streets: main, freeways, 'minor-streets': minor } = BASEMAP_URLS;
  try {
    const files = await Promise.all(
      [main, freeways, minor].map(
        async (url) => (await (await fetch(url)).json()) as FeatureCollection,
      ),
    );
    return namedStreets(...files);
  } catch {
    return [];
  }
}
