import type { CategoryId } from '../../data/vocabulary/categories.ts';
import { FAMILIES } from '../../data/vocabulary/families.ts';
import type { VerificationId } from '../../data/vocabulary/verifications.ts';
import { familyOf } from '../marks/colours.ts';

/** What bars are stacked by. */
export type Stacking = 'family' | 'verification';

/** Incidents of one family, or verified in one way, bin by bin. Its id names its colour. */
export interface Series<Id extends string = string> {
  readonly id: Id;
  readonly counts: readonly number[];
}

/** Adds the categories up by family, in the families' order, as the bars are stacked. */
export function familySeries(
  byCategory: Partial<Record<CategoryId, readonly number[]>>,
  count: number,
): Series[] {
  const sums = new Map<string, number[]>();
  for (const [category, counts] of Object.entries(byCategory)) {
    const family = familyOf(category);
    const sum = sums.get(family) ?? new Array<number>(count).fill(0);
    counts.forEach((n, bin) => {
      sum[bin] = (sum[bin] ?? 0) + n;
    });
    sums.set(family, sum);
  }
  return FAMILIES.flatMap(({ id }) => {
    const counts = sums.get(id);
    return counts ? [{ id, counts }] : [];
  });
}

/** How sure each is, the surest at the foot. */
export function verificationSeries(
  byVerification: Partial<Record<VerificationId, readonly number[]>>,
): Series<VerificationId>[] {
  return SUREST_FIRST.flatMap((id) => {
    const counts = byVerification[id];
    return counts ? [{ id, counts }] : [];
  });
}

const SUREST_FIRST: readonly VerificationId[] = [
  'verified',
  'corroborated',
  'disputed',
  'unverified',
  'retracted',
];

export function highestBar(series: readonly Series[], count: number): number {
  let highest = 1;
  for (let bin = 0; bin < count; bin += 1) {
    const height = series.reduce((sum, { counts }) => sum + (counts[bin] ?? 0), 0);
    highest = Math.max(highest, height);
  }
  return highest;
}

/**
 * One SVG path a series: its share of every bar, stacked on the series before it.
 * @param width pixels of all bins together; bars are at least 1 px wide with a gap where it fits.
 */
export function barPaths(
  series: readonly Series[],
  count: number,
  width: number,
  height: number,
): { id: string; path: string }[] {
  const highest = highestBar(series, count);
  const step = width / count;
  const bar = Math.max(1, step - (step >= 4 ? 1 : 0));
  const tops = new Array<number>(count).fill(0);
  return series.map(({ id, counts }) => {
    let path = '';
    counts.forEach((n, bin) => {
      if (n === 0) return;
      const below = tops[bin] ?? 0;
      tops[bin] = below + n;
      const y = height - ((below + n) / highest) * height;
      const size = (n / highest) * height;
      path += `M${round(bin * step)} ${round(y)}h${round(bar)}v${round(size)}h${round(-bar)}z`;
    });
    return { id, path };
  });
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
