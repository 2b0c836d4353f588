import { errorOf, Field } from '../../report/Field.tsx';

interface ReasonProps {
  readonly why: string;
  readonly redacts: boolean;
  readonly error: string | undefined;
  readonly onWhy: (why: string) => void;
  readonly onRedacts: (redacts: boolean) => void;
}

/** Why an incident is changed, and whether its earlier revisions may still show what was. */
export function Reason({ why, redacts, error, onWhy, onRedacts }: ReasonProps) {
  return (
    <>
      <Field
        id="why"
        label="Why"
        hint="Public, in the history. Repeat nothing private."
        error={error}
      >
        <input
          {...errorOf('why', error)}
          maxLength={600}
          value={why}
          onInput={(event) => onWhy(event.currentTarget.value)}
        />
      </Field>
      <label class="option">
        <input
          type="checkbox"
          checked={redacts}
          onChange={(event) => onRedacts(event.currentTarget.checked)}
        />
        <span class="option-label">
          Redact earlier revisions
          <small>
            What they said is shown to nobody any more, not even in the history. For names,
            addresses and what puts people in danger.
          </small>
        </span>
      </label>
    </>
  );
}
