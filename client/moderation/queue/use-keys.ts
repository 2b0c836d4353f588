import { useEffect, useRef } from 'preact/hooks';

/** All keys of the queue, as the dialog lists them. */
export const KEYS = [
  ['j', 'Next report'],
  ['k', 'Previous report'],
  ['p', 'Publish'],
  ['r', 'Reject, with or without a message'],
  ['q', 'Ask the reporter'],
  ['d', 'Compare with a likely duplicate'],
  ['e', 'Edit what will be public'],
  ['u', 'Undo the last decision'],
  ['c', 'Claim or release'],
  ['n', 'Write a note'],
  ['x', 'Select for rejecting many at once'],
  ['?', 'All keys'],
] as const;

export type Key = (typeof KEYS)[number][0];

/** Runs what a key stands for, unless somebody types or a dialog is open. */
export function useKeys(acts: Readonly<Record<Key, () => void>>): void {
  // What a key does is that of the last drawing, also for a key that follows at once.
  const latest = useRef(acts);
  latest.current = acts;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event)) return;
      if (document.querySelector('dialog[open]')) return;
      const act = (latest.current as Readonly<Record<string, () => void>>)[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

const TICKS = ['checkbox', 'radio', 'button', 'submit'];

function isTyping({ target }: KeyboardEvent): boolean {
  if (target instanceof HTMLInputElement) return !TICKS.includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
