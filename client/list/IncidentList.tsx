import { useState } from 'preact/hooks';
import type { Loader } from '../api/load.ts';
import { say } from '../language/say.ts';
import { numberWords } from '../language/words.ts';
import { LazyEmpty } from '../layout/parts.tsx';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { AnyList } from './AnyList.tsx';
import { PlainList } from './PlainList.tsx';
import { isLong, type PagedList } from './paged-list.ts';

interface ListProps {
  readonly state: State;
  readonly store: Store;
  readonly loader: Loader;
}

/** What the map shows, newest first, and what has no place on it. The map's equal. */
export function IncidentList({ state, store, loader }: ListProps) {
  const { placed, unplaced } = state.lists;
  if (!placed || !unplaced) return state.failure ? null : <Waiting state={state} />;
  if (placed.matched === 0 && unplaced.matched === 0)
    return <LazyEmpty state={state} store={store} />;
  if (isLong(placed) || isLong(unplaced)) {
    return <LongLists placed={placed} unplaced={unplaced} {...{ state, store, loader }} />;
  }
  return (
    <div class="list">
      <h2 class="visually-hidden">{say('list.onMap')}</h2>
      {placed.matched > 0 ? (
        <PlainList id="placed" list={placed} {...{ state, store, loader }} />
      ) : (
        <p class="note">{say('list.nothingHere')}</p>
      )}
      {unplaced.matched > 0 && (
        <section class="unplaced" aria-labelledby="unplaced-title" id="unplaced">
          <h2 id="unplaced-title" class="section-title" tabIndex={-1}>
            {say('list.notOnMap')}
            <span class="count">{numberWords(unplaced.matched)}</span>
          </h2>
          <p class="note">{say('list.notOnMapWhy')}</p>
          <PlainList id="unplaced" list={unplaced} {...{ state, store, loader }} />
        </section>
      )}
    </div>
  );
}

interface LongListsProps extends ListProps {
  readonly placed: PagedList;
  readonly unplaced: PagedList;
}

/** Which of the two was read last: coming back from an incident shows it again. */
let shownLast: 'placed' | 'unplaced' = 'placed';

/** One list at a time, since nobody scrolls past thousands to what comes after them. */
function LongLists({ placed, unplaced, state, store, loader }: LongListsProps) {
  const [chosen, setChosen] = useState(shownLast);
  shownLast = chosen;
  const id = idOf(placed, unplaced) ?? chosen;
  const list = id === 'placed' ? placed : unplaced;
  const label = id === 'placed' ? say('list.onMap') : say('list.notOnMap');
  return (
    <div class="list">
      <h2 class="visually-hidden">{label}</h2>
      {idOf(placed, unplaced) === null && (
        <div class="list-choice">
          {(['placed', 'unplaced'] as const).map((one) => (
            <button
              key={one}
              type="button"
              class="button"
              aria-pressed={one === id}
              onClick={() => setChosen(one)}
            >
              {one === 'placed' ? say('list.onMap') : say('list.notOnMap')}
              <span class="count">
                {numberWords(one === 'placed' ? placed.matched : unplaced.matched)}
              </span>
            </button>
          ))}
        </div>
      )}
      {placed.matched === 0 && <p class="note">{say('list.nothingHere')}</p>}
      {id === 'unplaced' && <p class="note">{say('list.notOnMapWhy')}</p>}
      <AnyList key={id} id={id} list={list} label={label} {...{ state, store, loader }} />
    </div>
  );
}

/** @returns the only list that has anything; null where both have. */
function idOf(placed: PagedList, unplaced: PagedList): 'placed' | 'unplaced' | null {
  if (unplaced.matched === 0) return 'placed';
  return placed.matched === 0 ? 'unplaced' : null;
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
