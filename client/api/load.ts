import type { IncidentFeature } from '../../data/incident/schema.ts';
import { firstPageOf, type ListId, type PagedList, rowsReached } from '../list/paged-list.ts';
import { finer } from '../map/viewport.ts';
import { askedFilter, isWithoutMap, type State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { binsFor, wholeBars } from '../time/bins-for.ts';
import { serverSource } from '../view-source/server-source.ts';
import {
  type ListQuestion,
  placedList,
  placeList,
  type Question,
  unplacedList,
  type ViewSource,
} from '../view-source/source.ts';
import { type Answer, revisionsOf, type ViewResponse } from './answer.ts';
import { failureOf, isAbort } from './failure.ts';
import { incidentPath, listPath, viewPath } from './query.ts';
import { request } from './request.ts';

/** A drag asks a server at most this often. */
const SETTLE_MS = 60;
/** Nothing is told of a wait before this. */
const SLOW_MS = 300;
const LISTS_EVERY_MS = 500;

export interface Loader {
  /** True while an answer is on its way or due. */
  readonly busy: boolean;
  /** Who answers now: the server, until the page holds the columns itself. */
  readonly source: ViewSource;
  /** All that matches, without lists: it says where the map opens. Null where it could not be had. */
  readonly survey: Promise<ViewResponse | null>;
  /** From now on asks another; what is shown stays where it is of the same revision. */
  use(source: ViewSource, revision: number): void;
  /** Gives an answer before its question comes: see the player. */
  foresee(answer: Answer): void;
  /** Asks again for what the state wants: after a failure, or for what was left out. */
  retry(): void;
  /** Asks for a page of a list, where it is not held and can be asked for. */
  page(list: ListId, index: number): void;
  /** @returns how many rows of a list can be scrolled to now. */
  reach(list: PagedList): number;
}

/** Keeps the answer in step with filter and viewport: one question at a time, stale ones cancelled. */
export function followFilter(store: Store): Loader {
  let source = serverSource;
  let wanted = '';
  let due: ReturnType<typeof setTimeout> | undefined;
  let running: AbortController | null = null;
  let foreseen: Answer | null = null;
  let listedAt = 0;

  function drop(): void {
    running?.abort();
    running = null;
    clearTimeout(due);
    due = undefined;
  }

  function ask(settleMs: number): void {
    drop();
    const question = questionOf(store.state);
    if (source.answersAtOnce(question)) {
      void run(question);
      return;
    }
    due = setTimeout(() => {
      due = undefined;
      void run(questionOf(store.state));
    }, settleMs);
  }

  async function run(question: Question): Promise<void> {
    const controller = new AbortController();
    const lists = keptLists();
    const soon = lists
      ? source.askView(question, lists, controller.signal)
      : source.ask(question, controller.signal);
    if (!(soon instanceof Promise)) {
      store.dispatch({ type: 'answered', answer: soon });
      return;
    }
    await wait(soon, controller, (answer) => store.dispatch({ type: 'answered', answer }));
  }

  /** Tells of a wait and of a failure, and takes what comes unless something else was asked since. */
  async function wait<T>(
    soon: Promise<T>,
    controller: AbortController,
    take: (answer: T) => void,
  ): Promise<void> {
    running = controller;
    store.dispatch({ type: 'loadingStarted' });
    const slow = setTimeout(() => store.dispatch({ type: 'loadingSlow' }), SLOW_MS);
    try {
      const answer = await soon;
      if (running === controller) {
        running = null;
        take(answer);
      }
    } catch (error) {
      // What was asked since tells how that went.
      if (isAbort(error) || running !== controller) return;
      running = null;
      store.dispatch({ type: 'loadingFailed', failure: failureOf(error) });
    } finally {
      clearTimeout(slow);
    }
  }

  /**
   * Lists of a play change so often and no more: nobody reads faster, and they cost most to draw.
   * @returns those that are shown, where they may stay.
   */
  function keptLists(): Answer | null {
    const { play, answer } = store.state;
    const now = performance.now();
    if (play.isPlaying && answer && now - listedAt < LISTS_EVERY_MS) return answer;
    listedAt = now;
    return null;
  }

  async function askSurvey(): Promise<ViewResponse | null> {
    const controller = new AbortController();
    let survey: ViewResponse | null = null;
    const path = viewPath(questionOf(store.state));
    const soon = request<ViewResponse>(path, { signal: controller.signal });
    await wait(soon, controller, ({ body: view }) => {
      survey = view;
      store.dispatch({ type: 'surveyed', view });
    });
    return survey;
  }

  function follow(state: State): void {
    // Before the map has a place all would be asked for twice.
    if (!isPlaced(state)) return;
    const key = viewPath(questionOf(state));
    if (key === wanted) return;
    const first = wanted === '';
    wanted = key;
    if (foreseen?.key === key) {
      drop();
      store.dispatch({ type: 'answered', answer: foreseen });
    } else {
      ask(first ? 0 : SETTLE_MS);
    }
  }

  /** What the page holds itself it can begin to list anywhere; the server goes from page to page. */
  function answersLists(): boolean {
    return source.answersAtOnce(questionOf(store.state));
  }

  const pages = pageLoader(store, () => source, answersLists);
  store.onChange(follow);
  const survey = askSurvey();
  return {
    survey,
    get busy() {
      return due !== undefined || running !== null;
    },
    get source() {
      return source;
    },
    use(next, revision) {
      source = next;
      const { answer, failure } = store.state;
      const isOfIt = answer && revisionsOf(answer).every((one) => one === revision);
      // Without a connection the server fails, and the rows that this device kept do not.
      if (failure || !isOfIt) ask(0);
    },
    foresee(answer) {
      foreseen = answer;
    },
    retry: () => ask(0),
    page: (list, index) => void pages.load(list, index),
    reach: (list) => (answersLists() ? list.matched : rowsReached(list)),
  };
}

/** What the map shows is known, or that there will be none. */
function isPlaced(state: State): boolean {
  return state.viewport !== null || isWithoutMap(state);
}

export function questionOf(state: State): Question {
  const viewport = state.drawnAs === 'heat' ? finer(state.viewport) : state.viewport;
  const filter = askedFilter(state);
  const drawn = isPlaced(state) ? (state.span ?? state.homeSpan) : null;
  const span = drawn && wholeBars(drawn);
  return { filter, viewport, bins: binsFor(span), span };
}

/** Asks for an incident, or for what shares a point, when the screen shows it and nothing holds it. */
export function followScreen(store: Store, loader: Loader): void {
  let running = new AbortController();
  let asked: unknown = null;
  function ask(subject: unknown, load: (signal: AbortSignal) => Promise<void>): void {
    if (asked === subject) return;
    asked = subject;
    running.abort();
    running = new AbortController();
    void load(running.signal);
  }
  function follow(state: State, before: State | null): void {
    const { screen, opened, filter } = state;
    if (screen !== before?.screen) asked = null;
    if (screen.kind === 'incident' && opened && !opened.feature && !opened.failure) {
      const path = incidentPath(screen.id, filter.asOf);
      ask(opened, (signal) => loadIncident(store, screen.id, path, signal));
    } else if (screen.kind === 'place') {
      ask(filter, (signal) => loadPlace(store, loader.source, signal));
    }
  }
  store.onChange(follow);
  follow(store.state, null);
}

/** Asks for pages of lists beyond their first, each once. */
function pageLoader(store: Store, source: () => ViewSource, answersLists: () => boolean) {
  /** Pages under way, by the first page of their list. */
  const asked = new WeakMap<object, Set<number>>();

  function questionOfList(id: ListId): ListQuestion | null {
    const { filter, screen } = store.state;
    if (id === 'placed') return placedList(questionOf(store.state));
    if (id === 'unplaced') return unplacedList(filter);
    return screen.kind === 'place' ? placeList(filter, screen.longitude, screen.latitude) : null;
  }

  async function load(id: ListId, index: number): Promise<void> {
    const of = store.state.lists[id];
    const question = questionOfList(id);
    if (!of || !question || of.pages.has(index)) return;
    const link = of.links[index - 1] ?? null;
    if (link === null && !answersLists()) return;
    const underWay = asked.get(firstPageOf(of)) ?? new Set();
    if (underWay.has(index)) return;
    const soon = source().page(question, index, link);
    if (!(soon instanceof Promise)) {
      store.dispatch({ type: 'moreAnswered', list: id, of, index, page: soon });
      return;
    }
    asked.set(firstPageOf(of), underWay.add(index));
    store.dispatch({ type: 'moreAsked' });
    try {
      store.dispatch({ type: 'moreAnswered', list: id, of, index, page: await soon });
    } catch (error) {
      store.dispatch({ type: 'moreFailed', failure: failureOf(error) });
    } finally {
      underWay.delete(index);
    }
  }

  return { load };
}

async function loadIncident(
  store: Store,
  id: string,
  path: string,
  signal: AbortSignal,
): Promise<void> {
  try {
    const { body } = await request<IncidentFeature>(path, { signal });
    store.dispatch({ type: 'incidentArrived', feature: body });
  } catch (error) {
    if (!isAbort(error)) store.dispatch({ type: 'incidentFailed', id, failure: failureOf(error) });
  }
}

async function loadPlace(store: Store, source: ViewSource, signal: AbortSignal): Promise<void> {
  const { screen, filter } = store.state;
  if (screen.kind !== 'place') return;
  try {
    const list = placeList(filter, screen.longitude, screen.latitude);
    const page = await source.page(list, 0, null, signal);
    store.dispatch({ type: 'placeAnswered', name: listPath(list), page });
  } catch (error) {
    if (!isAbort(error)) store.dispatch({ type: 'loadingFailed', failure: failureOf(error) });
  }
}
