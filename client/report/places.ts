import type { FeatureCollection, Polygon } from 'geojson';
import { type NamedStreet, namedStreets } from '../../data/gazetteer/crossings.ts';
import type { Place } from '../../data/gazetteer/places.ts';
import { searchPlaces } from '../../data/gazetteer/search.ts';
import { BASEMAP_URLS } from '../map/basemap.ts';
import { outsideWords } from './outside-city.ts';

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

let city: Promise<FeatureCollection<Polygon> | null> | null = null;

/** @returns why this map takes no reports from there, or null; without the outline the server judges alone. */
export async function outsideCity(
  position: readonly [longitude: number, latitude: number],
): Promise<string | null> {
  city ??= loadCity();
  const outline = await city;
  return outline && outsideWords(position, outline);
}

async function loadCity(): Promise<FeatureCollection<Polygon> | null> {
  try {
    return (await (await fetch(BASEMAP_URLS.city)).json()) as FeatureCollection<Polygon>;
  } catch {
    return null;
  }
}
