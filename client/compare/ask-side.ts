import type { ListedIncident, ViewResponse } from '../api/answer.ts';
import { countEach, NO_LISTS } from '../charts/ask-counts.ts';
import type { Filter } from '../state/state.ts';
import { type Counted, placedList, unplacedList, type ViewSource } from '../view-source/source.ts';

/** One side of a comparison, as it was counted. */
export interface SideAnswer {
  readonly filter: Filter;
  readonly view: ViewResponse;
  /** Each record that is counted; null where they are more than a page of a list. */
  readonly records: readonly ListedIncident[] | null;
}

/** @throws ApiError where there is no answer; AbortError on abort. */
export async function askSide(
  source: ViewSource,
  filter: Filter,
  signal: AbortSignal,
): Promise<SideAnswer> {
  const question = { filter, viewport: null, bins: 1, span: null };
  const [{ view }, ...pages] = await Promise.all([
    source.askView(question, NO_LISTS, signal),
    ...listsOf(filter).map((list) => source.page(list, 0, null, signal)),
  ]);
  const isWhole = pages.every(({ features, numberMatched }) => features.length === numberMatched);
  return { filter, view, records: isWhole ? pages.flatMap(({ features }) => features) : null };
}

/** @returns what figures count of each; null where they are too many to look at one by one. */
export function countSide(
  source: ViewSource,
  filter: Filter,
  signal: AbortSignal,
): Promise<readonly Counted[] | null> {
  return countEach(source, listsOf(filter), signal);
}

/** What has no place is counted as well, and no drawn area leaves it out: it is a list of its own. */
function listsOf(filter: Filter) {
  return [placedList({ filter, viewport: null }), unplacedList(filter)] as const;
}
