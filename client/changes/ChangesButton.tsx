import { say } from '../language/say.ts';
import type { Store } from '../state/store.ts';

/** Opens the list of what changed. */
export function ChangesButton({ store }: { store: Store }) {
  return (
    <button
      type="button"
      class="button"
      data-opens="changes"
      onClick={() => store.dispatch({ type: 'screenOpened', screen: { kind: 'changes' } })}
    >
      {say('changes.title')}
    </button>
  );
}
