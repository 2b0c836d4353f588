import type { CategoryId } from '../../data/vocabulary/categories.ts';
import { FAMILIES, type FamilyId } from '../../data/vocabulary/families.ts';
import { familyOf } from '../marks/colours.ts';

/** Incidents of one family, bin by bin. */
export interface FamilyBins {
  readonly family: FamilyId;
  readonly counts: readonly number[];
}

/** Adds the categories up by family, in the families' order, as the bars are stacked. */
export function familyBins(
  byCategory: Partial<Record<CategoryId, readonly number[]>>,
  count: number,
): FamilyBins[] {
  const sums = new Map<FamilyId, number[]>();
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
    return counts ? [{ family: id, counts }] : [];
  });
}

export function highestBar(families: readonly FamilyBins[], count: number): number {
  let highest = 1;
  for (let bin = 0; bin < count; bin += 1) {
    const height = families.reduce((sum, { counts }) => sum + (counts[bin] ?? 0), 0);
    highest = Math.max(highest, height);
  }
  return highest;
}

/**
 * One SVG path a family: its share of every bar, stacked on the families before it.
 * @param width pixels of all bins together; bars are at least 1 px wide with a gap where it fits.
 */
export function barPaths(
  families: readonly FamilyBins[],
  count: number,
  width: number,
  height: number,
): { family: FamilyId; path: string }[] {
  const highest = highestBar(families, count);
  const step = width / count;
  const bar = Math.max(1, step - (step >= 4 ? 1 : 0));
  const tops = new Array<number>(count).fill(0);
  return families.map(({ family, counts }) => {
    let path = '';
    counts.forEach((n, bin) => {
      if (n === 0) return;
      const below = tops[bin] ?? 0;
      tops[bin] = below + n;
      const y = height - ((below + n) / highest) * height;
      const size = (n / highest) * height;
      path += `M${round(bin * step)} ${round(y)}h${round(bar)}v${round(size)}h${round(-bar)}z`;
    });
    return { family, path };
  });
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
