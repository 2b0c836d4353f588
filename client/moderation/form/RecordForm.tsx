import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { errorOf, Field } from '../../report/Field.tsx';
import { isObject, type Path, textOf, withPart } from './change.ts';
import type { FieldErrors } from './check-record.ts';
import { PropertyFields } from './PropertyFields.tsx';
import type { Json, JsonObject, Shape } from './shape.ts';

interface RecordFormProps {
  readonly label: string;
  /** Of its properties. */
  readonly shape: Shape;
  /** A Feature as it stands in the form. */
  readonly feature: JsonObject;
  /** By JSON pointer into the Feature. */
  readonly errors: FieldErrors;
  readonly onChange: (feature: JsonObject) => void;
  readonly onSubmit: () => void;
  /** Escape leaves the fields for other keys, and what is typed as it is. */
  readonly onLeave?: () => void;
  /** What is asked beside the record, and the buttons. */
  readonly children: ComponentChildren;
}

/** All that people may say of an incident, as a form made of the schema's own fields. */
export function RecordForm(props: RecordFormProps) {
  const { label, shape, feature, errors, onChange, onSubmit, onLeave, children } = props;
  const form = useRef<HTMLFormElement>(null);
  const properties = isObject(feature.properties) ? feature.properties : {};
  const change = (path: Path, part: Json): void =>
    onChange(withPart(feature, path, part) as JsonObject);
  useEffect(() => {
    if (Object.keys(errors).length === 0) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [errors]);
  return (
    <form
      ref={form}
      class="record-form"
      aria-label={label}
      noValidate
      onKeyDown={(event) => {
        if (event.key === 'Escape') onLeave?.();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <PropertyFields
        shape={shape}
        value={properties}
        path={['properties']}
        properties={properties}
        errors={errors}
        change={change}
      />
      <Position
        geometry={feature.geometry}
        error={errors['/geometry'] ?? errors['/geometry/coordinates']}
        onChange={(geometry) => change(['geometry'], geometry)}
      />
      {children}
    </form>
  );
}

interface PositionProps {
  readonly geometry: Json | undefined;
  readonly error: string | undefined;
  readonly onChange: (geometry: Json) => void;
}

/** Degrees as a map gives them; both empty where only the city is known. */
function Position({ geometry, error, onChange }: PositionProps) {
  const [longitude, latitude] = isObject(geometry)
    ? (geometry.coordinates as readonly Json[])
    : [null, null];
  const set = (position: readonly [Json, Json]): void =>
    onChange(
      position.every((one) => one === null) ? null : { type: 'Point', coordinates: [...position] },
    );
  const read = (input: HTMLInputElement): Json => (input.value === '' ? null : input.valueAsNumber);
  return (
    <div class="position-fields">
      <Field id="form-latitude" label="Latitude" error={error} hint="Both empty: not on the map.">
        <input
          {...errorOf('form-latitude', error)}
          type="number"
          step="any"
          value={textOf(latitude)}
          onInput={(event) => set([longitude ?? null, read(event.currentTarget)])}
        />
      </Field>
      <Field id="form-longitude" label="Longitude" error={undefined} hint="West is negative.">
        <input
          id="form-longitude"
          type="number"
          step="any"
          value={textOf(longitude)}
          onInput={(event) => set([read(event.currentTarget), latitude ?? null])}
        />
      </Field>
    </div>
  );
}
