import { FieldError } from '../../report/Field.tsx';
import { freshId, isObject, listOf, type Path, pointerOf, textOf } from './change.ts';
import { labelOf } from './labels.ts';
import type { PlainFieldProps } from './PlainFields.tsx';
import { type FormContext, PropertyFields } from './PropertyFields.tsx';
import { blankOf, type Choice, choicesOf, type JsonObject, type Shape } from './shape.ts';

interface ListFieldProps extends FormContext {
  readonly name: string;
  /** Of one entry. */
  readonly shape: Shape;
  readonly path: Path;
}

const NOUNS: Readonly<Record<string, string>> = {
  accounts: 'account',
  sources: 'source',
  decisions: 'decision',
  photos: 'photo',
};

/** Entries that are records of their own, each to be opened, changed and taken out. */
export function ListField({ name, shape, path, ...context }: ListFieldProps) {
  const list = listOf(context.properties[name]);
  const noun = NOUNS[name] ?? name;
  const error = context.errors[pointerOf(path)];
  const isNoneYet = name === 'photos' && list.length === 0;
  // Photos come with reports; here they are described or taken out.
  const addable = name !== 'photos';
  if (isNoneYet) return null;
  return (
    <fieldset class="list-field">
      <legend>
        {labelOf(name, {})} <span class="count">{list.length}</span>
      </legend>
      <FieldError id={`form-${name}`} error={error} />
      {list.map((entry, index) => {
        if (!isObject(entry)) return null;
        const within = [...path, index];
        const hasError = Object.keys(context.errors).some((pointer) =>
          pointer.startsWith(`${pointerOf(within)}/`),
        );
        const words = wordsOf(entry);
        return (
          <details key={textOf(entry.id) || index} open={hasError || words === ''}>
            <summary>{words || `New ${noun}`}</summary>
            <PropertyFields shape={shape} value={entry} path={within} {...context} />
            <button
              type="button"
              class="button is-danger"
              onClick={() =>
                context.change(
                  path,
                  list.filter((_, other) => other !== index),
                )
              }
            >
              Take this {noun} out
            </button>
          </details>
        );
      })}
      {addable && (
        <button
          type="button"
          class="button"
          onClick={() => context.change(path, [...list, blankOf(shape, freshId(list, noun))])}
        >
          Add {/^[aeiou]/.test(noun) ? 'an' : 'a'} {noun}
        </button>
      )}
    </fieldset>
  );
}

/** What an entry is recognized by. */
function wordsOf(entry: JsonObject): string {
  const { by, publisher, alt, verification, decidedAt } = entry;
  if (typeof verification !== 'string') return textOf(by ?? publisher ?? alt);
  const [choice] = choicesOf([verification]);
  return [choice?.label, textOf(decidedAt).slice(0, 10)].filter(Boolean).join(', ');
}

/** Any number of a few. */
export function CheckList(props: PlainFieldProps & { readonly choices: readonly Choice[] }) {
  const { id, label, error, value, onChange, choices } = props;
  const chosen = listOf(value).map(textOf);
  if (choices.length === 0) return null;
  return (
    <details class="check-list">
      <summary>
        {label} <span class="count">{chosen.length}</span>
      </summary>
      <fieldset id={id}>
        <legend class="visually-hidden">{label}</legend>
        <FieldError id={id} error={error} />
        {choices.map((choice) => (
          <label key={choice.id} class="option">
            <input
              type="checkbox"
              checked={chosen.includes(choice.id)}
              onChange={(event) =>
                onChange(
                  event.currentTarget.checked
                    ? [...chosen, choice.id]
                    : chosen.filter((one) => one !== choice.id),
                )
              }
            />
            <span class="option-label">{choice.label}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
