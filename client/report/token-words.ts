import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as spanish } from '@scure/bip39/wordlists/spanish.js';
import { say } from '../language/say-of-reports.ts';

/** What was typed, as a token or as what is wrong with it. */
export type ReadWords =
  | { readonly token: string }
  | { readonly wrong: string; readonly words: readonly string[] };

/** Lists of BIP 39; it has none of Somali or Hmong words. Words of any list open a report on any page. */
const LISTS = { en: english, es: spanish } as const;
export type ListLanguage = keyof typeof LISTS;

/** A token of 16 bytes is 12 words, one of 32 (the first version's) 24. */
const COUNTS = [12, 24];

/** @returns the list that a reader of the page's language can best write down. */
export function listFor(language: string): ListLanguage {
  return language === 'es' ? 'es' : 'en';
}

/** @returns the words of that list that stand for the token. */
export function wordsOfToken(token: string, language: ListLanguage = 'en'): readonly string[] {
  const base64 = token.replaceAll('-', '+').replaceAll('_', '/');
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return entropyToMnemonic(bytes, LISTS[language]).normalize('NFC').split(' ');
}

/**
 * Reads words as a person types them: any case, with accents or without, any separators, numbers
 * before them, four letters each.
 */
export function tokenOfWords(typed: string): ReadWords {
  const words = plain(typed.toLowerCase()).match(/\p{L}+/gu) ?? [];
  const readings = READ_LISTS.map((list) => readBy(list, words));
  const unknown = (reading: Reading): number => reading.unknown.length;
  const [best] = readings.sort((a, b) => unknown(a) - unknown(b));
  if (best && best.unknown.length > 0) {
    return {
      wrong: say('open.unknownWords', {
        words: best.unknown.map((word) => `“${word}”${guess(word, best.list)}`).join(', '),
      }),
      words: best.unknown,
    };
  }
  if (!COUNTS.includes(words.length)) {
    return { wrong: say('open.countWords', { count: words.length }), words: [] };
  }
  for (const { list, whole, unknown } of readings) {
    if (unknown.length > 0) continue;
    try {
      return { token: base64url(mnemonicToEntropy(whole.join(' '), [...list.words])) };
    } catch {
      // Words that two lists share may be of the other.
    }
  }
  return { wrong: say('open.otherWords'), words: [] };
}

/** A list, with its words as they are typed without accents. */
interface ReadList {
  readonly words: readonly string[];
  readonly plain: readonly string[];
}

const READ_LISTS: readonly ReadList[] = Object.values(LISTS).map((words) => ({
  words,
  plain: words.map(plain),
}));

/** What was typed, taken for words of one list. */
interface Reading {
  readonly list: ReadList;
  readonly whole: readonly string[];
  readonly unknown: readonly string[];
}

function readBy(list: ReadList, words: readonly string[]): Reading {
  const whole = words.map((word) => wholeWord(word, list));
  return {
    list,
    whole: whole.filter((word) => word !== undefined),
    unknown: words.filter((_, index) => whole[index] === undefined),
  };
}

/** The first four letters of a word are no other's. */
function wholeWord(word: string, { words, plain }: ReadList): string | undefined {
  const same = words[plain.indexOf(word)];
  if (same !== undefined || word.length !== 4) return same;
  return words[plain.findIndex((listed) => listed.startsWith(word))];
}

function guess(word: string, { words, plain }: ReadList): string {
  const near = words
    .filter((_, index) => distance(word, plain[index] ?? '') === 1)
    .slice(0, 3)
    .map((listed) => listed.normalize('NFC'));
  return near.length === 0 ? '' : ` (${near.join(say('open.or'))}?)`;
}

/** @returns a text without its accents. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '');
}

/** How many letters to put in, take out or change (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
