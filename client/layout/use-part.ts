import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

type Load<Props extends object> = () => Promise<ComponentType<Props>>;

/** What has been loaded, so that it is there at once the next time. */
const loaded = new WeakMap<() => Promise<unknown>, unknown>();

/** Loads a part of the page, so that whoever shows it later need not wait. */
export async function loadPart<Props extends object>(
  load: Load<Props>,
): Promise<ComponentType<Props>> {
  const part = await load();
  loaded.set(load, part);
  return part;
}

/** @returns a part of the page whose code is asked for now: null until it is there, or if it failed. */
export function usePart<Props extends object>(
  load: Load<Props>,
): { readonly Part: ComponentType<Props> | null; readonly isFailed: boolean } {
  const [Part, setPart] = useState(() => (loaded.get(load) ?? null) as ComponentType<Props> | null);
  const [isFailed, setFailed] = useState(false);
  useEffect(() => {
    if (Part !== null) return;
    loadPart(load).then(
      (part) => setPart(() => part),
      () => setFailed(true),
    );
  }, []);
  return { Part, isFailed };
}
