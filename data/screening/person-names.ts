import { streets } from '../basemap/figures/streets.ts';
import { places } from '../gazetteer/places.ts';
import { FAMILY_NAMES, GIVEN_NAMES } from './given-names.ts';
import { namesBySign } from './name-signs.ts';
import { NO_FAMILY_NAME, NO_GIVEN_NAME, NO_PERSON } from './other-words.ts';
import { PUBLIC_PEOPLE } from './public-people.ts';
import { plain, type Word, wordsOf } from './words.ts';

const OFFICE =
  /^(?:rep|representative|congresswoman|congressman|sen|senator|gov|governor|mayor|president|commander|chief|superintendent|secretary|judge|justice|commissioner|councilmember|senador|alcalde)$/;

const publicNames = PUBLIC_PEOPLE.map(
  (name) => new RegExp(`\\b${name.replace(/ /g, '\\W')}\\b`, 'g'),
);
/** Names of places and streets that begin with a given name, and so would be taken for a person's. */
const placeNames = [
  ...places.flatMap(({ name, aliases }) => [name, ...(aliases ?? '').split(/[,;]/)]),
]
  .concat(streets.map(({ name }) => name))
  .map((name) => plain(name).trim())
  .filter((name) => name.includes(' '))
  .filter((name) =>
    name.split(/\W+/).some((word) => GIVEN_NAMES.has(word) || FAMILY_NAMES.has(word)),
  )
  .map((name) => new RegExp(`\\b${name.replace(/[^a-z0-9]+/g, '\\W+')}\\b`, 'g'));

/**
 * Finds what looks like the name of a private person: a given name and a word that may be a family
 * name, a name with a title, a name that is told as one. It knows some names, not all; names in
 * other letters than Latin it doesn't know.
 * @returns the names, as they stand in the text.
 */
export function personNames(text: string): string[] {
  const readable = masked(text.normalize('NFC'));
  return [...fullNames(readable), ...namesBySign(readable)];
}

/** Blanks out what is public: people in office, and places named after somebody. Keeps its length. */
function masked(text: string): string {
  const comparable = plain(text);
  // Where taking accents off changes the length, nothing can be laid over the text.
  if (comparable.length !== text.length) return text;
  const letters = [...text.split('')];
  for (const pattern of [...placeNames, ...publicNames]) {
    for (const match of comparable.matchAll(pattern)) {
      letters.fill('·', match.index, match.index + match[0].length);
    }
  }
  return letters.join('');
}

function fullNames(text: string): string[] {
  const words = wordsOf(text);
  return words.flatMap((word, at) => {
    const next = words[at + 1];
    if (!next?.follows) return [];
    // An office holder speaks under their name: `Rep. Omar`, `Senator Ada Example`.
    if (OFFICE.test(words[at - 1]?.plain ?? '')) return [];
    // An initial between the two.
    const last = /^\p{Lu}$/u.test(next.text) && words[at + 2] ? words[at + 2] : next;
    if (!last || last.text.length < 2) return [];
    const isGiven = GIVEN_NAMES.has(word.plain);
    const isFamily = FAMILY_NAMES.has(last.plain);
    const asWritten = word.isCapital && last.isCapital && (isGiven || (isFamily && isLikely(word)));
    const inLowerCase = !word.isCapital && isGiven && isFamily;
    if (!asWritten && !inLowerCase) return [];
    return isPlaceOrOffice(words, words.indexOf(last)) ? [] : [`${word.text} ${last.text}`];
  });
}

/** A capital begins sentences and titles too: what stands before a family name must not be such a word. */
function isLikely({ plain: word, text }: Word): boolean {
  return text.length > 2 && !NO_GIVEN_NAME.has(word);
}

function isPlaceOrOffice(words: readonly Word[], last: number): boolean {
  const name = words[last];
  if (!name || NO_PERSON.has(name.plain) || NO_FAMILY_NAME.has(name.plain)) return true;
  const after = words[last + 1];
  const second = words[last + 2];
  return (
    (after?.follows === true && NO_PERSON.has(after.plain)) ||
    (after?.follows === true &&
      after.isCapital &&
      second?.follows === true &&
      NO_PERSON.has(second.plain))
  );
}
