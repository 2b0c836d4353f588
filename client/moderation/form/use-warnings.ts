import { useEffect, useState } from 'preact/hooks';
import type { Warning } from '../../../data/screening/screen.ts';

/** What an edit says that may put people in danger, and which of it was looked at. */
export interface EditWarnings {
  readonly warnings: readonly Warning[];
  readonly looked: readonly string[];
  readonly setLooked: (looked: readonly string[]) => void;
  /** Shows what was found. @returns whether all of it was looked at. */
  pass(found: readonly Warning[]): boolean;
}

/** @param edited what is typed, in parts: with each change of one, what was found and ticked is forgotten. */
export function useWarnings(edited: readonly unknown[]): EditWarnings {
  const [warnings, setWarnings] = useState<readonly Warning[]>([]);
  const [looked, setLooked] = useState<readonly string[]>([]);
  useEffect(() => {
    setWarnings([]);
    setLooked([]);
  }, edited);
  const unseen = warnings.findIndex(({ pointer }) => !looked.includes(pointer));
  useEffect(() => {
    if (unseen >= 0) document.getElementById(`warning-${unseen}`)?.focus();
  }, [warnings]);
  return {
    warnings,
    looked,
    setLooked,
    pass(found) {
      setWarnings(found);
      return found.every(({ pointer }) => looked.includes(pointer));
    },
  };
}
