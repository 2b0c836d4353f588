import { useEffect, useRef } from 'preact/hooks';
import type { ListedIncident } from '../api/answer.ts';
import { say } from '../language/say.ts';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { weekdayWords } from '../time/words.ts';
import { byDay } from './days.ts';
import type { LongListProps } from './LongList.tsx';
import { firstPageOf, firstRows, isLong, PAGE_SIZE } from './paged-list.ts';
import { Row } from './Row.tsx';

type PlainListProps = Omit<LongListProps, 'label'>;

/** Every row that is held, and a way to more of them. */
export function PlainList({ id, list, state, store, loader }: PlainListProps) {
  const rows = firstRows(list);
  const rest = list.matched - rows.length;
  return (
    <>
      <Days features={rows} state={state} store={store} />
      {rest > 0 && (
        <MoreButton
          // Another list begins again.
          key={firstPageOf(list)[0]?.id}
          rest={rest}
          isLoading={state.loadingMore}
          isShort={!isLong(list) && !state.failure}
          onMore={() => loader.page(id, Math.floor(rows.length / PAGE_SIZE))}
        />
      )}
    </>
  );
}

interface MoreButtonProps {
  readonly rest: number;
  readonly isLoading: boolean;
  /** Pressed by itself as soon as it is nearly in sight. */
  readonly isShort: boolean;
  readonly onMore: () => void;
}

const NEARLY = '600px';

function MoreButton({ rest, isLoading, isShort, onMore }: MoreButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!button.current || !isShort) return;
    const root = button.current.closest('.panel-body, .sheet-body');
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) onMore();
      },
      { root, rootMargin: NEARLY },
    );
    observer.observe(button.current);
    return () => observer.disconnect();
  }, [rest, isShort]);
  return (
    <button type="button" class="button more" ref={button} disabled={isLoading} onClick={onMore}>
      {isLoading ? say('list.loading') : moreWords(rest)}
    </button>
  );
}

/** @returns `Show 50 more of 120`, or `Show the last 5`. */
export function moreWords(rest: number): string {
  return rest > PAGE_SIZE
    ? say('list.more', { size: PAGE_SIZE, rest })
    : say('list.last', { rest });
}

interface DaysProps {
  readonly features: readonly ListedIncident[];
  readonly state: State;
  readonly store: Store;
}

/** Rows under the days on which they began. */
export function Days({ features, state, store }: DaysProps) {
  return (
    <ol class="days">
      {byDay(features).map(({ start, incidents }) => (
        <li key={`${start}/${incidents[0]?.id}`}>
          <h3 class="day">{weekdayWords(start)}</h3>
          <ol>
            {incidents.map((feature) => (
              <Row key={feature.id} feature={feature} state={state} store={store} />
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}
