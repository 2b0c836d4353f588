/** What people write without thinking of it, and what it looks like. Bounded, so that none is slow. */
const LOOKS: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['an e-mail address', /[^\s@]{1,64}@[^\s@.]{1,63}\.[^\s@]{2,}/u],
  [
    'a phone number',
    /(?<![\d-])(?:\+?1[\s.-]?)?(?:\(\d{3}\)\s?|\d{3}[\s.-]?)\d{3}[\s.-]?\d{4}(?![\d-])/,
  ],
  ['a licence plate', /\b(?:[A-Z]{3}-?\d{3}|\d{3}-?[A-Z]{3})\b/],
  [
    'a licence plate',
    /\bplates?\b[^.\n]{0,20}?\s(?=[A-Z -]{0,6}\d)[A-Z\d]{2,4}[ -]?[A-Z\d]{2,4}\b/,
  ],
  [
    'a house number',
    /(?<![\d.,])\d{2,5}\s(?:(?:\p{Lu}[\p{L}.’']{0,24}|\d{1,3}(?:st|nd|rd|th))\s){1,3}(?:St|Street|Ave|Avenue|Blvd|Boulevard|Rd|Road|Dr|Drive|Ln|Lane|Pl|Place|Ct|Court|Pkwy|Parkway|Ter|Terrace|Way)\b/u,
  ],
];

/** @returns what to say beside a text that seems to hold a private detail, or null. It may err. */
export function privateDetailWarning(text: string): string | null {
  const look = LOOKS.find(([, pattern]) => pattern.test(text));
  if (!look) return null;
  return `This looks like ${look[0]}. Leave it out: it can put people in danger.`;
}
