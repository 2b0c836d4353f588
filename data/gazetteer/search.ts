import { metersBetween } from '../basemap/draw/plane.ts';
import { crossing, type NamedStreet } from './crossings.ts';
import { basisWords, idOf, type Place, places } from './places.ts';
import { closeness, sidesOf, sorted, spelt, type Words, wordsOf } from './words.ts';

interface Ranked {
  readonly place: Place;
  readonly score: number;
}

/** Streets that a side of a crossing may mean, at most. */
const mostStreets = 10;
/** A computed crossing so near a listed one, in metres, is that one. */
const sameCorner = 60;

const indexed = places.map((place) => ({
  place,
  words: wordsOf(`${place.name} ${place.aliases ?? ''}`),
  ownWords: wordsOf(place.name).core.length,
}));

/**
 * Finds places by what a person types: a corner in either order and with any joining word, a
 * landmark, the beginning of either.
 * @param streets the basemap's streets; with them, any corner that two of them form is found.
 * @returns at most `limit` places, the likeliest first.
 */
export function searchPlaces(
  query: string,
  limit = 8,
  streets: readonly NamedStreet[] = [],
): Place[] {
  const typed = wordsOf(query);
  if (typed.core.length === 0) return [];
  const found: Ranked[] = indexed.flatMap(({ place, words, ownWords }) => {
    const score = scoreOf(typed, words, ownWords);
    return score > 0 ? [{ place, score }] : [];
  });
  const corners = computedCorners(query, streets).filter(
    ({ place }) =>
      !found.some(
        ({ place: other }) =>
          other.locationPrecision === 'intersection' &&
          metersBetween(other.coordinates, place.coordinates) < sameCorner,
      ),
  );
  return [...found, ...corners]
    .sort((a, b) => b.score - a.score || a.place.name.localeCompare(b.place.name, 'en'))
    .slice(0, limit)
    .map(({ place }) => place);
}

/** @returns 0 where a word that matters is not found; the more words are the same, the more. */
function scoreOf(typed: Words, words: Words, ownWords: number): number {
  let sum = 0;
  for (const word of typed.core) {
    const best = Math.max(0, ...words.core.map((other) => closeness(word, other)));
    if (best === 0) return 0;
    sum += best;
  }
  const first = typed.core[0] ?? '';
  const starts = words.core[0] && closeness(first, words.core[0]) > 1 ? 0.5 : 0;
  const left = Math.max(0, ownWords - typed.core.length);
  return sum / typed.core.length + starts + agreement(typed, words) - 0.25 * left;
}

/** What street types and directions add where they agree and take off where they don't. */
function agreement(typed: Words, words: Words): number {
  const part = (asked: readonly string[], has: readonly string[], weight: number): number =>
    asked.reduce((sum, word) => sum + (has.includes(word) ? weight : -weight), 0);
  return part(typed.types, words.types, 0.2) + part(typed.directions, words.directions, 0.4);
}

/** Corners of two streets that the query may name, computed from the streets' lines. */
function computedCorners(query: string, streets: readonly NamedStreet[]): Ranked[] {
  if (streets.length === 0) return [];
  const best = new Map<string, Ranked>();
  for (const [left, right] of waysToSplit(query)) {
    for (const a of matching(left, streets)) {
      for (const b of matching(right, streets)) {
        const name = `${a.street.short} & ${b.street.short}`;
        const score = (a.score + b.score) / 2 + 0.25;
        crossing(a.street, b.street).forEach(({ coordinates, uncertaintyMeters, basis }, i) => {
          const words =
            basis === 'lines' ? 'crossing of two street lines' : 'crossing by grid rule';
          const id = idOf('intersection', i === 0 ? name : `${name} ${i + 1}`);
          if ((best.get(id)?.score ?? 0) >= score) return;
          const place: Place = {
            id,
            name,
            kind: 'intersection',
            coordinates,
            locationPrecision: 'intersection',
            uncertaintyMeters,
            locationBasis: basisWords(words, uncertaintyMeters),
          };
          best.set(id, { place, score });
        });
      }
    }
  }
  return [...best.values()];
}

/** Every way to read a query as two streets: at its `&`, else between any two words. */
function waysToSplit(query: string): [Words, Words][] {
  const sides = sidesOf(query);
  const [left, right] = sides;
  if (sides.length === 2 && left && right) return [[wordsOf(left), wordsOf(right)]];
  const all = spelt(query);
  return all
    .slice(1)
    .map((_, i): [Words, Words] => [sorted(all.slice(0, i + 1)), sorted(all.slice(i + 1))])
    .filter(([a, b]) => a.core.length > 0 && b.core.length > 0);
}

function matching(
  typed: Words,
  streets: readonly NamedStreet[],
): { street: NamedStreet; score: number }[] {
  return streets
    .flatMap((street) => {
      const { words } = street;
      const wrongType = typed.types.some((type) => !words.types.includes(type));
      const wrongWay =
        words.directions.length > 0 &&
        typed.directions.some((way) => !words.directions.includes(way));
      if (wrongType || wrongWay) return [];
      const score = scoreOf(typed, words, words.core.length);
      return score > 0 ? [{ street, score }] : [];
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, mostStreets);
}
