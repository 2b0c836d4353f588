import { say } from '../language/say-of-figures.ts';
import type { Compared } from '../state/state.ts';
import { daysAfter } from './sides.ts';

const LENGTHS = [1, 2, 7, 14, 28] as const;
const WEEK = 7;

interface ChooseSidesProps {
  readonly compared: Compared;
  readonly onChoose: (compared: Compared) => void;
}

/** Which two days, how long from each, and as known when. */
export function ChooseSides({ compared, onChoose }: ChooseSidesProps) {
  const { first, second, days } = compared;
  const earlier = (by: number): void =>
    onChoose({ ...compared, first: { ...first, date: daysAfter(second.date, -by) } });
  const lengths = [...new Set([...LENGTHS, days])].sort((a, b) => a - b);
  return (
    <div class="compare-choice">
      <DateField
        label={say('compare.first')}
        value={first.date}
        isNeeded
        onDate={(date) => date && onChoose({ ...compared, first: { ...first, date } })}
      />
      <DateField
        label={say('compare.second')}
        value={second.date}
        isNeeded
        onDate={(date) => date && onChoose({ ...compared, second: { ...second, date } })}
      />
      <label class="compare-field">
        <span>{say('compare.length')}</span>
        <select
          value={days}
          onChange={(event) => onChoose({ ...compared, days: Number(event.currentTarget.value) })}
        >
          {lengths.map((length) => (
            <option key={length} value={length}>
              {say('compare.days', { days: length })}
            </option>
          ))}
        </select>
      </label>
      <div class="actions">
        <button type="button" class="button" onClick={() => earlier(days)}>
          {say('compare.before', { days })}
        </button>
        {days < WEEK && (
          <button type="button" class="button" onClick={() => earlier(WEEK)}>
            {say('compare.weekBefore')}
          </button>
        )}
      </div>
      <details class="compare-known" open={first.knownOn !== null || second.knownOn !== null}>
        <summary>{say('compare.known')}</summary>
        <DateField
          label={say('compare.knownFirst')}
          value={first.knownOn}
          onDate={(knownOn) => onChoose({ ...compared, first: { ...first, knownOn } })}
        />
        <DateField
          label={say('compare.knownSecond')}
          value={second.knownOn}
          onDate={(knownOn) => onChoose({ ...compared, second: { ...second, knownOn } })}
        />
        <p class="note">{say('compare.knownNote')}</p>
      </details>
    </div>
  );
}

interface DateFieldProps {
  readonly label: string;
  readonly value: string | null;
  readonly isNeeded?: boolean;
  /** Null where it was emptied. */
  readonly onDate: (date: string | null) => void;
}

/** A year that is still being typed is none. */
const WHOLE_DATE = /^[12]\d{3}-\d{2}-\d{2}$/;

function DateField({ label, value, isNeeded = false, onDate }: DateFieldProps) {
  return (
    <label class="compare-field">
      <span>{label}</span>
      <input
        type="date"
        value={value ?? ''}
        required={isNeeded}
        onChange={(event) => {
          const date = event.currentTarget.value;
          if (date === '' || WHOLE_DATE.test(date)) onDate(date || null);
        }}
      />
    </label>
  );
}
