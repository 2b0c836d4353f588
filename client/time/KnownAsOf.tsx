import { useEffect, useRef } from 'preact/hooks';
import { centralDate, endOfCentralDate } from '../../data/time/central.ts';
import { isDate } from '../../data/time/rfc3339.ts';
import type { Loader } from '../api/load.ts';
import { say } from '../language/say.ts';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { frameOf } from './frame.ts';
import { KnownTrack } from './KnownTrack.tsx';

export interface KnownAsOfProps {
  readonly state: State;
  readonly store: Store;
  readonly loader: Loader;
  readonly onLeave: () => void;
}

/**
 * Sets the day of knowledge, by a slider and by a date: what the map says is then what was known on
 * that day.
 */
export function KnownAsOf({ state, store, loader, onLeave }: KnownAsOfProps) {
  const { asOf } = state.filter;
  const track = useRef<HTMLDivElement>(null);
  // Opened by a button that is gone now, it takes the focus; by a link, it does not.
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    if (asOf === Infinity) track.current?.querySelector<HTMLElement>('[role="slider"]')?.focus();
  }, []);
  return (
    <div class="known-as-of" ref={track}>
      <KnownTrack state={state} store={store} loader={loader} />
      <div class="known-words">
        <KnownDate state={state} store={store} />
        <button
          type="button"
          class="link-button"
          onClick={() => {
            onLeave();
            if (asOf !== Infinity) store.dispatch({ type: 'knownAsOfChosen', asOf: Infinity });
          }}
        >
          {say('known.today')}
        </button>
      </div>
    </div>
  );
}

/** The day as a date to type. */
function KnownDate({ state, store }: { state: State; store: Store }) {
  const { asOf } = state.filter;
  const input = useRef<HTMLInputElement>(null);
  const value = asOf === Infinity ? '' : centralDate(asOf);
  // Not controlled while it has the focus: a half-typed date is nobody's but the typist's.
  useEffect(() => {
    if (input.current && document.activeElement !== input.current) input.current.value = value;
  }, [value]);
  const frame = frameOf(state);
  const first = frame ? centralDate(frame.whole.from) : '';
  const today = centralDate(Date.now());
  const choose = (instant: number): void => {
    if (instant !== asOf) store.dispatch({ type: 'knownAsOfChosen', asOf: instant });
  };
  return (
    <label>
      <span>{say('known.on')}</span>{' '}
      <input
        ref={input}
        type="date"
        min={first}
        max={today}
        defaultValue={value}
        onChange={(event) => {
          const typed = event.currentTarget.value;
          if (isDayWithin(typed, first, today)) choose(endOfCentralDate(typed));
        }}
        onBlur={(event) => {
          const left = event.currentTarget;
          if (left.value === '' && !left.validity.badInput) choose(Infinity);
          else left.value = value;
        }}
      />
    </label>
  );
}

/** While a year is typed its first digits are a date too, `0002-01-14`: one of no use. */
export function isDayWithin(day: string, first: string, last: string): boolean {
  return isDate(day) && day >= first && day <= last;
}
