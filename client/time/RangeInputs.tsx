import { useEffect, useRef, useState } from 'preact/hooks';
import type { TimeSpan } from '../../data/time/span.ts';
import { say } from '../language/say.ts';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { frameOf } from './frame.ts';
import { fromInputValue, toInputValue } from './inputs.ts';
import { capitalised } from './words.ts';
import { hasOwnZone, type Zone, zoneWords } from './zone.ts';

/**
 * Two date-time inputs that say and set the same range as the handles: in Central Time, or in that
 * of the device where a person wishes.
 */
export function RangeInputs({ state, store }: { state: State; store: Store }) {
  const { datetime } = state.filter;
  const [zone, setZone] = useState<Zone>('central');
  const whole = frameOf(state)?.whole;
  const shown: TimeSpan | null = whole
    ? {
        from: finite(datetime?.from) ?? whole.from,
        to:
          finite(datetime?.to) ??
          (datetime && datetime.from > whole.to ? Infinity : whole.to - 1000),
      }
    : datetime;
  const own = hasOwnZone();

  const set = (end: 'from' | 'to', value: string): void => {
    const instant = fromInputValue(value, end === 'to', zone);
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
      {(['from', 'to'] as const).map((end) => (
        <DateTimeInput
          key={end}
          label={end === 'from' ? say('range.from') : say('range.to')}
          instant={finite(shown?.[end])}
          zone={zone}
          isPlaying={state.play.isPlaying}
          onSet={(value) => set(end, value)}
        />
      ))}
      {own && shown && (
        <select
          aria-label={say('range.zone')}
          title={zoneWords(zone, shown)}
          value={zone}
          onChange={(event) => setZone(event.currentTarget.value as Zone)}
        >
          {/* Its offset stands at the end of the axis. */}
          <option value="central">{capitalised(say('zone.central'))}</option>
          <option value="own">{zoneWords('own', shown)}</option>
        </select>
      )}
    </div>
  );
}

interface DateTimeInputProps {
  readonly label: string;
  readonly instant: number | null;
  readonly zone: Zone;
  /** Then it goes by too fast to be read here, and can't be set. */
  readonly isPlaying: boolean;
  readonly onSet: (value: string) => void;
}

/** Not controlled while it has the focus: a half-typed date is nobody's but the typist's. */
function DateTimeInput({ label, instant, zone, isPlaying, onSet }: DateTimeInputProps) {
  const input = useRef<HTMLInputElement>(null);
  const value = instant === null ? '' : toInputValue(instant, zone);
  const [first] = useState(value);
  useEffect(() => {
    if (isPlaying) return;
    if (input.current && document.activeElement !== input.current) input.current.value = value;
  }, [value, isPlaying]);
  return (
    <label>
      {label}{' '}
      <input
        ref={input}
        type="datetime-local"
        aria-label={`${label} (${say(`zone.${zone}`)})`}
        defaultValue={first}
        disabled={isPlaying}
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
