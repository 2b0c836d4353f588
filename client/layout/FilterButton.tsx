import { say } from '../language/say.ts';
import { numberWords } from '../language/words.ts';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';

/** Opens and closes the filters; says how many are in force. */
export function FilterButton({ state, store }: { state: State; store: Store }) {
  const { within, categories, verifications, datetime } = state.filter;
  const inForce =
    (categories?.length ?? 0) +
    (verifications?.length ?? 0) +
    (datetime === null ? 0 : 1) +
    (within === null ? 0 : 1);
  return (
    <button
      type="button"
      class="button filter-button"
      aria-expanded={state.filtersOpen}
      aria-controls="filters"
      onClick={() => store.dispatch({ type: 'filtersToggled', open: !state.filtersOpen })}
    >
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
        <path d="M3 5.5h14M5.5 10h9M8 14.5h4" />
      </svg>
      <span class="filter-button-label">{say('filters.title')}</span>
      {inForce > 0 && <span class="badge">{numberWords(inForce)}</span>}
    </button>
  );
}
