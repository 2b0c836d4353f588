import { useState } from 'preact/hooks';
import { centralDate, endOfCentralDate } from '../../data/time/central.ts';
import { isDate } from '../../data/time/rfc3339.ts';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { dayWords } from './words.ts';

/** Sets the day of knowledge: what the map says is then what was known on that day. */
export function KnownAsOf({ state, store }: { state: State; store: Store }) {
  const { asOf } = state.filter;
  const [open, setOpen] = useState(false);
  if (asOf === Infinity && !open) {
    return (
      <button type="button" class="button known-button" onClick={() => setOpen(true)}>
        As known today
      </button>
    );
  }
  return (
    <label class="known-as-of">
      <span>As known on</span>
      <input
        ref={(input) => {
          if (open) input?.focus();
        }}
        type="date"
        value={asOf === Infinity ? '' : centralDate(asOf)}
        onChange={(event) => {
          const { value } = event.currentTarget;
          const instant = isDate(value) ? endOfCentralDate(value) : Infinity;
          setOpen(false);
          store.dispatch({ type: 'knownAsOfChosen', asOf: instant });
        }}
        onBlur={() => setOpen(false)}
      />
    </label>
  );
}

/** Across the top while the day of knowledge is not today. Leaving it is one click. */
export function KnownAsOfBand({ state, store }: { state: State; store: Store }) {
  const { asOf } = state.filter;
  if (asOf === Infinity) return null;
  return (
    <div class="known-band" role="status">
      <strong>What was known on {dayWords(asOf)}</strong>
      <span class="wide-only">
        Later accounts are left out; marks show that day's verification.
      </span>
      <button
        type="button"
        onClick={() => store.dispatch({ type: 'knownAsOfChosen', asOf: Infinity })}
      >
        Back to today
      </button>
    </div>
  );
}
