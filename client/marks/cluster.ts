import type { CategoryId } from '../../data/vocabulary/categories.ts';
import { FAMILIES, type FamilyId } from '../../data/vocabulary/families.ts';
import { familyOf, type MarkColours } from './colours.ts';

const SMALLEST = 28;
const LARGEST = 64;
/** Counts of three characters and more need as much. */
const SMALLEST_OF_HUNDREDS = 33;
const TURN = 2 * Math.PI;

/** From so large a part of all in one cluster on, it is drawn at the largest. */
const LARGEST_PART = 1 / 8;

/**
 * Pixels across: the area grows with √count, from 28 px for two up to 64 px; on a map of so many that
 * most would be the largest, more slowly.
 * @param total incidents on the whole map: filters and play leave the sizes as they are.
 */
export function clusterDiameter(count: number, total: number): number {
  const ofTwo = SMALLEST * (count / 2) ** 0.25;
  const ofAll = LARGEST * (count / total / LARGEST_PART) ** 0.25;
  // So that the count stands clear of its ring.
  const least = count < 100 ? SMALLEST : SMALLEST_OF_HUNDREDS;
  return Math.max(least, Math.round(Math.min(LARGEST, ofTwo, ofAll)));
}

/** @returns 999, 1.2k, 34k, 1.1M: never more than four characters. */
export function abbreviated(count: number): string {
  if (count < 1000) return String(count);
  const [size, unit] = count < 999_500 ? [count / 1000, 'k'] : [count / 1_000_000, 'M'];
  return `${size < 9.95 ? size.toFixed(1).replace(/\.0$/, '') : Math.round(size)}${unit}`;
}

/** How many incidents of each family, in the families' order; none that has 0. */
export function familyShares(
  byCategory: Partial<Record<CategoryId, number>>,
): { family: FamilyId; count: number }[] {
  const sums = new Map<FamilyId, number>();
  for (const [category, count] of Object.entries(byCategory)) {
    const family = familyOf(category);
    sums.set(family, (sums.get(family) ?? 0) + count);
  }
  return FAMILIES.map(({ id }) => ({ family: id, count: sums.get(id) ?? 0 })).filter(
    ({ count }) => count > 0,
  );
}

/**
 * Draws a cluster: its count in a disc, and about it a ring in which each family has its share.
 * @param context scaled to CSS pixels; the cluster fills `diameter` + 4 of them.
 */
export function drawCluster(
  context: CanvasRenderingContext2D,
  diameter: number,
  count: number,
  shares: readonly { family: FamilyId; count: number }[],
  colours: MarkColours,
): void {
  const middle = diameter / 2 + 2;
  const outer = diameter / 2;
  const ring = Math.max(4, diameter * 0.115);
  disc(context, middle, outer + 1.5, colours.halo);
  disc(context, middle, outer, colours.core);
  const total = shares.reduce((sum, share) => sum + share.count, 0);
  const gap = shares.length > 1 ? 1.5 / outer : 0;
  let from = -TURN / 4;
  for (const share of shares) {
    const to = from + (share.count / total) * TURN;
    context.beginPath();
    context.arc(
      middle,
      middle,
      outer - ring / 2,
      from + gap / 2,
      Math.max(from + gap, to - gap / 2),
    );
    context.lineWidth = ring;
    context.strokeStyle = colours.family[share.family];
    context.stroke();
    from = to;
  }
  const text = abbreviated(count);
  const size = Math.min(17, Math.max(11, (outer - ring) * (text.length > 2 ? 0.86 : 1)));
  context.font = `650 ${size}px system-ui, sans-serif`;
  context.fontKerning = 'none';
  context.textAlign = 'center';
  context.fillStyle = colours.ink;
  const { actualBoundingBoxAscent: ascent, actualBoundingBoxDescent: descent } =
    context.measureText(text);
  context.fillText(text, middle, middle + (ascent - descent) / 2);
}

function disc(
  context: CanvasRenderingContext2D,
  middle: number,
  radius: number,
  colour: string,
): void {
  context.fillStyle = colour;
  context.beginPath();
  context.arc(middle, middle, radius, 0, TURN);
  context.fill();
}
