import { personNames } from './person-names.ts';

/** A private detail that a text seems to hold. */
export interface PrivateDetail {
  readonly id: 'email' | 'phone' | 'plate' | 'house' | 'home' | 'name';
  /** What it looks like: `a phone number`. */
  readonly what: string;
  /** What it looks like, what to change, and why: for whoever wrote it. Repeats nothing of the text. */
  readonly advice: string;
}

const EMAIL = kind('email', 'an e-mail address', 'Leave it out: it can put people in danger.');
const PHONE = kind('phone', 'a phone number', 'Leave it out: it can put people in danger.');
const PLATE = kind(
  'plate',
  'a licence plate',
  'Describe the vehicle instead: a plate leads to a person.',
);
const HOUSE = kind(
  'house',
  'a house number',
  'Name the block or the crossing instead: a house number shows where somebody lives.',
);
const HOME = kind(
  'home',
  'a home address',
  'Leave out where somebody lives: it can put them in danger. The block is enough for a map.',
);
const NAME = kind(
  'name',
  'the name of a private person',
  'Say what they were to the event instead, such as "a neighbor": a name can put them in danger.',
);

const STREET_TYPE =
  '(?:St|Street|Ave|Avenue|Blvd|Boulevard|Rd|Road|Dr|Drive|Ln|Lane|Pl|Place|Ct|Court|Pkwy|Parkway|Ter|Terrace|Way)';

/** What people write without thinking of it. Bounded, so that none is slow. */
const LOOKS: readonly (readonly [PrivateDetail, RegExp])[] = [
  [EMAIL, /[^\s@]{1,64}@[^\s@.]{1,63}\.[^\s@]{2,}/u],
  [
    EMAIL,
    /\b[\p{L}\d._-]{2,40}\s(?:at|arroba|\(at\))\s[\p{L}\d-]{2,40}\s(?:dot|punto)\s\p{L}{2,6}\b/iu,
  ],
  [PHONE, /(?<![\d-])(?:\+?1[\s.-]?)?(?:\(\d{3}\)\s?|\d{3}[\s.-]?)\d{3}[\s.-]?\d{4}(?![\d-])/],
  [PHONE, /\+[2-9]\d{0,2}[\s.-]?\(?\d{1,4}\)?(?:[\s.-]?\d{2,4}){2,4}(?!\d)/],
  [PLATE, /\b(?:[A-Z]{3}-?\d{3}|\d{3}-?[A-Z]{3})\b/],
  [
    PLATE,
    /\b(?:[Pp]lates?|[Ll]icen[cs]e|[Tt]ags?|[Pp]lacas?|[Mm]atr[ií]cula)\b[^.\n]{0,20}?\s(?=[A-Za-z -]{0,6}\d)(?=[\d -]{0,6}[A-Za-z])[A-Za-z\d]{2,4}[ -]?[A-Za-z\d]{2,4}\b/,
  ],
  [
    HOUSE,
    new RegExp(
      `(?<![\\d.,])\\d{2,5}\\s(?:(?:\\p{Lu}[\\p{L}.’']{0,24}|\\d{1,3}(?:st|nd|rd|th))\\s){1,3}${STREET_TYPE}\\b`,
      'u',
    ),
  ],
  [
    HOUSE,
    new RegExp(
      `(?<![\\d.,])\\d{2,5}\\s(?:(?:[nsew]|east|west|north|south)\\.?\\s)?(?:\\d{1,3}(?:st|nd|rd|th)|chicago|portland|park|lyndale|nicollet|hennepin|cedar|bloomington|penn|lake|franklin|blaisdell|pillsbury|grand|pleasant|emerson|fremont|columbus|oakland|elliot)\\s${STREET_TYPE}\\b`,
      'i',
    ),
  ],
  [
    HOME,
    /\b(?:apt|apartment|apto|apartamento)\b\.?\s?(?:#\s?)?(?:\d{1,4}[A-Za-z]?|[A-Z]\d{0,3})\b/i,
  ],
  [
    HOME,
    /\b(?:lives?|lived|resides?|vive|viven)\s(?:at|on|en la|en)\s(?:the corner|\p{Lu}\p{Ll}+\s|\d)/u,
  ],
];

/** @returns each kind of private detail that the text seems to hold, once. It may err. */
export function privateDetails(text: string): PrivateDetail[] {
  const found = new Set(LOOKS.flatMap(([detail, look]) => (look.test(text) ? [detail] : [])));
  if (personNames(text).length > 0) found.add(NAME);
  return [...found];
}

function kind(id: PrivateDetail['id'], what: string, change: string): PrivateDetail {
  return { id, what, advice: `This looks like ${what}. ${change}` };
}
