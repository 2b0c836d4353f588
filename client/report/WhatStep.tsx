import { CATEGORIES } from '../../data/vocabulary/categories.ts';
import { TIME_PRECISIONS, type TimePrecision } from '../../data/vocabulary/precisions.ts';
import { CategoryGlyph } from '../marks/Mark.tsx';
import { toInputValue } from '../time/inputs.ts';
import type { FieldErrors } from './check.ts';
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
  return (
    <>
      <fieldset class={categoryError ? 'field has-error' : 'field'}>
        <legend>What happened?</legend>
        <FieldError id="report-category" error={categoryError} />
        <div class="category-buttons" tabIndex={-1} {...errorOf('report-category', categoryError)}>
          {CATEGORIES.map(({ id, label, description }) => (
            <label key={id} class="category-button" title={description}>
              <input
                type="radio"
                name="category"
                value={id}
                checked={draft.category === id}
                onChange={() => change({ category: id })}
              />
              <CategoryGlyph category={id} size={28} />
              <span>{label}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset class="field">
        <legend>When?</legend>
        <div class="choices">
          <Choice
            label="Now"
            checked={draft.when === 'now'}
            onChoose={() => change({ when: 'now' })}
          />
          <Choice
            label="Earlier"
            checked={draft.when === 'pick'}
            onChoose={() =>
              change({ when: 'pick', pickedTime: draft.pickedTime || toInputValue(Date.now()) })
            }
          />
        </div>
      </fieldset>
      {draft.when === 'pick' && <PickedTime draft={draft} change={change} errors={errors} />}
    </>
  );
}

function PickedTime({ draft, change, errors }: WhatStepProps) {
  const error = errors['/properties/occurredAt'];
  return (
    <>
      <Field id="report-time" label="Date and time (Central Time)" error={error}>
        <input
          {...errorOf('report-time', error)}
          type="datetime-local"
          max="2100-01-01T00:00"
          value={draft.pickedTime}
          onInput={(event) => change({ pickedTime: event.currentTarget.value })}
        />
      </Field>
      <Field id="report-time-precision" label="How exactly do you know the time?" error={undefined}>
        <select
          id="report-time-precision"
          value={draft.timePrecision}
          onChange={(event) =>
            change({ timePrecision: event.currentTarget.value as TimePrecision })
          }
        >
          {TIME_PRECISIONS.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </Field>
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
}

function Choice({ label, checked, onChoose }: ChoiceProps) {
  return (
    <label class="choice">
      <input type="radio" name="when" checked={checked} onChange={onChoose} />
      <span>{label}</span>
    </label>
  );
}
