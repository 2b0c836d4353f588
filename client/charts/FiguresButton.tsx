import { say } from '../language/say.ts';
import type { Store } from '../state/store.ts';

/** Opens the charts, and from there the comparison of two days. */
export function FiguresButton({ store }: { store: Store }) {
  return (
    <button
      type="button"
      class="icon-button"
      data-opens="charts"
      aria-label={say('page.figures')}
      title={say('page.figures')}
      onClick={() => store.dispatch({ type: 'screenOpened', screen: { kind: 'charts' } })}
    >
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <path d="M3 17h14M5.5 14V9M10 14V4M14.5 14v-3" />
      </svg>
    </button>
  );
}
