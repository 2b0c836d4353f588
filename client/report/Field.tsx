import type { ComponentChildren } from 'preact';
import { Said, type Words } from '../language/Said.tsx';

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly error: Words | undefined;
  /** Something to think about, which stops nobody. */
  readonly warning?: string | null;
  /** The control; it is described by `describedBy(id)`. */
  readonly children: ComponentChildren;
}

/** A labelled control with its error beside it. */
export function Field({ id, label, hint, error, warning, children }: FieldProps) {
  return (
    <div class={error ? 'field has-error' : 'field'}>
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
      <FieldError id={id} error={error} />
      {warning !== undefined && (
        <p class="field-warning" role="status">
          {warning}
        </p>
      )}
    </div>
  );
}

export function FieldError({ id, error }: { id: string; error: Words | undefined }) {
  if (!error) return null;
  return (
    <p class="field-error" id={`${id}-error`}>
      <Said words={error} />
    </p>
  );
}

/** Attributes that tie a control to its error. */
export function errorOf(id: string, error: Words | undefined) {
  return {
    id,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': error ? `${id}-error` : undefined,
  } as const;
}
