import { communities } from '../basemap/figures/communities.ts';
import { parks } from '../basemap/figures/parks.ts';
import { bases, type LocationPrecision } from './basis.ts';
import { type ListedKind, type ListedRow, listed } from './listed.ts';

export type PlaceKind = ListedKind | 'neighborhood' | 'community';

/** A place that a person may name; also what a search answers with. */
export interface Place {
  readonly id: string;
  readonly name: string;
  readonly kind: PlaceKind;
  /** [longitude, latitude], WGS 84 degrees. */
  readonly coordinates: readonly [number, number];
  readonly locationPrecision: LocationPrecision;
  readonly uncertaintyMeters: number;
  /** For people: `gazetteer: crossing of two street lines (±15 m)`. */
  readonly locationBasis: string;
  /** The community that a neighborhood belongs to. */
  readonly community?: string;
  /** Other names to find it by. */
  readonly aliases?: string;
  readonly note?: string;
  /** Outside the city limits, though people look for it here. */
  readonly beyondCity?: true;
}

/** All listed places, neighborhoods and communities. */
export const places: readonly Place[] = [
  ...Object.entries(listed).flatMap(([kind, rows]) =>
    rows.map((row) => listedPlace(kind as ListedKind, row)),
  ),
  ...communities.flatMap(neighborhoodPlaces),
  ...communities.map(({ name, at, squareKilometers }) =>
    areaPlace('community', name, at, radiusMeters(squareKilometers)),
  ),
];

function listedPlace(kind: ListedKind, [name, lon, lat, basis, more]: ListedRow): Place {
  const { words, locationPrecision, uncertaintyMeters } = bases[basis];
  const park = basis === 'polygon' ? parks.find((other) => other.name === name) : undefined;
  const meters = Math.max(uncertaintyMeters, park ? radiusMeters(park.hectares / 100) : 0);
  return {
    id: idOf(kind, name),
    name,
    kind,
    coordinates: [lon, lat],
    locationPrecision: meters > 250 ? 'neighborhood' : locationPrecision,
    uncertaintyMeters: meters,
    locationBasis: basisWords(words, meters),
    ...more,
  };
}

function neighborhoodPlaces({
  name: community,
  squareKilometers,
  neighborhoods,
}: (typeof communities)[number]): Place[] {
  const meters = radiusMeters(squareKilometers / neighborhoods.length);
  return neighborhoods.map(([name, lon, lat]) => ({
    ...areaPlace('neighborhood', name, [lon, lat], meters),
    community,
  }));
}

function areaPlace(
  kind: 'neighborhood' | 'community',
  name: string,
  coordinates: readonly [number, number],
  meters: number,
): Place {
  return {
    id: idOf(kind, name),
    name,
    kind,
    coordinates,
    locationPrecision: 'neighborhood',
    uncertaintyMeters: meters,
    locationBasis: basisWords(`middle of the ${kind}`, meters),
  };
}

/** @returns the radius in metres, to 10 m, of a circle of so many km². */
function radiusMeters(squareKilometers: number): number {
  return Math.round(Math.sqrt((squareKilometers * 1e6) / Math.PI) / 10) * 10;
}

/** @returns words for `locationBasis`. */
export function basisWords(words: string, meters: number): string {
  return `gazetteer: ${words} (±${meters} m)`;
}

/** @returns an id such as `intersection/lake-st-chicago-ave`. */
export function idOf(kind: string, name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[.'’\p{M}]/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${kind}/${slug}`;
}
