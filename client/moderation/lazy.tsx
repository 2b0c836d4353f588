import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** A part whose code (the schema and the form made of it) comes only when somebody edits. */
export function lazy<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return function Lazy(props: Props) {
    const [Part, setPart] = useState<ComponentType<Props> | null>(null);
    const [isFailed, setFailed] = useState(false);
    useEffect(() => {
      load().then(
        (loaded) => setPart(() => loaded),
        () => setFailed(true),
      );
    }, []);
    if (isFailed) return <p role="alert">The form could not be loaded. Reload the page.</p>;
    return Part ? <Part {...props} /> : <p aria-busy="true">Loading the form…</p>;
  };
}
