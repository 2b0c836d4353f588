import { COORDINATE_BITS } from './mercator.ts';
import type { Page } from './page.ts';
import type { PlaceNode } from './place-tree.ts';
import { firstFrom, isIn, type Slices } from './window.ts';

/** A row that matches, and the highest bits in which others of its square differ from it. */
export interface Spread {
  readonly page: Page;
  readonly row: number;
  /** Its highest bit is exact; lower ones may be missing. 0 where all share one point. */
  readonly differing: number;
}

/**
 * Finds how far the rows of a square that are accepted and begin in the slices lie apart: down the
 * tree until two of four squares have any. @returns null where there is none.
 */
export function spreadOf(node: PlaceNode, slices: Slices, accept: Uint8Array): Spread | null {
  if (isEmpty(node, slices, accept)) return null;
  if (!node.children) return spreadOfPages(node, slices, accept);
  const found: { child: PlaceNode; page: Page; row: number }[] = [];
  for (const child of node.children) {
    const match = firstMatch(child, slices, accept);
    if (match) found.push({ child, ...match });
  }
  const [first] = found;
  if (!first) return null;
  if (found.length === 1) return spreadOf(first.child, slices, accept);
  return { ...first, differing: 1 << (COORDINATE_BITS - 1 - node.level) };
}

/** What a digest can tell: one of other slices, only that there is nothing at any time. */
function isEmpty({ digest }: PlaceNode, { of, first, end }: Slices, accept: Uint8Array): boolean {
  if (!digest) return false;
  const { count } = digest.grid;
  return count === of ? !digest.hasAny(first, end, accept) : !digest.hasAny(0, count, accept);
}

function firstMatch(
  node: PlaceNode,
  slices: Slices,
  accept: Uint8Array,
): { page: Page; row: number } | null {
  if (isEmpty(node, slices, accept)) return null;
  for (const child of node.children ?? []) {
    const match = firstMatch(child, slices, accept);
    if (match) return match;
  }
  for (const page of node.pages) {
    for (const row of matches(page, slices, accept)) return { page, row };
  }
  return null;
}

function spreadOfPages(
  { pages, level }: PlaceNode,
  slices: Slices,
  accept: Uint8Array,
): Spread | null {
  const most = 1 << (COORDINATE_BITS - 1 - level);
  let spread: { page: Page; row: number; differing: number } | null = null;
  for (const page of pages) {
    for (const row of matches(page, slices, accept)) {
      spread ??= { page, row, differing: 0 };
      const { xs, ys } = spread.page;
      spread.differing |= (xs[spread.row] as number) ^ (page.xs[row] as number);
      spread.differing |= (ys[spread.row] as number) ^ (page.ys[row] as number);
      if ((spread.differing & most) !== 0) return spread; // nothing in the square is farther apart
    }
  }
  return spread;
}

function* matches(page: Page, slices: Slices, accept: Uint8Array): Generator<number> {
  const { times, codes, sorted, count } = page;
  const end = firstFrom(times, sorted, slices.to);
  for (let row = firstFrom(times, sorted, slices.from); row < end; row++) {
    if (accept[codes[row] as number] === 1) yield row;
  }
  for (let row = sorted; row < count; row++) {
    if (accept[codes[row] as number] === 1 && isIn(slices, times[row] as number)) yield row;
  }
}
