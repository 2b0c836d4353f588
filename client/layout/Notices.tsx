import type { ComponentChildren } from 'preact';
import { writeFilter } from '../../data/query/filter.ts';
import type { Loader } from '../api/load.ts';
import { RECORDS } from '../language/languages.ts';
import { say } from '../language/say.ts';
import { lookForServer, takeUpdate } from '../offline/follow-worker.ts';
import type { Filter, News, State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { clockWords } from '../time/words.ts';
import { useLoadedAt } from './hooks.ts';
import { LazyDropped } from './parts.tsx';

interface Notice {
  readonly key: string;
  readonly words: ComponentChildren;
  readonly isError?: boolean;
  /** What can be done about it. */
  readonly label: string;
  readonly act: () => void;
}

interface NoticesProps {
  readonly state: State;
  readonly store: Store;
  readonly loader: Loader;
}

/** What failed and what still works; what of a link could not be read. */
export function Notices(props: NoticesProps) {
  return (
    <>
      {useNotices(props).map(({ key, words, isError, label, act }) => (
        <div
          key={key}
          class={isError ? 'notice is-error' : 'notice'}
          role={isError ? 'alert' : 'status'}
        >
          <p>{words}</p>
          <button type="button" class="button" onClick={act}>
            {label}
          </button>
        </div>
      ))}
    </>
  );
}

/** The first of them in a line, where there is no room for more: it leads to all of them. */
export function NoticeLine({ onOpen, ...props }: NoticesProps & { readonly onOpen: () => void }) {
  const [first] = useNotices(props);
  return (
    <div class="notice-line" role="status">
      {first && (
        <button type="button" onClick={onOpen}>
          {first.words}
        </button>
      )}
    </div>
  );
}

/** @returns what there is to tell, the gravest first. */
function useNotices({ state, store, loader }: NoticesProps): Notice[] {
  const { failure, keptAt, basemap, news, updateReady, dropped } = state;
  const loadedAt = useLoadedAt(state.answer?.view ?? null);
  const notices: (Notice | false | null)[] = [
    failure && {
      key: 'failure',
      words: (
        <>
          <span lang={failure.isEnglish ? RECORDS : undefined}>{failure.message}</span>{' '}
          {shownWords(loadedAt, state)}
        </>
      ),
      isError: true,
      label: say('page.tryAgain'),
      act: () => loader.retry(),
    },
    !failure &&
      keptAt !== null && {
        key: 'kept',
        words: say('notice.offline', { time: clockWords(keptAt) }),
        label: say('page.tryAgain'),
        act: () => void lookForServer(),
      },
    basemap === 'missing' && {
      key: 'basemap',
      words: say('notice.basemap'),
      label: say('page.tryAgain'),
      act: () => store.dispatch({ type: 'basemapAsked' }),
    },
    news && {
      key: 'news',
      words: newsWords(news),
      label: say('notice.show'),
      act: () => store.dispatch({ type: 'newsAsked' }),
    },
    updateReady && {
      key: 'update',
      words: say('notice.update'),
      label: say('notice.reload'),
      act: () => void takeUpdate(),
    },
    dropped.length > 0 && {
      key: 'dropped',
      words: <LazyDropped names={dropped} />,
      label: say('notice.close'),
      act: () => store.dispatch({ type: 'noticeClosed' }),
    },
  ];
  return notices.filter((notice) => notice !== false && notice !== null);
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
