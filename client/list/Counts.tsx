import { countShown, type ViewResponse } from '../api/answer.ts';
import type { Filter, State } from '../state/state.ts';
import { rangeWords } from '../time/words.ts';

/** `38 of 81 incidents · 7 Jan – 1 Mar 2026`: how many, of what, when. */
export function Counts({ state }: { state: State }) {
  const view = state.answer?.view;
  if (!view) return <p class="counts">&nbsp;</p>;
  const apart = isApart(view);
  return (
    <p class="counts">
      <strong>{countShown(view).toLocaleString('en-US')}</strong> of{' '}
      {view.total.toLocaleString('en-US')} incidents
      {apart && (
        <>
          <span class="counts-dot"> · </span>
          <span class="counts-when wide-only">{placedWords(view)}</span>
          <span class="narrow-only">
            {view.matched.toLocaleString('en-US')} here, {view.unplaced.toLocaleString('en-US')}{' '}
            without a place
          </span>
        </>
      )}
      <span class="counts-dot"> · </span>
      <span class="counts-when">{whenWords(state.answerFilter, view)}</span>
    </p>
  );
}

/** The same in one line of plain words, for a picture. */
export function countsWords(view: ViewResponse, filter: Filter): string {
  const [shown, total] = [countShown(view), view.total].map((n) => n.toLocaleString('en-US'));
  const parts = [`${shown} of ${total} incidents`, placedWords(view), whenWords(filter, view)];
  return parts.join(' · ');
}

/** Tells a screen reader what changed, once it has. */
export function Announcement({ state }: { state: State }) {
  const view = state.answer?.view;
  return (
    <p class="visually-hidden" role="status" aria-live="polite">
      {view && state.loading === 'no' && !state.adjusting
        ? `${countShown(view)} of ${view.total} incidents, ${whenWords(state.answerFilter, view)}. ${placedWords(view)}.`
        : ''}
    </p>
  );
}

/** What has no place is counted apart wherever the map does not show everything. */
function isApart(view: ViewResponse): boolean {
  return view.unplaced > 0 && countShown(view) < view.total;
}

/** @returns `4 on this part of the map · 24 without a place`. */
export function placedWords(view: ViewResponse): string {
  const where = countShown(view) < view.matchedAnywhere ? 'on this part of the map' : 'on the map';
  const [placed, unplaced] = [view.matched, view.unplaced].map((n) => n.toLocaleString('en-US'));
  return `${placed} ${where} · ${unplaced} without a place`;
}

/** The range that was asked for, in words; with none, the span of all that is known. */
export function whenWords(filter: Filter, { timeline, total }: ViewResponse): string {
  if (filter.datetime) return rangeWords(filter.datetime, 'short');
  if (total === 0) return 'all dates';
  const span = { from: Date.parse(timeline.from), to: Date.parse(timeline.to) - 1000 };
  return rangeWords(span, 'short');
}
