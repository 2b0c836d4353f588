/**
 * Where a key leads in a list of rows.
 * @param row that has the focus, from 0.
 * @param perPage rows that Page Up and Page Down go by.
 * @returns the row, or null for a key that leads nowhere.
 */
export function rowOfKey(
  { key, altKey, ctrlKey, metaKey }: KeyboardEvent,
  row: number,
  count: number,
  perPage: number,
): number | null {
  if (altKey || ctrlKey || metaKey || count === 0) return null;
  const to = targetOf(key, row, count, perPage);
  return to === null ? null : Math.min(Math.max(0, to), count - 1);
}

function targetOf(key: string, row: number, count: number, perPage: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return row + 1;
    case 'ArrowUp':
      return row - 1;
    case 'PageDown':
      return row + perPage;
    case 'PageUp':
      return row - perPage;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
