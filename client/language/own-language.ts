import { browserLanguage, isLanguage, type LanguageId } from './languages.ts';

const KEY = 'language';

/** @returns what was chosen on this device before, else what the browser asks for. */
export function ownLanguage(): LanguageId {
  try {
    const remembered = localStorage.getItem(KEY);
    return isLanguage(remembered) ? remembered : browserLanguage();
  } catch {
    return browserLanguage();
  }
}

/** Keeps a choice on this device; where storage is blocked it holds for this visit. */
export function rememberLanguage(language: LanguageId): void {
  try {
    if (language === browserLanguage()) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, language);
  } catch {
    // Storage may be blocked or full; the language is spoken all the same.
  }
}
