import { useEffect, useState } from 'preact/hooks';
import { failureOf, isAbort } from '../api/failure.ts';
import type { Loader } from '../api/load.ts';
import type { Filter } from '../state/state.ts';
import { askSide, countSide, type SideAnswer } from './ask-side.ts';
import { type Looseness, loosenessOf } from './sides.ts';

export interface Sides {
  readonly sides: readonly [SideAnswer, SideAnswer] | null;
  /** Of the first side; null where it is more than can be looked at one by one. */
  readonly looseness: Looseness | null;
  readonly failure: string | null;
}

/** Counts both sides. What was counted stays while the next is on its way. */
export function useSides(loader: Loader, first: Filter, second: Filter, key: string): Sides {
  const [counted, setCounted] = useState<Sides>({ sides: null, looseness: null, failure: null });
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const { source } = loader;
    Promise.all([
      askSide(source, first, signal),
      askSide(source, second, signal),
      countSide(source, first, signal),
    ]).then(
      ([a, b, each]) => {
        if (signal.aborted) return;
        const looseness = each && loosenessOf(each, second);
        setCounted({ sides: [a, b], looseness, failure: null });
      },
      (error: unknown) => {
        if (isAbort(error)) return;
        setCounted({ sides: null, looseness: null, failure: failureOf(error).message });
      },
    );
    return () => controller.abort();
  }, [key]);
  return counted;
}
