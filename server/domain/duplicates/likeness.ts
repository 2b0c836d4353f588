import { categoryOf } from '../../../data/vocabulary/categories.ts';
import { apartMeters, placeLikeness } from './place.ts';
import type { Telling } from './telling.ts';
import { overlap } from './telling-words.ts';
import { apartMilliseconds, timeLikeness } from './time.ts';

export type ReasonOf = 'place' | 'time' | 'words' | 'category';

export interface Reason {
  readonly what: ReasonOf;
  /** For people: "about 120 m apart". */
  readonly words: string;
  /** What it gives to the score; the shares of all reasons add up to it. */
  readonly share: number;
}

export interface Likeness {
  /** How likely both tell of one event: 0 to 1. */
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** What each can give to a score. Place and time must both be near in any case. */
const WEIGHTS = { place: 0.2, time: 0.25, words: 0.4, category: 0.15 } as const;

/** Two people who tell of one event hardly share more of their words; as much counts in full. */
const FULL_OVERLAP = 0.65;
const FEWEST_WORDS = 6;
const FEWEST_PLACE_WORDS = 2;

/**
 * Compares two tellings: each of place, time, words and category gives its weight times how alike
 * they are in it.
 * @returns null where they are too far apart in place or time.
 */
export function likenessOf(one: Telling, other: Telling): Likeness | null {
  const meters = apartMeters(one, other);
  const place =
    meters === null
      ? overlap(one.placeWords, other.placeWords, FEWEST_PLACE_WORDS) / 2
      : placeLikeness(meters, one, other);
  const milliseconds = apartMilliseconds(one.span, other.span);
  const time = timeLikeness(milliseconds, one.span, other.span);
  if ((meters !== null && place === 0) || time === 0) return null;
  const words = overlap(one.words, other.words, FEWEST_WORDS);
  const reasons = [
    reason('place', place, placeWords(meters)),
    reason('time', time, timeWords(milliseconds)),
    reason('words', Math.min(1, words / FULL_OVERLAP), sharedWords(one.words, other.words)),
    reason('category', categoryLikeness(one, other), categoryWords(one, other)),
  ];
  return { score: round(reasons.reduce((sum, { share }) => sum + share, 0)), reasons };
}

function reason(what: ReasonOf, alike: number, words: string): Reason {
  return { what, words, share: round(WEIGHTS[what] * alike) };
}

/** Two people may call one scene a protest and a vigil; hardly a vigil and a collision. */
function categoryLikeness(one: Telling, other: Telling): number {
  if (one.category === other.category) return 1;
  return categoryOf(one.category).family === categoryOf(other.category).family ? 0.5 : 0;
}

function placeWords(meters: number | null): string {
  if (meters === null) return 'No position on one side; compared by the words of the place';
  if (meters < 10) return 'The same spot';
  const rounded =
    meters < 1000 ? `${Math.round(meters / 10) * 10} m` : `${(meters / 1000).toFixed(1)} km`;
  return `About ${rounded} apart`;
}

function timeWords(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes === 0) return 'At the same time, as far as it is known';
  if (minutes < 60) return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'} apart`;
  const hours = Math.round(minutes / 6) / 10;
  return `${hours} ${hours === 1 ? 'hour' : 'hours'} apart`;
}

function sharedWords(one: ReadonlySet<string>, other: ReadonlySet<string>): string {
  let shared = 0;
  for (const word of one) if (other.has(word)) shared++;
  const of = Math.min(one.size, other.size);
  return shared === 0 ? 'No word in common' : `${shared} of ${of} words in common`;
}

function categoryWords(one: Telling, other: Telling): string {
  const label = categoryOf(one.category).label;
  if (one.category === other.category) return `Both: ${label}`;
  return `${label} and ${categoryOf(other.category).label}`;
}

function round(number: number): number {
  return Math.round(number * 1000) / 1000;
}
