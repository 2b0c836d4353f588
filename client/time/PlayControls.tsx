import { say } from '../language/say.ts';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const WINDOWS = [
  ['play.window.share', null],
  ['play.window.hour', HOUR_MS],
  ['play.window.day', DAY_MS],
  ['play.window.week', 7 * DAY_MS],
  ['play.window.month', 30 * DAY_MS],
] as const;

const SPEEDS = [
  ['play.speed.slow', 40],
  ['play.speed.normal', 20],
  ['play.speed.fast', 8],
] as const;

/** Plays the incidents in order of time, or pauses and leaves the range as a filter. */
export function PlayButton({ state, store }: { state: State; store: Store }) {
  const { isPlaying } = state.play;
  return (
    <button
      type="button"
      class="button play-button"
      aria-keyshortcuts="K"
      title={isPlaying ? say('play.pauseKey') : say('play.playKey')}
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
  const { grows, windowMs, seconds } = state.play;
  const change = (play: Partial<State['play']>): void =>
    store.dispatch({ type: 'playChanged', play });
  return (
    <details class="menu play-settings">
      <summary class="button" title={say('play.how')}>
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d="M2 4.5h7M13 4.5h1M2 11.5h1M7 11.5h7" />
          <circle cx="11" cy="4.5" r="2" />
          <circle cx="5" cy="11.5" r="2" />
        </svg>
        <span class="play-words">{say('play.how')}</span>
      </summary>
      <div class="menu-items">
        <label>
          <span>{say('play.moves')}</span>
          <select
            value={String(grows)}
            onChange={(event) => change({ grows: event.currentTarget.value === 'true' })}
          >
            <option value="false">{say('play.aWindow')}</option>
            <option value="true">{say('play.theEnd')}</option>
          </select>
        </label>
        <label>
          <span>{say('play.window')}</span>
          <select
            value={String(windowMs)}
            onChange={(event) => {
              const { value } = event.currentTarget;
              change({ windowMs: value === 'null' ? null : Number(value) });
            }}
          >
            {WINDOWS.map(([label, ms]) => (
              <option key={label} value={String(ms)}>
                {say(label)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{say('play.speed')}</span>
          <select
            value={String(seconds)}
            onChange={(event) => change({ seconds: Number(event.currentTarget.value) })}
          >
            {SPEEDS.map(([label, its]) => (
              <option key={label} value={String(its)}>
                {say(label)}
              </option>
            ))}
          </select>
        </label>
      </div>
    </details>
  );
}

function toggle(store: Store): void {
  const { isPlaying } = store.state.play;
  store.dispatch({ type: 'playChanged', play: { isPlaying: !isPlaying } });
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
