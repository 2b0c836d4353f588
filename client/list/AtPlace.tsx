import { RECORDS } from '../language/languages.ts';
import { say } from '../language/say.ts';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { Days } from './IncidentList.tsx';

/** What shares one point: a list, where no zoom would take the marks apart. */
export function AtPlace({ state, store }: { state: State; store: Store }) {
  const { atPlace } = state;
  return (
    <div class="list">
      <h2 class="screen-title" tabIndex={-1}>
        {atPlace
          ? say('list.atOnePlace', { count: atPlace.length })
          : say('list.atOnePlaceUncounted')}
      </h2>
      {atPlace && (
        <p class="note" lang={RECORDS}>
          {atPlace[0]?.properties.place}
        </p>
      )}
      {atPlace && <Days features={atPlace} state={state} store={store} />}
    </div>
  );
}
