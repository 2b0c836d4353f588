import { useEffect, useRef } from 'preact/hooks';
import { countShown } from '../api/answer.ts';
import type { Loader } from '../api/load.ts';
import { Filters } from '../filters/Filters.tsx';
import { say } from '../language/say-of-details.ts';
import { hasNothing, type State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { Timeline } from '../time/Timeline.tsx';

interface FilterDialogProps {
  readonly state: State;
  readonly store: Store;
  readonly loader: Loader;
}

/** On a narrow screen: time, categories and verification on a page of their own. */
export function FilterDialog({ state, store, loader }: FilterDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const view = state.answer?.view;
  const close = (): void => store.dispatch({ type: 'filtersToggled', open: false });
  return (
    <dialog ref={dialog} class="filter-dialog" aria-label={say('filters.title')} onClose={close}>
      <div class="filter-dialog-head">
        <h2>{say('filters.title')}</h2>
        <button
          type="button"
          class="button"
          onClick={() => store.dispatch({ type: 'filtersCleared' })}
        >
          {say('filters.clear')}
        </button>
      </div>
      <div class="filter-dialog-body">
        {!hasNothing(state) && <Timeline state={state} store={store} loader={loader} />}
        <Filters state={state} store={store} />
      </div>
      <div class="filter-dialog-foot">
        <button type="button" class="button is-primary" onClick={close}>
          {view
            ? say('filters.show', { count: countShown(view, state.answerFilter.within) })
            : say('filters.showUncounted')}
        </button>
      </div>
    </dialog>
  );
}
