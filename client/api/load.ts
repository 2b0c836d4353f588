import type { IncidentFeature } from '../../data/incident/schema.ts';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { binsFor } from '../time/bins-for.ts';
import { serverSource } from '../view-source/server-source.ts';
import type { Question, ViewSource } from '../view-source/source.ts';
import type { Answer } from './answer.ts';
import { failureOf, isAbort } from './failure.ts';
import { incidentPath, viewPath } from './query.ts';
import { request } from './request.ts';

/** A drag asks a server at most this often. */
const SETTLE_MS = 60;
/** Nothing is told of a wait before this. */
const SLOW_MS = 300;
const LISTS_EVERY_MS = 300;

export interface Loader {
  /** True while an answer is on its way or due. */
  readonly busy: boolean;
  /** Who answers now: the server, until the page holds the columns itself. */
  readonly source: ViewSource;
  /** From now on asks another; what is shown stays where it is of the same revision. */
  use(source: ViewSource, revision: number): void;
  /** Gives an answer before its question comes: see the player. */
  foresee(answer: Answer): void;
  /** Asks again for what the state wants: after a failure, or for what was left out. */
  retry(): void;
  more(): void;
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
    running = controller;
    store.dispatch({ type: 'loadingStarted' });
    const slow = setTimeout(() => store.dispatch({ type: 'loadingSlow' }), SLOW_MS);
    try {
      const answer = await soon;
      if (running === controller) {
        running = null;
        store.dispatch({ type: 'answered', answer });
      }
    } catch (error) {
      if (isAbort(error)) return;
      if (running === controller) running = null;
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

  function follow(state: State): void {
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

  store.onChange(follow);
  follow(store.state);
  return {
    get busy() {
      return due !== undefined || running !== null;
    },
    get source() {
      return source;
    },
    use(next, revision) {
      source = next;
      // Without a connection the server fails, and the rows that this device kept do not.
      if (store.state.failure || store.state.answer?.view.revision !== revision) ask(0);
    },
    foresee(answer) {
      foreseen = answer;
    },
    retry: () => ask(0),
    more: () => void loadMore(store, source),
  };
}

/** The first answer's bars are not cut anew before the map says what it shows: it soon asks anyway. */
export function questionOf(state: State): Question {
  const { filter, viewport, map } = state;
  const settled = viewport !== null || map === 'missing';
  const span = settled ? (state.span ?? state.homeSpan) : null;
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

async function loadMore(store: Store, source: ViewSource): Promise<void> {
  const { answer, loadingMore } = store.state;
  const hasMore = answer?.list.links.some((link) => link.rel === 'next');
  if (!answer || !hasMore || loadingMore) return;
  store.dispatch({ type: 'moreAsked' });
  try {
    const page = await source.more(questionOf(store.state), answer);
    store.dispatch({ type: 'moreAnswered', key: answer.key, page });
  } catch (error) {
    store.dispatch({ type: 'moreFailed', failure: failureOf(error) });
  }
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
    const features = await source.place(filter, screen.longitude, screen.latitude, signal);
    store.dispatch({ type: 'placeAnswered', features });
  } catch (error) {
    if (!isAbort(error)) store.dispatch({ type: 'loadingFailed', failure: failureOf(error) });
  }
}
