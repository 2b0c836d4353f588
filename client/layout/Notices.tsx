import { writeFilter } from '../../data/query/filter.ts';
import type { Loader } from '../api/load.ts';
import { lookForServer, takeUpdate } from '../offline/follow-worker.ts';
import type { Filter, State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { clockWords } from '../time/words.ts';
import { useLoadedAt } from './hooks.ts';

interface NoticesProps {
  readonly state: State;
  readonly store: Store;
  readonly loader: Loader;
}

/** What failed and what still works; what of a link could not be read. */
export function Notices({ state, store, loader }: NoticesProps) {
  const loadedAt = useLoadedAt(state.answer?.view ?? null);
  return (
    <>
      {state.failure && (
        <div class="notice is-error" role="alert">
          <p>
            {state.failure.message}{' '}
            {loadedAt === null
              ? 'Nothing has been loaded yet.'
              : `Showing what was loaded at ${clockWords(loadedAt)}${
                  isSame(state.filter, state.answerFilter)
                    ? '.'
                    : '; the newest filter is not applied.'
                }`}
          </p>
          <button type="button" class="button" onClick={() => loader.retry()}>
            Try again
          </button>
        </div>
      )}
      {!state.failure && state.keptAt !== null && (
        <div class="notice" role="status">
          <p>No connection. Showing what was loaded at {clockWords(state.keptAt)}.</p>
          <button type="button" class="button" onClick={() => void lookForServer()}>
            Try again
          </button>
        </div>
      )}
      {state.updateReady && (
        <div class="notice" role="status">
          <p>A newer version of this page is ready.</p>
          <button type="button" class="button" onClick={() => void takeUpdate()}>
            Reload
          </button>
        </div>
      )}
      {state.dropped.length > 0 && (
        <div class="notice" role="status">
          <p>
            Part of this link could not be read and was left out: {droppedWords(state.dropped)}.
          </p>
          <button
            type="button"
            class="button"
            onClick={() => store.dispatch({ type: 'noticeClosed' })}
          >
            Close
          </button>
        </div>
      )}
    </>
  );
}

function isSame(a: Filter, b: Filter): boolean {
  return JSON.stringify(writeFilter(a)) === JSON.stringify(writeFilter(b));
}

const PARTS: ReadonlyMap<string, string> = new Map([
  ['datetime', 'the dates'],
  ['category', 'the category'],
  ['verification', 'the verification'],
  ['q', 'the search words'],
  ['asOf', 'the day of knowledge'],
  ['map', 'the map position'],
  ['incident', 'the incident'],
  ['show', 'the way of drawing'],
]);

/** @returns `the category and the map position`; what this map has no name for is said once. */
export function droppedWords(names: readonly string[]): string {
  const words = new Set(names.map((name) => PARTS.get(name) ?? 'a part unknown to this map'));
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(words);
}
