import { downloadPath } from '../api/query.ts';
import { say } from '../language/say.ts';
import type { State } from '../state/state.ts';
import { placedList, unplacedList } from '../view-source/source.ts';

/** Links that say how many incidents they give, and give exactly those. */
export function Downloads({ state }: { state: State }) {
  const { answer, answerFilter: filter, viewport } = state;
  if (!answer) return null;
  const { matched, matchedAnywhere, unplaced } = answer.view;
  // What has no place lies in no area.
  const nowhere = filter.within ? 0 : unplaced;
  const matching = matchedAnywhere - unplaced + nowhere;
  return (
    <details class="menu">
      <summary class="button">
        {say('download.title')}
        <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
          <path d="M3 4.5l3 3 3-3" />
        </svg>
      </summary>
      <div class="menu-items">
        <a href={downloadPath(placedList({ filter, viewport }))} download>
          {say('download.inView', { count: matched })}
        </a>
        {nowhere > 0 && (
          <a href={downloadPath(unplacedList(filter))} download>
            {say('download.unplaced', { count: nowhere })}
          </a>
        )}
        <a href={downloadPath({ filter, bbox: null, placed: null })} download>
          {say('download.matching', { count: matching })}
        </a>
        <p class="note">{say('download.note')}</p>
      </div>
    </details>
  );
}
