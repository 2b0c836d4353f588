import { IntlMessageFormat } from 'intl-messageformat';
import { SHARED_WORDS, type SharedLanguage, type SharedWords } from '../language/shared.ts';
import type { ChangeLine } from './change-lines.ts';

/** Parsed once: by language and kind. */
const formats = new Map<string, IntlMessageFormat>();

/** @returns the line in a language: "New account: Minneapolis police". Feeds and programs get it in English. */
export function changeWords({ kind, of }: ChangeLine, language: SharedLanguage): string {
  const words = SHARED_WORDS[language];
  // What is called by no word has its own name.
  const named = (key: string): string => words[key as keyof SharedWords] ?? of;
  const name = `${language} ${kind}`;
  // Where a platform does not know the language, English counts.
  const format =
    formats.get(name) ?? new IntlMessageFormat(words[`change.${kind}`], [language, 'en-US']);
  formats.set(name, format);
  return String(
    format.format({
      by: of,
      id: of,
      publisher: of,
      part: named(`change.of.${of}`),
      verification: named(`verification.${of}`),
    }),
  );
}
