import type { TimeSpan } from '../../data/time/span.ts';
import type { Answer, ItemsPage, ListedIncident } from '../api/answer.ts';
import type { Filter, Viewport } from '../state/state.ts';

/** What the page asks of a view: what it narrows by, where it looks, and how the bars are cut. */
export interface Question {
  readonly filter: Filter;
  readonly viewport: Viewport | null;
  readonly bins: number;
  /** What the timeline is drawn over; null: all that is known. */
  readonly span: TimeSpan | null;
}

/** A day of Minneapolis, and how many versions of records became known on it. */
export type KnownDay = readonly [day: string, versions: number];

export type Lists = Pick<Answer, 'list' | 'unplaced'>;

/** Given at once where no request is needed. */
export type Soon<T> = T | Promise<T>;

/**
 * Answers the page's questions: map, timeline, counts and lists of one revision. Two makers do: the
 * server, and columns that the page holds itself.
 * @throws ApiError where the server gives no answer; AbortError on abort.
 */
export interface ViewSource {
  /** True where `ask` needs no request. */
  answersAtOnce(question: Question): boolean;
  ask(question: Question, signal: AbortSignal): Soon<Answer>;
  /** Asks for the view alone, as a play does: the lists are those given. */
  askView(question: Question, lists: Lists, signal: AbortSignal): Soon<Answer>;
  /** The page of the list that follows what the answer holds. */
  more(question: Question, answer: Answer): Soon<ItemsPage>;
  /** What shares one point of the map. */
  place(
    filter: Filter,
    longitude: number,
    latitude: number,
    signal: AbortSignal,
  ): Soon<readonly ListedIncident[]>;
  knownDays(): Soon<readonly KnownDay[]>;
}
