import type { Loader } from '../api/load.ts';
import { RECORDS } from '../language/languages.ts';
import { say } from '../language/say.ts';
import { LazyEmpty } from '../layout/parts.tsx';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { AnyList } from './AnyList.tsx';
import { rowAt } from './paged-list.ts';

interface AtPlaceProps {
  readonly state: State;
  readonly store: Store;
  readonly loader: Loader;
}

/** What shares one point: a list, where no zoom would take the marks apart. */
export function AtPlace({ state, store, loader }: AtPlaceProps) {
  const { place } = state.lists;
  const title = place
    ? say('list.atOnePlace', { count: place.matched })
    : say('list.atOnePlaceUncounted');
  return (
    <div class="list at-place">
      <h2 class="screen-title" tabIndex={-1}>
        {title}
      </h2>
      {place && (
        <p class="note" lang={RECORDS}>
          {rowAt(place, 0)?.properties.place}
        </p>
      )}
      {place?.matched === 0 && <LazyEmpty state={state} store={store} />}
      {place && <AnyList id="place" list={place} label={title} {...{ state, store, loader }} />}
    </div>
  );
}
