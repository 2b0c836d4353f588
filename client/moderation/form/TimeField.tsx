import { useState } from 'preact/hooks';
import { startOfCentral } from '../../../data/time/central.ts';
import { isDate, parseDateTime } from '../../../data/time/rfc3339.ts';
import type { TimePrecision } from '../../../data/vocabulary/precisions.ts';
import { errorOf, FieldError } from '../../report/Field.tsx';
import { datedWords, dayWords, occurrenceWords } from '../../time/words.ts';
import { textOf } from './change.ts';
import { asksClock, type Moment, type MomentOf, momentOf, textOfMoment } from './moment.ts';
import { hintWords, type PlainFieldProps } from './PlainFields.tsx';

interface TimeFieldProps extends PlainFieldProps {
  readonly of: MomentOf;
  /** How exactly the record's times are known. */
  readonly precision: TimePrecision;
}

/** A day and, where it is asked for, a time: Central Time, to the precision that the record states. */
export function TimeField(props: TimeFieldProps) {
  const { id, label, hint, isNullable, value, onChange, of, precision } = props;
  const text = textOf(value);
  // What is typed by halves is no time yet, and stands here alone.
  const [typed, setTyped] = useState<Moment & { readonly as: string }>();
  const moment = typed?.as === text + precision ? typed : momentOf(text, of, precision);
  const asked = asksClock(of, precision);
  const error = errorWords(props.error, text, asked !== 'no');
  const set = (part: Partial<Moment>): void => {
    const next = { ...moment, ...part };
    const written = textOfMoment(next, of, precision);
    setTyped({ ...next, as: written + precision });
    onChange(isNullable && written === '' ? null : written);
  };
  const read = wordsOf(text, moment, of, precision);
  return (
    <fieldset class={error ? 'field has-error' : 'field'}>
      <legend>{label}</legend>
      <p class="hint" id={`${id}-hint`}>
        {hint && hintWords(hint, isNullable)} Central Time.
      </p>
      <div class="time-inputs">
        <label>
          {DAY_LABELS[of === 'beginning' ? precision : 'day']}
          <input
            {...errorOf(id, error)}
            type="date"
            max="9999-12-31"
            value={moment.day}
            onInput={(event) => set({ day: event.currentTarget.value })}
          />
        </label>
        {asked !== 'no' && (
          <label>
            {asked === 'yes' ? 'Time' : 'Time, if known'}
            <input
              {...errorOf(`${id}-clock`, undefined)}
              type="time"
              value={moment.clock}
              onInput={(event) => set({ clock: event.currentTarget.value })}
            />
          </label>
        )}
      </div>
      <FieldError id={id} error={error} />
      {read && <p class="note">Reads as {read}.</p>}
    </fieldset>
  );
}

/** What the schema expects of a text is said of the inputs, and no longer once they are filled in. */
function errorWords(error: string | undefined, text: string, withClock: boolean) {
  if (!error?.startsWith('Expected a date')) return error;
  if (isDate(text) || parseDateTime(text) !== null) return undefined;
  return withClock ? 'Fill in both the day and the time.' : 'Fill in the day.';
}

const DAY_LABELS: Readonly<Record<TimePrecision, string>> = {
  exact: 'Day',
  hour: 'Day',
  day: 'Day',
  week: 'Any day of the week',
  month: 'Any day of the month',
};

/** As readers of the map will see it; null while it is no time yet. */
function wordsOf(
  text: string,
  { clock }: Moment,
  of: MomentOf,
  precision: TimePrecision,
): string | null {
  const instant = parseDateTime(text);
  if (instant === null) return isDate(text) ? datedWords(text) : null;
  if (of === 'end' && clock === '') return dayWords(instant);
  if (of !== 'beginning') return datedWords(text);
  const start = precision === 'exact' ? instant : startOfCentral(precision, instant);
  return occurrenceWords(start, null, precision);
}
