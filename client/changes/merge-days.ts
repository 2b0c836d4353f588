import type { DayOfChanges } from '../../data/incident/public-history.ts';

/** @returns the days of two pages that follow each other: a day may end on the second. */
export function mergeDays(
  before: readonly DayOfChanges[],
  after: readonly DayOfChanges[],
): readonly DayOfChanges[] {
  const [first, ...rest] = after;
  const last = before.at(-1);
  if (!first || last?.day !== first.day) return [...before, ...after];
  const joined = { day: last.day, changes: [...last.changes, ...first.changes] };
  return [...before.slice(0, -1), joined, ...rest];
}
