import { say } from '../language/say-of-play.ts';
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

export interface PlayChoicesProps {
  readonly state: State;
  readonly store: Store;
}

/** What moves, how long it is, and how fast. */
export function PlayChoices({ state, store }: PlayChoicesProps) {
  const { grows, windowMs, seconds } = state.play;
  const change = (play: Partial<State['play']>): void =>
    store.dispatch({ type: 'playChanged', play });
  return (
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
  );
}
