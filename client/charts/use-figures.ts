import { useEffect, useState } from 'preact/hooks';
import type { TimeSpan } from '../../data/time/span.ts';
import type { ItemsPage, ViewResponse } from '../api/answer.ts';
import { failureOf, isAbort } from '../api/failure.ts';
import type { Loader } from '../api/load.ts';
import { viewPath } from '../api/query.ts';
import type { State } from '../state/state.ts';
import { wholeOf } from '../time/span.ts';
import { type Counted, placedList, unplacedList } from '../view-source/source.ts';

const NO_PAGE: ItemsPage = { features: [], numberMatched: 0, revision: 0, links: [] };
const DAY_MS = 24 * 3_600_000;
/** As many bars as can be told apart on a phone. */
const MOST_BARS = 60;

export interface Figures {
  readonly view: ViewResponse | null;
  /** Each incident; null where they are more than can be looked at one by one. */
  readonly each: readonly Counted[] | null;
  readonly failure: string | null;
}

/** What the charts draw: of what the page shows, over the range that is set. */
export function useFigures(loader: Loader, { filter, viewport, answer, homeSpan }: State): Figures {
  const [figures, setFigures] = useState<Figures>({ view: null, each: null, failure: null });
  const whole = answer ? wholeOf(answer.view.timeline) : null;
  const span = whole && spanOf(filter.datetime, homeSpan ?? whole, whole);
  const question = { filter, viewport, bins: span ? barsOf(span) : 1, span };
  const key = viewPath(question);
  useEffect(() => {
    if (!span) return;
    const controller = new AbortController();
    const { signal } = controller;
    const { source } = loader;
    Promise.all([
      source.askView(question, { list: NO_PAGE, unplaced: NO_PAGE }, signal),
      source.counted(placedList(question), signal),
      source.counted(unplacedList(filter), signal),
    ]).then(
      ([{ view }, placed, unplaced]) => {
        if (signal.aborted) return;
        const each = placed && unplaced && [...placed, ...unplaced];
        setFigures({ view, each, failure: null });
      },
      (error: unknown) => {
        if (isAbort(error)) return;
        setFigures({ view: null, each: null, failure: failureOf(error).message });
      },
    );
    return () => controller.abort();
  }, [key]);
  return figures;
}

/** @returns what the bars are drawn over: the range, as far as there is anything. */
function spanOf(range: TimeSpan | null, home: TimeSpan, whole: TimeSpan): TimeSpan {
  if (!range) return home;
  const from = Math.max(range.from, whole.from);
  const to = Math.min(range.to + 1000, whole.to);
  // Whole seconds, as a question has them.
  const seconds = (instant: number): number => Math.floor(instant / 1000) * 1000;
  return from < to ? { from: seconds(from), to: seconds(to) } : home;
}

function barsOf({ from, to }: TimeSpan): number {
  const days = Math.round((to - from) / DAY_MS);
  if (days <= 2) return Math.max(1, Math.min(MOST_BARS, Math.round((24 * (to - from)) / DAY_MS)));
  return days <= MOST_BARS ? days : Math.ceil(MOST_BARS * 0.9);
}
