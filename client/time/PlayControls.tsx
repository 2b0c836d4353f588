import { useState } from 'preact/hooks';
import { say } from '../language/say.ts';
import { lazy } from '../layout/lazy.tsx';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import type { PlayChoicesProps } from './PlayChoices.tsx';

const LazyPlayChoices = lazy<PlayChoicesProps>(
  async () => (await import('./PlayChoices.tsx')).PlayChoices,
);

/** Plays the incidents in order of time, or pauses and leaves the range as a filter. */
export function PlayButton({ state, store }: { state: State; store: Store }) {
  const { isPlaying } = state.play;
  const nothing = hasNoBar(state);
  return (
    <button
      type="button"
      class="button play-button"
      aria-keyshortcuts="K"
      // Not `disabled`, so that whoever comes by the keyboard is told why.
      aria-disabled={nothing}
      title={nothing ? say('play.nothing') : isPlaying ? say('play.pauseKey') : say('play.playKey')}
      onClick={() => toggle(store)}
    >
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <path d={isPlaying ? 'M3 2h3.5v12H3zM9.5 2H13v12H9.5z' : 'M3.5 1.5v13l10-6.5z'} />
      </svg>
      <span class="play-words">{isPlaying ? say('play.pause') : say('play.play')}</span>
    </button>
  );
}

/** What moves, how long it is, and how fast. */
export function PlaySettings({ state, store }: { state: State; store: Store }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details class="menu play-settings" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary class="button" title={say('play.how')}>
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d="M2 4.5h7M13 4.5h1M2 11.5h1M7 11.5h7" />
          <circle cx="11" cy="4.5" r="2" />
          <circle cx="5" cy="11.5" r="2" />
        </svg>
        <span class="play-words">{say('play.how')}</span>
      </summary>
      {isOpen && <LazyPlayChoices state={state} store={store} />}
    </details>
  );
}

function toggle(store: Store): void {
  const { isPlaying } = store.state.play;
  if (hasNoBar(store.state)) return;
  store.dispatch({ type: 'playChanged', play: { isPlaying: !isPlaying } });
}

/** @returns true where the filters leave nothing over time; while it plays it can always be paused. */
function hasNoBar({ answer, play }: State): boolean {
  if (answer === null || play.isPlaying) return false;
  const { byCategory } = answer.view.timeline;
  return Object.values(byCategory).every((counts) => counts.every((count) => count === 0));
}

/**
 * K plays and pauses while the focus is in the timeline, but where letters are typed or chosen by.
 * (Everywhere else a single letter must do nothing: WCAG 2.2, 2.1.4.)
 */
export function playKey(event: KeyboardEvent, store: Store): void {
  if (event.key.toLowerCase() !== 'k' || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target instanceof Element && event.target.closest('input, select')) return;
  event.preventDefault();
  toggle(store);
}
