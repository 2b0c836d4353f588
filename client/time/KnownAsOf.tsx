import { useEffect, useRef, useState } from 'preact/hooks';
import { centralDate, endOfCentralDate } from '../../data/time/central.ts';
import { isDate } from '../../data/time/rfc3339.ts';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { dayWords } from './words.ts';

/** Only part of a record has a past: its words are those of now, whatever the day of knowledge. */
export const TODAYS_WORDING =
  "Title, summary and facts are in today's wording; accounts, sources and verification are those of that day.";

/** Sets the day of knowledge: what the map says is then what was known on that day. */
export function KnownAsOf({ state, store }: { state: State; store: Store }) {
  const { asOf } = state.filter;
  const [open, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const value = asOf === Infinity ? '' : centralDate(asOf);
  useEffect(() => {
    if (open) input.current?.focus();
  }, [open]);
  // Not controlled while it has the focus: a half-typed date is nobody's but the typist's.
  useEffect(() => {
    if (input.current && document.activeElement !== input.current) input.current.value = value;
  }, [value]);
  if (asOf === Infinity && !open) {
    return (
      <button type="button" class="button known-button" onClick={() => setOpen(true)}>
        As known on…
      </button>
    );
  }
  const timeline = state.answer?.view.timeline;
  const first = timeline ? centralDate(Date.parse(timeline.from)) : '';
  const today = centralDate(Date.now());
  const choose = (instant: number): void => {
    if (instant !== asOf) store.dispatch({ type: 'knownAsOfChosen', asOf: instant });
  };
  return (
    <label class="known-as-of">
      <span>As known on</span>
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
          setOpen(false);
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

/** Across the top while the day of knowledge is not today. Leaving it is one click. */
export function KnownAsOfBand({ state, store }: { state: State; store: Store }) {
  const { asOf } = state.filter;
  if (asOf === Infinity) return null;
  return (
    <div class="known-band" role="status">
      <strong>What was known on {dayWords(asOf)}</strong>
      <span class="wide-only">{TODAYS_WORDING}</span>
      <button
        type="button"
        onClick={() => store.dispatch({ type: 'knownAsOfChosen', asOf: Infinity })}
      >
        Back to today
      </button>
    </div>
  );
}
