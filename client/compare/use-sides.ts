import { useEffect, useState } from 'preact/hooks';
import type { ItemsPage, ViewResponse } from '../api/answer.ts';
import { failureOf, isAbort } from '../api/failure.ts';
import type { Loader } from '../api/load.ts';
import type { Filter } from '../state/state.ts';
import { type Looseness, loosenessOf } from './sides.ts';

const NO_PAGE: ItemsPage = { features: [], numberMatched: 0, revision: 0, links: [] };

/** One side of a comparison, as it was counted. */
export interface SideAnswer {
  readonly filter: Filter;
  readonly view: ViewResponse;
  /** The newest of it. */
  readonly list: ItemsPage;
}

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
    const listOf = (filter: Filter) => ({ filter, bbox: null, placed: null });
    const ask = async (filter: Filter): Promise<SideAnswer> => {
      const question = { filter, viewport: null, bins: 1, span: null };
      const lists = { list: NO_PAGE, unplaced: NO_PAGE };
      const [{ view }, list] = await Promise.all([
        source.askView(question, lists, signal),
        source.page(listOf(filter), 0, null, signal),
      ]);
      return { filter, view, list };
    };
    const all = Promise.all([ask(first), ask(second), source.counted(listOf(first), signal)]);
    all.then(
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
