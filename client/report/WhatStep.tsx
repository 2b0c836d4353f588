import { centralDate, startOfCentral } from '../../data/time/central.ts';
import { CATEGORIES } from '../../data/vocabulary/categories.ts';
import { TIME_PRECISIONS } from '../../data/vocabulary/precisions.ts';
import { say } from '../language/say-of-reports.ts';
import { categoryLabel } from '../language/vocabulary.ts';
import { categoryDescription, timePrecisionLabel } from '../language/vocabulary-of-details.ts';
import { CategoryGlyph } from '../marks/Mark.tsx';
import { toInputValue } from '../time/inputs.ts';
import { clockWords } from '../time/words.ts';
import type { FieldErrors } from './check.ts';
import { timeNow } from './clock.ts';
import type { Draft } from './draft.ts';
import { errorOf, Field, FieldError } from './Field.tsx';

interface WhatStepProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly errors: FieldErrors;
}

/** What kind of thing, as big buttons with the map's own glyphs; and when, as exactly as known. */
export function WhatStep({ draft, change, errors }: WhatStepProps) {
  const categoryError = errors['/properties/category'];
  const isLate = draft.when === 'now' && errors['/properties/occurredAt'] !== undefined;
  const clockError = isLate ? say('form.clockAhead') : undefined;
  return (
    <>
      <fieldset class={categoryError ? 'field has-error' : 'field'}>
        <legend>{say('what.title')}</legend>
        <FieldError id="report-category" error={categoryError} />
        <div class="category-buttons" tabIndex={-1} {...errorOf('report-category', categoryError)}>
          {CATEGORIES.map(({ id }) => (
            <label key={id} class="category-button" title={categoryDescription(id)}>
              <input
                type="radio"
                name="category"
                value={id}
                checked={draft.category === id}
                onChange={() => change({ category: id })}
              />
              <CategoryGlyph category={id} size={28} />
              <span>{categoryLabel(id)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset class={clockError ? 'field has-error' : 'field'}>
        <legend>{say('what.when')}</legend>
        <FieldError id="report-when" error={clockError} />
        <div class="choices" tabIndex={-1} {...errorOf('report-when', clockError)}>
          {WHENS.map((id) => (
            <Choice
              key={id}
              label={say(`what.when.${id}`)}
              checked={draft.when === id}
              onChoose={() => change(chosenWhen(draft, id))}
            />
          ))}
        </div>
      </fieldset>
      {draft.when === 'now' ? (
        <p class="note">{say('what.hour', { clock: clockWords(thisHour()) })}</p>
      ) : (
        <PickedTime draft={draft} change={change} errors={errors} />
      )}
    </>
  );
}

const WHENS = ['now', 'today', 'pick'] as const;

/** Earlier today begins at the hour before this one; what was picked before stays. */
function chosenWhen(draft: Draft, when: Draft['when']): Partial<Draft> {
  if (when === 'now') return { when };
  const today = centralDate(timeNow());
  if (when === 'today' && !draft.pickedTime.startsWith(today)) {
    const before = toInputValue(thisHour() - 3_600_000);
    return { when, pickedTime: before.startsWith(today) ? before : `${today}T00:00` };
  }
  return { when, pickedTime: draft.pickedTime || toInputValue(thisHour() - 3_600_000) };
}

function thisHour(): number {
  return startOfCentral('hour', timeNow());
}

function PickedTime({ draft, change, errors }: WhatStepProps) {
  const error = errors['/properties/occurredAt'];
  const isToday = draft.when === 'today';
  const [date, clock] = draft.pickedTime.split('T');
  const precisions = TIME_PRECISIONS.filter(
    ({ id }) => !isToday || id === 'exact' || id === 'hour' || id === 'day',
  );
  return (
    <>
      <Field
        id="report-time"
        label={isToday ? say('what.time') : say('what.dateTime')}
        error={error}
      >
        <input
          {...errorOf('report-time', error)}
          type={isToday ? 'time' : 'datetime-local'}
          {...(isToday ? {} : { max: '2100-01-01T00:00' })}
          value={isToday ? clock : draft.pickedTime}
          onInput={({ currentTarget: { value } }) =>
            change({ pickedTime: isToday ? value && `${date || today()}T${value}` : value })
          }
        />
      </Field>
      <fieldset class="field">
        <legend>{say('what.sure')}</legend>
        <div class="choices">
          {precisions.map(({ id }) => (
            <Choice
              key={id}
              name="time-precision"
              label={timePrecisionLabel(id)}
              checked={draft.timePrecision === id}
              onChoose={() => change({ timePrecision: id })}
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}

function today(): string {
  return centralDate(timeNow());
}

interface ChoiceProps {
  readonly name?: string;
  readonly label: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
}

function Choice({ name = 'when', label, checked, onChoose }: ChoiceProps) {
  return (
    <label class="choice">
      <input type="radio" name={name} checked={checked} onChange={onChoose} />
      <span>{label}</span>
    </label>
  );
}
