import { downloadPath } from '../api/query.ts';
import { say } from '../language/say.ts';
import type { State } from '../state/state.ts';

/** Two links that say how many incidents they give, and give exactly those. */
export function Downloads({ state }: { state: State }) {
  const view = state.answer?.view;
  if (!view) return null;
  // What has no place lies in no area.
  const matching = view.matchedAnywhere - (state.answerFilter.within ? view.unplaced : 0);
  return (
    <details class="menu">
      <summary class="button">
        {say('download.title')}
        <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
          <path d="M3 4.5l3 3 3-3" />
        </svg>
      </summary>
      <div class="menu-items">
        <a href={downloadPath(state.answerFilter, state.viewport)} download>
          {say('download.inView', { count: view.matched })}
        </a>
        <a href={downloadPath(state.answerFilter, null)} download>
          {say('download.matching', { count: matching })}
        </a>
        <p class="note">{say('download.note')}</p>
      </div>
    </details>
  );
}
