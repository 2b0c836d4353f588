import { ENGLISH } from './en.ts';
import { SPANISH } from './es.ts';
import { HMONG } from './hmn.ts';
import { SOMALI } from './so.ts';

/** What both the page and the mails say, by key: ICU messages. */
export type SharedWords = Readonly<Record<keyof typeof ENGLISH, string>>;

export const SHARED_WORDS = {
  en: ENGLISH,
  es: SPANISH,
  so: SOMALI,
  hmn: HMONG,
} as const satisfies Record<string, SharedWords>;

export type SharedLanguage = keyof typeof SHARED_WORDS;
export const SHARED_LANGUAGES = Object.keys(SHARED_WORDS) as readonly SharedLanguage[];
