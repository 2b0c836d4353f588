export interface Word {
  readonly text: string;
  /** Lower case, without accents and apostrophes at its end. */
  readonly plain: string;
  readonly isCapital: boolean;
  /** Whether nothing but a blank stands between it and the word before. */
  readonly follows: boolean;
}

const WORD = /[\p{L}][\p{L}\p{M}]*(?:[’'-][\p{L}\p{M}]+)*/gu;

/** @returns the words of a text in order. */
export function wordsOf(text: string): Word[] {
  let before = '';
  let end = 0;
  return [...text.matchAll(WORD)].map((match) => {
    const [word] = match;
    const between = text.slice(end, match.index);
    const isAfterInitial = before.length === 1;
    before = word;
    end = match.index + word.length;
    return {
      text: word,
      plain: plain(word).replace(/['’]s$/, ''),
      isCapital: /^\p{Lu}/u.test(word),
      follows: isAfterInitial ? /^\.? $/.test(between) : between === ' ',
    };
  });
}

/** @returns the text in lower case, without accents. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('’', "'");
}
