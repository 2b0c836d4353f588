import type { TimePrecision } from '../../../data/vocabulary/precisions.ts';
import { listOf, type Path, pointerOf } from './change.ts';
import type { FieldErrors } from './check-record.ts';
import { CheckList, ListField } from './ListField.tsx';
import { labelOf } from './labels.ts';
import type { MomentOf } from './moment.ts';
import { LinesField, NumberField, SelectField, TextField } from './PlainFields.tsx';
import { choicesOf, type Json, type JsonObject, type Shape, withoutNull } from './shape.ts';
import { TimeField } from './TimeField.tsx';

/** What every field of a form shares. */
export interface FormContext {
  /** All properties, for fields that name others of the record. */
  readonly properties: JsonObject;
  readonly errors: FieldErrors;
  readonly change: (path: Path, part: Json) => void;
}

interface PropertyFieldsProps extends FormContext {
  readonly shape: Shape;
  readonly value: JsonObject;
  readonly path: Path;
}

/** Kept by the store, or a name that no person needs to read. */
const UNSEEN = ['id', 'synthetic', 'width', 'height'];

/**
 * A field for each property of a shape, in the schema's order, but that how exactly a time is known
 * is asked before the time: it says what is to be filled in.
 */
export function PropertyFields({ shape, value, path, ...context }: PropertyFieldsProps) {
  return (
    <>
      {precisionFirst(Object.entries(shape.properties ?? {}))
        .filter(([name]) => !UNSEEN.includes(name))
        .map(([name, part]) => (
          <PropertyField
            key={name}
            name={name}
            shape={part}
            value={value[name]}
            path={[...path, name]}
            {...context}
          />
        ))}
    </>
  );
}

function precisionFirst(properties: [string, Shape][]): [string, Shape][] {
  const precision = properties.filter(([name]) => name === 'timePrecision');
  const others = properties.filter(([name]) => name !== 'timePrecision');
  return others.flatMap((one) => (one[0] === 'occurredAt' ? [...precision, one] : [one]));
}

interface PropertyFieldProps extends FormContext {
  readonly name: string;
  readonly shape: Shape;
  readonly value: Json | undefined;
  readonly path: Path;
}

function PropertyField({ name, shape: declared, value, path, ...context }: PropertyFieldProps) {
  const { shape, isNullable } = withoutNull(declared);
  const pointer = pointerOf(path);
  const field = {
    id: `form${pointer.replaceAll('/', '-')}`,
    label: labelOf(name, shape),
    hint: shape.description,
    error: context.errors[pointer],
    isNullable,
    value: value ?? null,
    onChange: (part: Json) => context.change(path, part),
  };
  if (shape.format === 'date-time' || shape.format === 'date-or-date-time') {
    const precision = (context.properties.timePrecision as TimePrecision | undefined) ?? 'exact';
    return <TimeField {...field} of={MOMENTS[name] ?? 'dated'} precision={precision} />;
  }
  if (shape.enum) return <SelectField {...field} choices={choicesOf(shape.enum)} />;
  if (shape.type === 'number' || shape.type === 'integer') return <NumberField {...field} />;
  if (shape.type === 'object') {
    return <OptionalPart {...field} shape={shape} path={path} context={context} />;
  }
  if (shape.type !== 'array') return <TextField {...field} name={name} />;
  const { items = {} } = shape;
  if (items.type === 'object') {
    return <ListField name={name} shape={items} path={path} {...context} />;
  }
  const choices = items.enum ? choicesOf(items.enum) : othersOf(name, path, context.properties);
  if (choices) return <CheckList {...field} choices={choices} />;
  return <LinesField {...field} />;
}

const MOMENTS: Readonly<Record<string, MomentOf>> = { occurredAt: 'beginning', endedAt: 'end' };

/** Accounts name sources and other accounts by id; people choose them by name. */
function othersOf(name: string, path: Path, properties: JsonObject) {
  if (path.length < 4) return null;
  const named = name === 'disputes' ? 'accounts' : 'sources';
  return listOf(properties[named]).flatMap((entry, index) => {
    const isSelf = named === 'accounts' && index === path[2];
    const { id, by, publisher, title } = entry as JsonObject;
    if (isSelf || typeof id !== 'string') return [];
    return [{ id, label: [by ?? publisher, title].filter(Boolean).join(', ') || id }];
  });
}

interface OptionalPartProps {
  readonly label: string;
  readonly shape: Shape;
  readonly value: Json;
  readonly path: Path;
  readonly context: FormContext;
  readonly onChange: (part: Json) => void;
}

/** Something that is known whole or not at all. */
function OptionalPart({ label, shape, value, path, context, onChange }: OptionalPartProps) {
  const names = Object.keys(shape.properties ?? {});
  const object = typeof value === 'object' && value !== null ? (value as JsonObject) : null;
  return (
    <div class="field">
      <label class="option">
        <input
          type="checkbox"
          checked={object !== null}
          onChange={(event) =>
            onChange(
              event.currentTarget.checked
                ? Object.fromEntries(names.map((name) => [name, '']))
                : null,
            )
          }
        />
        <span class="option-label">{label}</span>
      </label>
      {object && <PropertyFields shape={shape} value={object} path={path} {...context} />}
    </div>
  );
}
