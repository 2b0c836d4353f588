import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { Days } from './IncidentList.tsx';

/** What shares one point: a list, where no zoom would take the marks apart. */
export function AtPlace({ state, store }: { state: State; store: Store }) {
  const { atPlace } = state;
  return (
    <div class="list">
      <h2 class="screen-title" tabIndex={-1}>
        {atPlace ? `${atPlace.length} incidents at one place` : 'Incidents at one place'}
      </h2>
      {atPlace && <p class="note">{atPlace[0]?.properties.place}</p>}
      {atPlace && <Days features={atPlace} state={state} store={store} />}
    </div>
  );
}
