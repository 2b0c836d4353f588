import type { IncidentFeature } from '../../data/incident/schema.ts';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import type { Answer, ItemsPage, ViewResponse } from './answer.ts';
import { failureOf, isAbort } from './failure.ts';
import { incidentPath, listPath, nextPath, placePath, unplacedPath, viewPath } from './query.ts';
import { request } from './request.ts';

/** A drag asks at most this often. */
const SETTLE_MS = 60;
/** Nothing is told of a wait before this. */
const SLOW_MS = 300;

export interface Loader {
  /** True while an answer is on its way or due. */
  readonly busy: boolean;
  /** Asks again for what the state wants, after a failure. */
  retry(): void;
  more(): void;
}

/** Keeps the answer in step with filter and viewport: one question at a time, stale ones cancelled. */
export function followFilter(store: Store): Loader {
  let wanted = '';
  let due: ReturnType<typeof setTimeout> | undefined;
  let running: AbortController | null = null;

  function ask(settleMs: number): void {
    running?.abort();
    running = null;
    clearTimeout(due);
    due = setTimeout(() => {
      due = undefined;
      void run(store.state);
    }, settleMs);
  }

  async function run(state: State): Promise<void> {
    const controller = new AbortController();
    running = controller;
    store.dispatch({ type: 'loadingStarted' });
    const slow = setTimeout(() => store.dispatch({ type: 'loadingSlow' }), SLOW_MS);
    try {
      const answer = await loadAnswer(state, controller.signal);
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

  function follow(state: State): void {
    const key = keyOf(state);
    if (key === wanted) return;
    const first = wanted === '';
    wanted = key;
    ask(first ? 0 : SETTLE_MS);
  }

  store.onChange(follow);
  follow(store.state);
  return {
    get busy() {
      return due !== undefined || running !== null;
    },
    retry: () => ask(0),
    more: () => void loadMore(store),
  };
}

/** Asks for an incident, or for what shares a point, when the screen shows it and nothing holds it. */
export function followScreen(store: Store): void {
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
      const path = placePath(filter, screen.longitude, screen.latitude);
      ask(path, (signal) => loadPlace(store, path, signal));
    }
  }
  store.onChange(follow);
  follow(store.state, null);
}

/** @returns all parts of one revision; where a change fell between them, they are asked for again. */
async function loadAnswer(state: State, signal: AbortSignal): Promise<Answer> {
  const { filter, viewport } = state;
  const key = keyOf(state);
  for (let attempt = 1; ; attempt += 1) {
    const [view, list, unplaced] = await Promise.all([
      request<ViewResponse>(key, { signal }),
      request<ItemsPage>(listPath(filter, viewport), { signal }),
      request<ItemsPage>(unplacedPath(filter), { signal }),
    ]);
    const revisions = new Set([view, list, unplaced].map((answer) => answer.body.revision));
    if (revisions.size === 1 || attempt === 3) {
      return { key, view: view.body, list: list.body, unplaced: unplaced.body };
    }
  }
}

/** The first answer's bars are not cut anew before the map says what it shows: it soon asks anyway. */
function keyOf({ filter, viewport, map, answer }: State): string {
  const settled = viewport !== null || map === 'missing';
  return viewPath(filter, viewport, settled ? (answer?.view.timeline ?? null) : null);
}

async function loadMore(store: Store): Promise<void> {
  const { answer, loadingMore } = store.state;
  const next = answer?.list.links.find((link) => link.rel === 'next');
  if (!answer || !next || loadingMore) return;
  store.dispatch({ type: 'moreAsked' });
  try {
    const { body } = await request<ItemsPage>(nextPath(next.href));
    store.dispatch({ type: 'moreAnswered', key: answer.key, page: body });
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

async function loadPlace(store: Store, path: string, signal: AbortSignal): Promise<void> {
  try {
    const { body } = await request<ItemsPage>(path, { signal });
    store.dispatch({ type: 'placeAnswered', features: body.features });
  } catch (error) {
    if (!isAbort(error)) store.dispatch({ type: 'loadingFailed', failure: failureOf(error) });
  }
}
