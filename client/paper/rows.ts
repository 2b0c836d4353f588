import type { ListedIncident } from '../api/answer.ts';
import { type Loader, questionOf } from '../api/load.ts';
import { firstRows, type ListId, PAGE_SIZE, type PagedList } from '../list/paged-list.ts';
import type { State } from '../state/state.ts';
import { type ListQuestion, placedList, placeList, unplacedList } from '../view-source/source.ts';

/** Rows of a list that go on paper: some forty sheets. */
const MOST_ON_PAPER = 500;

/** A list as it is printed: the newest of it. */
export interface PrintedList {
  readonly id: ListId;
  readonly rows: readonly ListedIncident[];
  readonly matched: number;
}

/**
 * Chooses what of the lists of a screen is printed. A browser waits for no server before it prints: where
 * the page does not hold the rows itself, it is those that it has asked for.
 */
export function printedLists(state: State, loader: Loader): readonly PrintedList[] {
  const ids = LISTS[state.screen.kind] ?? [];
  return ids.flatMap((id) => {
    const list = state.lists[id];
    const question = questionOfList(id, state);
    if (!list || list.matched === 0 || !question) return [];
    return [{ id, rows: rowsOf(list, question, state, loader), matched: list.matched }];
  });
}

const LISTS: Partial<Record<State['screen']['kind'], readonly ListId[]>> = {
  list: ['placed', 'unplaced'],
  place: ['place'],
};

function questionOfList(id: ListId, state: State): ListQuestion | null {
  const { screen, filter } = state;
  if (id === 'placed') return placedList(questionOf(state));
  if (id === 'unplaced') return unplacedList(filter);
  return screen.kind === 'place' ? placeList(filter, screen.longitude, screen.latitude) : null;
}

function rowsOf(
  list: PagedList,
  question: ListQuestion,
  state: State,
  { source }: Loader,
): readonly ListedIncident[] {
  const held = firstRows(list).slice(0, MOST_ON_PAPER);
  const wanted = Math.min(list.matched, MOST_ON_PAPER);
  if (held.length === wanted || !source.answersAtOnce(questionOf(state))) return held;
  const rows: ListedIncident[] = [];
  for (let index = 0; index * PAGE_SIZE < wanted; index++) {
    const page = source.page(question, index, null);
    if (page instanceof Promise) return held;
    rows.push(...page.features);
  }
  return rows.slice(0, wanted);
}
