import type { ListedIncident } from '../api/answer.ts';
import type { Loader } from '../api/load.ts';
import { say } from '../language/say.ts';
import { numberWords } from '../language/words.ts';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { weekdayWords } from '../time/words.ts';
import { byDay } from './days.ts';
import { Empty } from './Empty.tsx';
import { Row } from './Row.tsx';

interface ListProps {
  readonly state: State;
  readonly store: Store;
  readonly loader: Loader;
}

/** What the map shows, newest first, and what has no place on it. The map's equal. */
export function IncidentList({ state, store, loader }: ListProps) {
  const { answer } = state;
  if (!answer) return state.failure ? null : <Waiting state={state} />;
  const { list, unplaced } = answer;
  if (list.features.length === 0 && unplaced.features.length === 0) {
    return <Empty state={state} store={store} />;
  }
  const more = list.links.some((link) => link.rel === 'next');
  const rest = list.numberMatched - list.features.length;
  return (
    <div class="list">
      <h2 class="visually-hidden">{say('list.onMap')}</h2>
      {list.features.length > 0 ? (
        <Days features={list.features} state={state} store={store} />
      ) : (
        <p class="note">{say('list.nothingHere')}</p>
      )}
      {more && rest > 0 && (
        <button
          type="button"
          class="button more"
          disabled={state.loadingMore}
          onClick={() => loader.more()}
        >
          {state.loadingMore ? say('list.loading') : moreWords(rest)}
        </button>
      )}
      {unplaced.features.length > 0 && (
        <section class="unplaced" aria-labelledby="unplaced-title" id="unplaced">
          <h2 id="unplaced-title" class="section-title" tabIndex={-1}>
            {say('list.notOnMap')}
            <span class="count">{numberWords(unplaced.numberMatched)}</span>
          </h2>
          <p class="note">{say('list.notOnMapWhy')}</p>
          <Days features={unplaced.features} state={state} store={store} />
          {unplaced.numberMatched > unplaced.features.length && (
            <p class="note">{say('list.newestShown', { count: unplaced.features.length })}</p>
          )}
        </section>
      )}
    </div>
  );
}

const PAGE_SIZE = 50;

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

function Waiting({ state }: { state: State }) {
  if (state.loading !== 'slow') return null;
  return (
    <div class="waiting" role="status" aria-label={say('list.loadingIncidents')}>
      {[72, 88, 60, 80, 66].map((percent) => (
        <div key={percent} class="waiting-bar" style={{ width: `${percent}%` }} />
      ))}
    </div>
  );
}
