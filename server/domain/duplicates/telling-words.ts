import { wordsOf } from '../../../data/query/words.ts';

/**
 * Letters that are kept of a word, so that "march", "marched" and "marchers" are one. Cutting at a
 * fixed length does nearly as well as a stemmer and knows no language (McNamee, Nicholas, Mayfield:
 * "Addressing Morphological Variation in Alphabetic Languages", SIGIR 2009).
 */
const KEPT_LETTERS = 5;

/** Words that say nothing of what happened, in English and Spanish, and those this map adds itself. */
const EMPTY_WORDS = new Set(
  `a about after all also an and are around as at be been before but by for from had has have he her
  his i in into is it its me my near no not of on one or our out over she so some that the their them
  then there they this to two up was we were what when where which while who with you
  al como con de del desde el en era es esta fue ha habia la las lo los mas muy no para pero por que
  se sin sobre su sus un una y ya
  reporter map says`.match(/\S+/g),
);

/** @returns the words of a text that tell what happened, folded as search folds them, cut short. */
export function tellingWords(text: string): ReadonlySet<string> {
  const telling = wordsOf(text).filter((word) => !EMPTY_WORDS.has(word));
  return new Set(telling.map((word) => [...word].slice(0, KEPT_LETTERS).join('')));
}

/**
 * How many of the shorter telling's words the other has too, from 0 to 1: the overlap coefficient of
 * Szymkiewicz and Simpson, since one person writes a line and another a page of the same event.
 * Below `fewest` words, chance alone would decide: the missing ones count as not shared.
 */
export function overlap(
  one: ReadonlySet<string>,
  other: ReadonlySet<string>,
  fewest: number,
): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const word of small) if (large.has(word)) shared++;
  return shared / Math.max(small.size, fewest);
}
