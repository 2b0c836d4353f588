import { useEffect, useState } from 'preact/hooks';
import type { TimeSpan } from '../../data/time/span.ts';
import type { ViewResponse } from '../api/answer.ts';
import { failureOf, isAbort } from '../api/failure.ts';
import type { Loader } from '../api/load.ts';
import { viewPath } from '../api/query.ts';
import type { State } from '../state/state.ts';
import { wholeOf } from '../time/span.ts';
import { type Counted, placedList, unplacedList } from '../view-source/source.ts';
import { countEach, NO_LISTS } from './ask-counts.ts';
import { type Bars, barsOf, cutsOf } from './cuts.ts';

export interface Figures {
  readonly view: ViewResponse | null;
  /** Over time; set with the view. */
  readonly bars: Bars | null;
  /** Each incident; null where they are more than can be looked at one by one. */
  readonly each: readonly Counted[] | null;
  readonly failure: string | null;
}

const NONE: Figures = { view: null, bars: null, each: null, failure: null };

/** What the charts draw: of what the page shows, over the range that is set. */
export function useFigures(loader: Loader, { filter, viewport, answer, homeSpan }: State): Figures {
  const [figures, setFigures] = useState<Figures>(NONE);
  const whole = answer ? wholeOf(answer.view.timeline) : null;
  const span = whole && spanOf(filter.datetime, homeSpan ?? whole, whole);
  const question = { filter, viewport, bins: 1, span };
  const key = viewPath(question);
  // The same box, in cells that make few marks, which nobody draws.
  const withoutMarks = viewport && { ...viewport, zoom: 0 };
  useEffect(() => {
    if (!span) return;
    const controller = new AbortController();
    const { signal } = controller;
    const { source } = loader;
    const cuts = cutsOf(span);
    const views = cuts.stretches.map((stretch) =>
      source.askView({ ...question, ...stretch, viewport: withoutMarks }, NO_LISTS, signal),
    );
    Promise.all([
      Promise.all(views),
      countEach(source, [placedList(question), unplacedList(filter)], signal),
    ]).then(
      ([answers, each]) => {
        if (signal.aborted) return;
        const bars = barsOf(
          cuts,
          answers.map(({ view }) => view.timeline),
        );
        setFigures({ view: answers[0]?.view ?? null, bars, each, failure: null });
      },
      (error: unknown) => {
        if (isAbort(error)) return;
        setFigures({ ...NONE, failure: failureOf(error).message });
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
