import type { ComponentType } from 'preact';
import { usePart } from '../layout/use-part.ts';

/** A part whose code (the schema and the form made of it) comes only when somebody edits. */
export function lazy<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return function Lazy(props: Props) {
    const { Part, isFailed } = usePart(load);
    if (isFailed) return <p role="alert">The form could not be loaded. Reload the page.</p>;
    return Part ? <Part {...props} /> : <p aria-busy="true">Loading the form…</p>;
  };
}
