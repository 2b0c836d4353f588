import type { Loader } from '../api/load.ts';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';

interface NoticesProps {
  readonly state: State;
  readonly store: Store;
  readonly loader: Loader;
}

/** What failed and what still works; what of a link could not be read. */
export function Notices({ state, store, loader }: NoticesProps) {
  return (
    <>
      {state.failure && (
        <div class="notice is-error" role="alert">
          <p>
            {state.failure.message}{' '}
            {state.answer
              ? 'What was loaded before is still shown.'
              : 'Nothing has been loaded yet.'}
          </p>
          <button type="button" class="button" onClick={() => loader.retry()}>
            Try again
          </button>
        </div>
      )}
      {state.dropped.length > 0 && (
        <div class="notice" role="status">
          <p>Part of this link could not be read and was left out: {state.dropped.join(', ')}.</p>
          <button
            type="button"
            class="button"
            onClick={() => store.dispatch({ type: 'noticeClosed' })}
          >
            Close
          </button>
        </div>
      )}
    </>
  );
}
