/**
 * Adds ids to a choice, or takes them out where all are in it.
 * @param chosen null where nothing is narrowed.
 * @param size of the vocabulary: a choice of everything narrows nothing.
 */
export function toggle<T>(
  chosen: readonly T[] | null,
  ids: readonly T[],
  size: number,
): readonly T[] | null {
  const before = chosen ?? [];
  const next = ids.every((id) => before.includes(id))
    ? before.filter((id) => !ids.includes(id))
    : [...before, ...ids.filter((id) => !before.includes(id))];
  return next.length === 0 || next.length === size ? null : next;
}
