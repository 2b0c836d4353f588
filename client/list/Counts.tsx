import { countShown, type ViewResponse } from '../api/answer.ts';
import { say, sayParts } from '../language/say.ts';
import type { Filter, State } from '../state/state.ts';
import { told } from '../time/range.ts';
import { dayWords, rangeWords } from '../time/words.ts';

/** `38 of 81 incidents · 7 Jan – 1 Mar 2026`: how many, of what, when. */
export function Counts({ state }: { state: State }) {
  const view = state.answer?.view;
  if (!view) return <p class="counts">&nbsp;</p>;
  const apart = isApart(view, state.answerFilter);
  return (
    <p class="counts">
      {sayParts('counts.of', {
        shown: countShown(view, state.answerFilter.within),
        total: view.total,
        strong: (words) => <strong>{words}</strong>,
      })}
      {apart && (
        <>
          <span class="counts-dot"> · </span>
          <span class="counts-when wide-only">{placedWords(view, state.answerFilter)}</span>
          <span class="narrow-only">
            {say('counts.narrow', { placed: view.matched, unplaced: view.unplaced })}
          </span>
        </>
      )}
      <span class="counts-dot"> · </span>
      <span class="counts-when">
        {whenWords(told(state.answerFilter, state.play.isPlaying), view)}
      </span>
    </p>
  );
}

/** The same in one line of plain words, for a picture. */
export function countsWords(view: ViewResponse, filter: Filter): string {
  const counted = sayParts('counts.of', {
    shown: countShown(view, filter.within),
    total: view.total,
    strong: (words) => words.join(''),
  });
  return [counted, placedWords(view, filter), whenWords(filter, view)].join(' · ');
}

/** Tells a screen reader what changed, once it has. */
export function Announcement({ state }: { state: State }) {
  const view = state.answer?.view;
  return (
    <p class="visually-hidden" role="status" aria-live="polite">
      {view && state.loading === 'no' && !state.adjusting
        ? say('counts.announced', {
            shown: countShown(view, state.answerFilter.within),
            total: view.total,
            when: whenWords(state.answerFilter, view),
            placed: placedWords(view, state.answerFilter),
          })
        : ''}
    </p>
  );
}

/** What has no place is counted apart wherever the map does not show everything. */
function isApart(view: ViewResponse, filter: Filter): boolean {
  return view.unplaced > 0 && countShown(view, filter.within) < view.total;
}

/** @returns `4 on this part of the map · 24 without a place`, or of the drawn area. */
export function placedWords(view: ViewResponse, { within }: Filter): string {
  const { matched: placed, unplaced } = view;
  const isPart = placed + unplaced < view.matchedAnywhere;
  if (within) return say(isPart ? 'counts.inAreaHere' : 'counts.inArea', { placed, unplaced });
  return isPart
    ? say('counts.placedHere', { placed, unplaced })
    : say('counts.placed', { placed, unplaced });
}

/** The range that was asked for, in words; with none, the span of all that is known, where anything is. */
export function whenWords(filter: Filter, { timeline, total }: ViewResponse): string {
  if (total === 0 && filter.asOf < Infinity)
    return say('known.nothing', { day: dayWords(filter.asOf) });
  if (filter.datetime) return rangeWords(filter.datetime, 'short');
  if (total === 0) return say('time.allDates');
  const span = { from: Date.parse(timeline.from), to: Date.parse(timeline.to) - 1000 };
  return rangeWords(span, 'short');
}
