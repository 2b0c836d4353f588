import type { ItemsPage } from '../api/answer.ts';
import type { Counted, ListQuestion, ViewSource } from '../view-source/source.ts';

const NO_PAGE: ItemsPage = { features: [], numberMatched: 0, revision: 0, links: [] };

/** For a view that is asked for alone, since nobody reads its lists. */
export const NO_LISTS = { list: NO_PAGE, unplaced: NO_PAGE };

/** @returns what figures count of each incident of the lists; null where they are too many to look at one by one. */
export async function countEach(
  source: ViewSource,
  lists: readonly ListQuestion[],
  signal: AbortSignal,
): Promise<readonly Counted[] | null> {
  const counted = await Promise.all(lists.map((list) => source.counted(list, signal)));
  return counted.every((each) => each !== null) ? counted.flat() : null;
}
