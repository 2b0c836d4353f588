import { downloadPath } from '../api/query.ts';
import type { State } from '../state/state.ts';

/** Two links that say how many incidents they give, and give exactly those. */
export function Downloads({ state }: { state: State }) {
  const view = state.answer?.view;
  if (!view) return null;
  return (
    <details class="menu">
      <summary class="button">
        Download
        <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
          <path d="M3 4.5l3 3 3-3" />
        </svg>
      </summary>
      <div class="menu-items">
        <a href={downloadPath(state.filter, state.viewport)} download>
          In this view ({view.matched.toLocaleString('en-US')})
        </a>
        <a href={downloadPath(state.filter, null)} download>
          All that match ({view.matchedAnywhere.toLocaleString('en-US')})
        </a>
        <p class="note">GeoJSON. “In this view” leaves out what is not on the map.</p>
      </div>
    </details>
  );
}
