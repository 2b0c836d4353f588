import { writeFilter } from '../../data/query/filter.ts';
import type { Loader } from '../api/load.ts';
import { RECORDS } from '../language/languages.ts';
import { say } from '../language/say.ts';
import { listWords } from '../language/words.ts';
import { lookForServer, takeUpdate } from '../offline/follow-worker.ts';
import type { Filter, News, State } from '../state/state.ts';
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
            <span lang={state.failure.isEnglish ? RECORDS : undefined}>
              {state.failure.message}
            </span>{' '}
            {shownWords(loadedAt, state)}
          </p>
          <button type="button" class="button" onClick={() => loader.retry()}>
            {say('page.tryAgain')}
          </button>
        </div>
      )}
      {!state.failure && state.keptAt !== null && (
        <div class="notice" role="status">
          <p>{say('notice.offline', { time: clockWords(state.keptAt) })}</p>
          <button type="button" class="button" onClick={() => void lookForServer()}>
            {say('page.tryAgain')}
          </button>
        </div>
      )}
      {state.news && (
        <div class="notice" role="status">
          <p>{newsWords(state.news)}</p>
          <button
            type="button"
            class="button"
            onClick={() => store.dispatch({ type: 'newsAsked' })}
          >
            {say('notice.show')}
          </button>
        </div>
      )}
      {state.updateReady && (
        <div class="notice" role="status">
          <p>{say('notice.update')}</p>
          <button type="button" class="button" onClick={() => void takeUpdate()}>
            {say('notice.reload')}
          </button>
        </div>
      )}
      {state.dropped.length > 0 && (
        <div class="notice" role="status">
          <p>{say('notice.dropped', { parts: droppedWords(state.dropped) })}</p>
          <button
            type="button"
            class="button"
            onClick={() => store.dispatch({ type: 'noticeClosed' })}
          >
            {say('notice.close')}
          </button>
        </div>
      )}
    </>
  );
}

/** @returns `3 new`, `3 new, 1 changed`, or that something has changed. */
export function newsWords({ added, changed }: News): string {
  const parts = [
    ...(added ? [say('notice.added', { count: added })] : []),
    ...(changed ? [say('notice.changed', { count: changed })] : []),
  ];
  return parts.join(', ') || say('notice.someChanged');
}

function isSame(a: Filter, b: Filter): boolean {
  return JSON.stringify(writeFilter(a)) === JSON.stringify(writeFilter(b));
}

/** @returns how old what is shown is, and whether it is what was asked for. */
function shownWords(loadedAt: number | null, { filter, answerFilter }: State): string {
  if (loadedAt === null) return say('notice.nothingLoaded');
  const time = clockWords(loadedAt);
  return isSame(filter, answerFilter)
    ? say('notice.shown', { time })
    : say('notice.shownUnfiltered', { time });
}

const PARTS = [
  'within',
  'datetime',
  'range',
  'category',
  'verification',
  'q',
  'asOf',
  'map',
  'incident',
  'show',
  'lang',
] as const;

/** @returns `the category and the map position`; what this map has no name for is said once. */
export function droppedWords(names: readonly string[]): string {
  const words = names.map((name) => {
    const part = PARTS.find((known) => known === name);
    return part ? say(`notice.part.${part}`) : say('notice.part.unknown');
  });
  return listWords([...new Set(words)]);
}
