import type { LiveViewIndex, ViewRow } from '../../data/view/types.ts';
import type { Slice } from './slice.ts';

/** Rows between two looks at the clock: some of them divide a page, which takes 1 ms each. */
const ROWS_A_LOOK = 50;

/** Versions that went, and versions that came. */
interface Change {
  readonly removed: readonly ViewRow[];
  readonly added: readonly ViewRow[];
}

/** Changes the columns in slices: until it resolves, they have a part of the change. */
export async function takeIn(
  { removed, added }: Change,
  columns: LiveViewIndex,
  slice: Slice,
): Promise<void> {
  // What came may have the key of what went.
  for (const rows of parts(removed)) {
    columns.apply({ removedKeys: rows.map(({ key }) => key), added: [] });
    if (slice.isOver) await slice.next();
  }
  for (const rows of parts(added)) {
    columns.apply({ removedKeys: [], added: rows });
    if (slice.isOver) await slice.next();
  }
}

function* parts(rows: readonly ViewRow[]): Generator<readonly ViewRow[]> {
  for (let start = 0; start < rows.length; start += ROWS_A_LOOK) {
    yield rows.slice(start, start + ROWS_A_LOOK);
  }
}
