import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * Where the focus goes when an entry of a list is taken away by its own button: to that of the entry which takes
 * its place, else of the last, else to what chooses files.
 * @param count of the entries as they are drawn, each an `li` of a list right within the box.
 */
export function useFocusAfterRemoval<Box extends HTMLElement>(
  count: number,
): { box: RefObject<Box | null>; willRemove: (index: number) => void } {
  const box = useRef<Box>(null);
  const removed = useRef<number | null>(null);
  useEffect(() => {
    const index = removed.current;
    removed.current = null;
    // Whoever has gone on meanwhile stays there.
    if (index === null || document.activeElement !== document.body) return;
    const entries = [...(box.current?.querySelectorAll(':scope > ol > li') ?? [])];
    const neighbour = entries[index] ?? entries.at(-1);
    const buttons = neighbour?.querySelectorAll('button') ?? [];
    const next = [...buttons].at(-1) ?? box.current?.querySelector<HTMLElement>('[type="file"]');
    next?.focus();
  }, [count]);
  return {
    box,
    willRemove: (index) => {
      removed.current = index;
    },
  };
}
