/**
 * The languages of the public page, by their own names. A fifth is one line here and one file in
 * catalogue/; the tests say what it still lacks.
 */
export const LANGUAGES = [
  { id: 'en', name: 'English', direction: 'ltr', formats: ['en-US'] },
  { id: 'es', name: 'Español', direction: 'ltr', formats: ['es-US', 'es', 'en-US'] },
  { id: 'so', name: 'Soomaali', direction: 'ltr', formats: ['so', 'en-US'] },
  { id: 'hmn', name: 'Hmoob', direction: 'ltr', formats: ['hmn', 'en-US'] },
] as const satisfies readonly {
  /** As BCP 47 has it, for `lang`, the address and the name of the file. */
  id: string;
  name: string;
  direction: 'ltr' | 'rtl';
  /** Locales that Intl is asked for, best first: few platforms know all four languages. */
  formats: readonly string[];
}[];

/** Records are not translated: their words stay in the language they were written in. */
export const RECORDS = 'en';

export type LanguageId = (typeof LANGUAGES)[number]['id'];

/** White Hmong and Green Hmong have codes of their own beside that of all Hmong. */
const ALSO: Readonly<Record<string, LanguageId>> = { mww: 'hmn', hnj: 'hmn' };

export function isLanguage(text: string | null): text is LanguageId {
  return LANGUAGES.some(({ id }) => id === text);
}

export function languageOf(id: LanguageId): (typeof LANGUAGES)[number] {
  return LANGUAGES.find((language) => language.id === id) ?? LANGUAGES[0];
}

/** @returns the first language that this browser asks for and the page has, else English. */
export function browserLanguage(
  asked: readonly string[] = globalThis.navigator?.languages ?? [],
): LanguageId {
  for (const tag of asked) {
    const id = tag.toLowerCase().split('-')[0] ?? '';
    const known = ALSO[id] ?? id;
    if (isLanguage(known)) return known;
  }
  return 'en';
}
