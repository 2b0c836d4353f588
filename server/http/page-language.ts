import type { Request } from 'express';

/** Languages that pages are served in; the first is spoken where a browser asks for none of them. */
export const PAGE_LANGUAGES = ['en', 'es', 'so', 'hmn'] as const;
export type PageLanguage = (typeof PAGE_LANGUAGES)[number];

/** @returns the language of the address (`?lang=`), else the browser's. */
export function pageLanguage(request: Request): PageLanguage {
  const asked = queryOf(request).get('lang');
  return PAGE_LANGUAGES.find((language) => language === asked) ?? spokenBy(request);
}

/** @returns the language that the browser asks for. */
export function spokenBy(request: Request): PageLanguage {
  const spoken = request.acceptsLanguages([...PAGE_LANGUAGES]);
  return PAGE_LANGUAGES.find((language) => language === spoken) ?? PAGE_LANGUAGES[0];
}

/** Not by `URL`, to which an address that begins with two slashes is a host, or none. */
export function queryOf({ originalUrl }: Request): URLSearchParams {
  const start = originalUrl.indexOf('?');
  return new URLSearchParams(start < 0 ? '' : originalUrl.slice(start));
}
