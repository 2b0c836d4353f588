import { errorOf, Field } from '../../report/Field.tsx';
import { listOf, textOf } from './change.ts';
import type { Choice, Json } from './shape.ts';

export interface PlainFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string | undefined;
  readonly error: string | undefined;
  /** Left empty it is not known. */
  readonly isNullable: boolean;
  readonly value: Json;
  readonly onChange: (part: Json) => void;
}

const LONG = ['summary', 'says', 'reason'];

export function TextField(props: PlainFieldProps & { readonly name: string }) {
  const { id, label, hint, error, isNullable, value, onChange, name } = props;
  const text = textOf(value);
  const set = (next: string): void => onChange(isNullable && next === '' ? null : next);
  return (
    <Field
      id={id}
      label={label}
      error={error}
      {...(hint ? { hint: hintWords(hint, isNullable) } : {})}
    >
      {LONG.includes(name) ? (
        <textarea
          {...errorOf(id, error)}
          rows={4}
          value={text}
          onInput={(event) => set(event.currentTarget.value)}
        />
      ) : (
        <input
          {...errorOf(id, error)}
          value={text}
          onInput={(event) => set(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** The schema says null of what a form leaves empty. */
export function hintWords(hint: string, isNullable: boolean): string {
  if (/\bNull\b/.test(hint)) return hint.replace(/\bNull\b/, 'Empty');
  return isNullable ? `${hint} Empty if not known.` : hint;
}

export function NumberField(props: PlainFieldProps) {
  const { id, label, hint, error, value, onChange } = props;
  return (
    <Field
      id={id}
      label={label}
      error={error}
      hint={hint ?? 'Empty if not known; never 0 for that.'}
    >
      <input
        {...errorOf(id, error)}
        type="number"
        step="any"
        value={textOf(value)}
        onInput={({ currentTarget }) =>
          onChange(currentTarget.value === '' ? null : currentTarget.valueAsNumber)
        }
      />
    </Field>
  );
}

export function SelectField(props: PlainFieldProps & { readonly choices: readonly Choice[] }) {
  const { id, label, error, value, onChange, choices } = props;
  return (
    <Field id={id} label={label} error={error}>
      <select
        {...errorOf(id, error)}
        value={textOf(value)}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** One entry a line. */
export function LinesField({ id, label, hint, error, value, onChange }: PlainFieldProps) {
  return (
    <Field id={id} label={label} error={error} hint={`${hint ?? ''} One a line.`.trim()}>
      <textarea
        {...errorOf(id, error)}
        rows={2}
        value={listOf(value).join('\n')}
        onInput={({ currentTarget: { value: text } }) =>
          onChange(text === '' ? [] : text.split('\n'))
        }
      />
    </Field>
  );
}
