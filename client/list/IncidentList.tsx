import type { IncidentFeature } from '../../data/incident/schema.ts';
import type { Loader } from '../api/load.ts';
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
      <h2 class="visually-hidden">On the map</h2>
      {list.features.length > 0 ? (
        <Days features={list.features} state={state} store={store} />
      ) : (
        <p class="note">Nothing in this part of the map. Zoom out, or read on below.</p>
      )}
      {more && rest > 0 && (
        <button
          type="button"
          class="button more"
          disabled={state.loadingMore}
          onClick={() => loader.more()}
        >
          {state.loadingMore ? 'Loading…' : moreWords(rest)}
        </button>
      )}
      {unplaced.features.length > 0 && (
        <section class="unplaced" aria-labelledby="unplaced-title" id="unplaced">
          <h2 id="unplaced-title" class="section-title" tabIndex={-1}>
            Not on the map
            <span class="count">{unplaced.numberMatched}</span>
          </h2>
          <p class="note">
            No place closer than the city is on file, or it has none (orders, statements, court
            decisions).
          </p>
          <Days features={unplaced.features} state={state} store={store} />
          {unplaced.numberMatched > unplaced.features.length && (
            <p class="note">
              The newest {unplaced.features.length} are shown. Narrow by time or words for the rest.
            </p>
          )}
        </section>
      )}
    </div>
  );
}

const PAGE_SIZE = 50;

/** @returns `Show 50 more of 120`, or `Show the last 5`. */
export function moreWords(rest: number): string {
  if (rest > PAGE_SIZE) return `Show ${PAGE_SIZE} more of ${rest.toLocaleString('en-US')}`;
  return rest === 1 ? 'Show the last one' : `Show the last ${rest}`;
}

interface DaysProps {
  readonly features: readonly IncidentFeature[];
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
    <div class="waiting" role="status" aria-label="Loading incidents">
      {[72, 88, 60, 80, 66].map((percent) => (
        <div key={percent} class="waiting-bar" style={{ width: `${percent}%` }} />
      ))}
    </div>
  );
}
