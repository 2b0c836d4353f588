/** Words of a name or a query, as compared: lower case, no accents, one spelling a word. */
export interface Words {
  /** What tells places apart: `lake`, `38th`, `hennepin`. */
  readonly core: readonly string[];
  /** What kind of street: `ave`, `st`. People leave these out, or get them wrong. */
  readonly types: readonly string[];
  /** `n`, `s`, `e`, `w`, `ne`, `se`. */
  readonly directions: readonly string[];
}

/** Each row: the spelling compared, then the others. */
const types = spellings([
  'ave av aven avenue',
  'st str street saint',
  'blvd boulevard',
  'pkwy pky parkway',
  'rd road',
  'dr drive',
  'hwy highway',
]);

const directions = spellings([
  'n no north',
  's so south',
  'e east',
  'w west',
  'ne northeast',
  'se southeast',
]);

const numbers = spellings([
  '1st first',
  '2nd second',
  '3rd third',
  '4th fourth',
  '5th fifth',
  '6th sixth',
  '7th seventh',
  '8th eighth',
  '9th ninth',
  '10th tenth',
]);

/** Words that join and say nothing. */
const joins = new Set(['and', 'at', 'the', 'of', 'by', 'on', 'y', 'minneapolis', 'mpls']);

/** What stands between the two streets of a crossing. */
const between = /\s*(?:&|\/|@|\+|,|\b(?:and|at|y)\b)\s*/i;

/** @returns the sides of a crossing as typed: `Lake & Chicago` → two, `38th Chicago` → one. */
export function sidesOf(query: string): string[] {
  return query.split(between).filter((side) => side.trim() !== '');
}

/** @returns every word in order, spelt as compared. */
export function spelt(text: string): string[] {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}.'’]/gu, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !joins.has(word))
    .map((word) => numbers.get(word) ?? types.get(word) ?? directions.get(word) ?? word);
}

const isType = new Set(types.values());
const isDirection = new Set(directions.values());

export function wordsOf(text: string): Words {
  return sorted(spelt(text));
}

/** @returns spelt words by what they say. */
export function sorted(all: readonly string[]): Words {
  return {
    core: all.filter((word) => !isType.has(word) && !isDirection.has(word)),
    types: all.filter((word) => isType.has(word)),
    directions: all.filter((word) => isDirection.has(word)),
  };
}

/**
 * How well a word typed fits a word of a name: 3 the same, 2 its beginning, 1 one letter off in a
 * long word, 0 not.
 */
export function closeness(typed: string, word: string): 0 | 1 | 2 | 3 {
  if (typed === word || (/^\d+$/.test(typed) && typed === word.replace(/(st|nd|rd|th)$/, ''))) {
    return 3;
  }
  if (word.startsWith(typed)) return 2;
  return typed.length >= 5 && oneLetterOff(typed, word.slice(0, typed.length + 1)) ? 1 : 0;
}

/** Whether one letter changed, dropped or added makes `a` equal to `b` or to its beginning. */
function oneLetterOff(a: string, b: string): boolean {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const [left, right] = [a.slice(i), b.slice(i)];
  return (
    right.slice(1).startsWith(left.slice(1)) ||
    right.slice(1).startsWith(left) ||
    right.startsWith(left.slice(1))
  );
}

function spellings(rows: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    rows.flatMap((row) => {
      const all = row.split(' ');
      return all.map((word): [string, string] => [word, all[0] ?? word]);
    }),
  );
}
