import type { Bbox } from '../../data/geo/bbox.ts';
import type { TimeSpan } from '../../data/time/span.ts';
import type { TimePrecision } from '../../data/vocabulary/precisions.ts';
import type { Answer, ItemsPage } from '../api/answer.ts';
import { cellOf } from '../map/viewport.ts';
import type { Filter, Viewport } from '../state/state.ts';

/** What the page asks of a view: what it narrows by, where it looks, and how the bars are cut. */
export interface Question {
  readonly filter: Filter;
  readonly viewport: Viewport | null;
  readonly bins: number;
  /** What the timeline is drawn over; null: all that is known. */
  readonly span: TimeSpan | null;
}

/** What a list asks: what it narrows by, and where. */
export interface ListQuestion {
  readonly filter: Filter;
  readonly bbox: Bbox | null;
  /** True: only what has a position; false: only what has none; null: both. */
  readonly placed: boolean | null;
}

/** What figures count of an incident. Times in milliseconds since 1970. */
export interface Counted {
  readonly occurredAt: number;
  readonly latestAt: number;
  readonly timePrecision: TimePrecision;
  /** Null where nobody says. */
  readonly arrests: number | null;
  readonly injuries: number | null;
  readonly fatalities: number | null;
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
  /**
   * A page of a list, newest first.
   * @param index of the page, from 0.
   * @param link what the page before has of this one: only the server needs it.
   */
  page(
    list: ListQuestion,
    index: number,
    link: string | null,
    signal?: AbortSignal,
  ): Soon<ItemsPage>;
  /** Every incident of a list, where they are few enough to look at each; else null. */
  counted(list: ListQuestion, signal: AbortSignal): Soon<readonly Counted[] | null>;
  knownDays(): Soon<readonly KnownDay[]>;
}

/** What the map shows. */
export function placedList({
  filter,
  viewport,
}: Pick<Question, 'filter' | 'viewport'>): ListQuestion {
  return { filter, bbox: viewport?.bbox ?? null, placed: true };
}

/** What is known no closer than the city, which neither what the map shows nor a drawn area leaves out. */
export function unplacedList(filter: Filter): ListQuestion {
  return { filter: { ...filter, within: null }, bbox: null, placed: false };
}

/** What shares one point: what lies in its cell of the highest zoom, which no zoom takes apart. */
export function placeList(filter: Filter, longitude: number, latitude: number): ListQuestion {
  return { filter, bbox: cellOf(longitude, latitude), placed: null };
}
