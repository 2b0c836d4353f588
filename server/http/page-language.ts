import type { Request } from 'express';
import { SHARED_LANGUAGES, type SharedLanguage } from '../../data/language/shared.ts';

/** @returns the language of the address (`?lang=`), else the browser's. */
export function pageLanguage(request: Request): SharedLanguage {
  const asked = queryOf(request).get('lang');
  return SHARED_LANGUAGES.find((language) => language === asked) ?? spokenBy(request);
}

/** @returns the language that the browser asks for; English where that is none of them. */
export function spokenBy(request: Request): SharedLanguage {
  const spoken = request.acceptsLanguages([...SHARED_LANGUAGES]);
  return SHARED_LANGUAGES.find((language) => language === spoken) ?? 'en';
}

/** Not by `URL`, to which an address that begins with two slashes is a host, or none. */
export function queryOf({ originalUrl }: Request): URLSearchParams {
  const start = originalUrl.indexOf('?');
  return new URLSearchParams(start < 0 ? '' : originalUrl.slice(start));
}
