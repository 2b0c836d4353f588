import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { say } from '../language/say-of-reports.ts';

/** What was typed, as a token or as what is wrong with it. */
export type ReadWords =
  | { readonly token: string }
  | { readonly wrong: string; readonly words: readonly string[] };

/** A token of 16 bytes is 12 words, one of 32 (the first version's) 24. */
const COUNTS = [12, 24];

/** @returns the words of BIP 39's English list that stand for the token. */
export function wordsOfToken(token: string): readonly string[] {
  const base64 = token.replaceAll('-', '+').replaceAll('_', '/');
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return entropyToMnemonic(bytes, wordlist).split(' ');
}

/** Reads words as a person types them: any case, any separators, numbers before them, four letters each. */
export function tokenOfWords(typed: string): ReadWords {
  const words = typed.toLowerCase().match(/\p{L}+/gu) ?? [];
  const whole = words.map(wholeWord);
  const unknown = words.filter((_, index) => whole[index] === null);
  if (unknown.length > 0) {
    return {
      wrong: say('open.unknownWords', {
        words: unknown.map((word) => `“${word}”${guess(word)}`).join(', '),
      }),
      words: unknown,
    };
  }
  if (!COUNTS.includes(words.length)) {
    return { wrong: say('open.countWords', { count: words.length }), words: [] };
  }
  try {
    return { token: base64url(mnemonicToEntropy(whole.join(' '), wordlist)) };
  } catch {
    return { wrong: say('open.otherWords'), words: [] };
  }
}

/** The first four letters of a word are no other's. */
function wholeWord(word: string): string | null {
  if (wordlist.includes(word)) return word;
  if (word.length !== 4) return null;
  return wordlist.find((listed) => listed.startsWith(word)) ?? null;
}

function guess(word: string): string {
  const near = wordlist.filter((listed) => distance(word, listed) === 1).slice(0, 3);
  return near.length === 0 ? '' : ` (${near.join(say('open.or'))}?)`;
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
