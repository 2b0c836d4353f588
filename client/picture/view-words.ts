import { chipsOf } from '../filters/Chips.tsx';
import { say } from '../language/say-of-tools.ts';
import { countsWords } from '../list/Counts.tsx';
import type { State } from '../state/state.ts';
import { dayWords } from '../time/words.ts';

/**
 * What a view is of, for whoever sees it where nothing can be pressed: how many of what and when, under
 * which filters, as known when. A line each; none before there is an answer.
 */
export function viewWords({ answer, answerFilter }: State): string[] {
  if (!answer) return [];
  const filters = chipsOf({ ...answerFilter, datetime: null }).map(({ label }) => label);
  return [
    countsWords(answer.view, answerFilter),
    ...(filters.length > 0 ? [say('picture.only', { filters: filters.join(', ') })] : []),
    ...(answerFilter.asOf === Infinity
      ? []
      : [say('picture.known', { day: dayWords(answerFilter.asOf) })]),
  ];
}
