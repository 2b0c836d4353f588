import { countShown, type ViewResponse } from '../api/answer.ts';
import type { State } from '../state/state.ts';
import { rangeWords } from '../time/words.ts';

/** `38 of 81 incidents · 7 Jan – 1 Mar 2026`: how many, of what, when. */
export function Counts({ state }: { state: State }) {
  const view = state.answer?.view;
  if (!view) return <p class="counts">&nbsp;</p>;
  return (
    <p class="counts">
      <strong>{countShown(view).toLocaleString('en-US')}</strong> of{' '}
      {view.total.toLocaleString('en-US')} incidents<span class="counts-dot"> · </span>
      <span class="counts-when">{whenWords(state, view)}</span>
    </p>
  );
}

/** Tells a screen reader what changed, once it has. */
export function Announcement({ state }: { state: State }) {
  const view = state.answer?.view;
  return (
    <p class="visually-hidden" role="status" aria-live="polite">
      {view && state.loading === 'no' && !state.adjusting
        ? `${countShown(view)} of ${view.total} incidents, ${whenWords(state, view)}. ${view.unplaced} of them are not on the map.`
        : ''}
    </p>
  );
}

/** The range in words; with no filter, the span of all that is known. */
export function whenWords({ filter }: State, { timeline, total }: ViewResponse): string {
  if (filter.datetime) return rangeWords(filter.datetime, 'short');
  if (total === 0) return 'all dates';
  const span = { from: Date.parse(timeline.from), to: Date.parse(timeline.to) - 1000 };
  return rangeWords(span, 'short');
}
