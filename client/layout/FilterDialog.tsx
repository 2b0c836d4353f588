import { useEffect, useRef } from 'preact/hooks';
import { countShown } from '../api/answer.ts';
import { Filters } from '../filters/Filters.tsx';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { Timeline } from '../time/Timeline.tsx';

/** On a narrow screen: time, categories and verification on a page of their own. */
export function FilterDialog({ state, store }: { state: State; store: Store }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const view = state.answer?.view;
  const close = (): void => store.dispatch({ type: 'filtersToggled', open: false });
  return (
    <dialog ref={dialog} class="filter-dialog" aria-label="Filters" onClose={close}>
      <header class="filter-dialog-head">
        <h2>Filters</h2>
        <button
          type="button"
          class="button"
          onClick={() => store.dispatch({ type: 'filtersCleared' })}
        >
          Clear
        </button>
      </header>
      <div class="filter-dialog-body">
        <Timeline state={state} store={store} />
        <Filters state={state} store={store} />
      </div>
      <footer class="filter-dialog-foot">
        <button type="button" class="button is-primary" onClick={close}>
          {view ? `Show ${countShown(view)} incidents` : 'Show incidents'}
        </button>
      </footer>
    </dialog>
  );
}
