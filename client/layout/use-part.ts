import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** @returns a part of the page whose code is asked for now: null until it is there, or if it failed. */
export function usePart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): { readonly Part: ComponentType<Props> | null; readonly isFailed: boolean } {
  const [Part, setPart] = useState<ComponentType<Props> | null>(null);
  const [isFailed, setFailed] = useState(false);
  useEffect(() => {
    load().then(
      (loaded) => setPart(() => loaded),
      () => setFailed(true),
    );
  }, []);
  return { Part, isFailed };
}
