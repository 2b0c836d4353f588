import { CATEGORY_IDS, type CategoryId } from '../vocabulary/categories.ts';
import { VERIFICATION_IDS, type VerificationId } from '../vocabulary/verifications.ts';
import type { ViewRow } from './types.ts';

/**
 * Category, verification and imprecision of a row as one number from 0 to CODES − 1, in a byte. A
 * filter is then a table of answers, and counting by any of the three is one increment.
 */
export const CODES = CATEGORY_IDS.length * VERIFICATION_IDS.length * 2;
/** The code of a row that was taken away, or that a view leaves out: no filter accepts it. */
export const DEAD = 255;
/** Length of a table that any code, the dead one too, may be looked up in. */
export const CODE_TABLE = 256;

if (CODES > DEAD) {
  throw new RangeError(
    `A row's code is a byte and holds 255 combinations of category, verification and imprecision, not ${CODES}: widen it.`,
  );
}

const categoryIndex = new Map<string, number>(CATEGORY_IDS.map((id, index) => [id, index]));
const verificationIndex = new Map<string, number>(VERIFICATION_IDS.map((id, index) => [id, index]));

/** @throws RangeError where the row's category or verification is not in the vocabulary. */
export function codeOf({ key, category, verification, imprecise }: ViewRow): number {
  const c = categoryIndex.get(category);
  const v = verificationIndex.get(verification);
  if (c === undefined || v === undefined) {
    throw new RangeError(
      `Row ${key} has category "${category}" and verification "${verification}"; expected ids of the vocabulary.`,
    );
  }
  return (c * VERIFICATION_IDS.length + v) * 2 + (imprecise ? 1 : 0);
}

/** @returns the category's place in CATEGORY_IDS. */
export function categoryOf(code: number): number {
  return Math.floor(code / (VERIFICATION_IDS.length * 2));
}

/** @returns the verification's place in VERIFICATION_IDS. */
export function verificationOf(code: number): number {
  return (code >> 1) % VERIFICATION_IDS.length;
}

export function isImprecise(code: number): boolean {
  return (code & 1) === 1;
}

/** What each code stands for, by code. */
export const CODE_MEANINGS: readonly {
  readonly category: CategoryId;
  readonly verification: VerificationId;
  readonly imprecise: boolean;
}[] = CATEGORY_IDS.flatMap((category) =>
  VERIFICATION_IDS.flatMap((verification) =>
    [false, true].map((imprecise) => ({ category, verification, imprecise })),
  ),
);

/** @returns for each code, 1 where the lists accept it and 0 where not. Null accepts all. */
export function acceptance(
  categories: readonly CategoryId[] | null,
  verifications: readonly VerificationId[] | null,
): Uint8Array {
  const accept = new Uint8Array(CODE_TABLE);
  CODE_MEANINGS.forEach(({ category, verification }, code) => {
    const accepted =
      (categories?.includes(category) ?? true) && (verifications?.includes(verification) ?? true);
    accept[code] = accepted ? 1 : 0;
  });
  return accept;
}

/** Adds up the counts of the codes that are accepted. */
export function sumCodes(counts: Uint32Array, accept: Uint8Array): number {
  let sum = 0;
  for (let code = 0; code < CODES; code++) {
    sum += (counts[code] as number) * (accept[code] as number);
  }
  return sum;
}

/** Counts by one of the things that codes stand for. @returns every id, in the order of `ids`. */
export function countBy<Key extends 'category' | 'verification'>(
  key: Key,
  ids: readonly (typeof CODE_MEANINGS)[number][Key][],
  counts: Uint32Array,
  accept: Uint8Array,
): Record<(typeof CODE_MEANINGS)[number][Key], number> {
  type Id = (typeof CODE_MEANINGS)[number][Key];
  const result = Object.fromEntries(ids.map((id) => [id, 0])) as Record<Id, number>;
  CODE_MEANINGS.forEach((meaning, code) => {
    if (accept[code] === 1) result[meaning[key] as Id] += counts[code] as number;
  });
  return result;
}
