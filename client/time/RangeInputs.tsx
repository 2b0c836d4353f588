import { useEffect, useRef } from 'preact/hooks';
import type { TimeSpan } from '../../data/time/span.ts';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { fromInputValue, toInputValue } from './inputs.ts';

/** Two date-time inputs that say and set the same range as the handles, in Central Time. */
export function RangeInputs({ state, store }: { state: State; store: Store }) {
  const { datetime } = state.filter;
  const timeline = state.answer?.view.timeline;
  const shown: TimeSpan | null = timeline
    ? {
        from: finite(datetime?.from) ?? Date.parse(timeline.from),
        to: finite(datetime?.to) ?? Date.parse(timeline.to) - 1000,
      }
    : datetime;

  const set = (end: 'from' | 'to', value: string): void => {
    const instant = fromInputValue(value, end === 'to');
    const range = { from: -Infinity, to: Infinity, ...datetime, [end]: instant ?? Infinity };
    if (instant === null && end === 'from') range.from = -Infinity;
    const ordered =
      range.from <= range.to
        ? range
        : end === 'from'
          ? { from: range.from, to: Infinity }
          : { from: -Infinity, to: range.to };
    const open = ordered.from === -Infinity && ordered.to === Infinity;
    store.dispatch({ type: 'timeChosen', datetime: open ? null : ordered });
  };

  return (
    <div class="range-inputs">
      <DateTimeInput label="From" instant={finite(shown?.from)} onSet={(v) => set('from', v)} />
      <DateTimeInput label="To" instant={finite(shown?.to)} onSet={(v) => set('to', v)} />
    </div>
  );
}

interface DateTimeInputProps {
  readonly label: string;
  readonly instant: number | null;
  readonly onSet: (value: string) => void;
}

/** Not controlled while it has the focus: a half-typed date is nobody's but the typist's. */
function DateTimeInput({ label, instant, onSet }: DateTimeInputProps) {
  const input = useRef<HTMLInputElement>(null);
  const value = instant === null ? '' : toInputValue(instant);
  useEffect(() => {
    if (input.current && document.activeElement !== input.current) input.current.value = value;
  }, [value]);
  return (
    <label>
      {label}{' '}
      <input
        ref={input}
        type="datetime-local"
        aria-label={`${label} (Central Time)`}
        defaultValue={value}
        onChange={(event) => onSet(event.currentTarget.value)}
        onBlur={(event) => {
          event.currentTarget.value = value;
        }}
      />
    </label>
  );
}

function finite(instant: number | undefined): number | null {
  return instant !== undefined && Number.isFinite(instant) ? instant : null;
}
