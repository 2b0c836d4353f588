import type { Area } from '../geo/area.ts';
import type { Bbox } from '../geo/bbox.ts';
import type { TimeSpan } from '../time/span.ts';
import type { CategoryId } from '../vocabulary/categories.ts';
import type { VerificationId } from '../vocabulary/verifications.ts';
import type { KeyBits } from './key-bits.ts';

/** One version of one incident, as the index holds it. */
export interface ViewRow {
  /** Names the version for as long as the index lives: a whole number from 1 to 2^32 − 1. */
  readonly key: number;
  /** Milliseconds since 1970. */
  readonly occurredAt: number;
  readonly latestAt: number;
  /** Known from, included; until, not included. Infinity for the version known today. */
  readonly knownFrom: number;
  readonly knownUntil: number;
  readonly category: CategoryId;
  readonly verification: VerificationId;
  /** WGS 84 degrees; null where only the city is known. */
  readonly position: readonly [longitude: number, latitude: number] | null;
  /** True where the place is an area (neighborhood), not a spot. */
  readonly imprecise: boolean;
}

/** What a view asks of the index. Filters as in `IncidentFilter`; text is resolved to keys before. */
export interface ViewRequest {
  readonly bbox: Bbox;
  readonly within: Area | null;
  /** 0 to 20, fractions allowed; cells are 64 px of a 512 px world at `Math.floor(zoom)`. */
  readonly zoom: number;
  readonly datetime: TimeSpan | null;
  readonly categories: readonly CategoryId[] | null;
  readonly verifications: readonly VerificationId[] | null;
  /** Keys of the versions that match the search text; null where there is none. */
  readonly textKeys: KeyBits | null;
  readonly asOf: number;
  /** How many bins the timeline has at most: 1 to 1000. */
  readonly bins: number;
  /** What the timeline is drawn over, both ends at whole seconds; without it, all that is known. */
  readonly span?: TimeSpan | undefined;
}

export interface ViewCluster {
  /** Stable for the cell: the same cell of the same zoom has the same id in every view. */
  readonly id: string;
  /** Centroid of its incidents on the (Mercator) map, WGS 84 degrees. */
  readonly position: readonly [longitude: number, latitude: number];
  /** At least 2. */
  readonly count: number;
  readonly byCategory: Readonly<Partial<Record<CategoryId, number>>>;
  readonly byVerification: Readonly<Partial<Record<VerificationId, number>>>;
  /** How many of them are known no closer than an area. */
  readonly imprecise: number;
  /** The lowest zoom at which it comes apart; 21 where all its incidents share one point. */
  readonly expansionZoom: number;
}

export interface ViewSingle {
  readonly key: number;
  readonly position: readonly [longitude: number, latitude: number];
}

/** Incidents counted where they begin, in bins of equal width over the span that was asked for. */
export interface ViewTimeline {
  /** Milliseconds since 1970: the beginning of the first bin and the end of the last. */
  readonly from: number;
  readonly to: number;
  readonly binMs: number;
  /** One list a category that has any, each as long as there are bins. */
  readonly byCategory: Readonly<Partial<Record<CategoryId, readonly number[]>>>;
  /** The same incidents by how they are verified. */
  readonly byVerification: Readonly<Partial<Record<VerificationId, readonly number[]>>>;
  /** How many begin before the first bin and after the last. */
  readonly before: number;
  readonly after: number;
  /** Whole days of Minneapolis that hold every beginning, whatever is filtered. */
  readonly whole: TimeSpan;
}

/**
 * The answer: all of it counted in one pass over one revision.
 *
 * `matched` = sum of the clusters' counts + singles. What stands in the list is `matched` and
 * `unplaced` together: facets and timeline count just these, each with its own filter lifted (a
 * person sees what widening would bring).
 */
export interface ViewAnswer {
  /** Of the cells: the one asked for, or a lower one where more than 4096 cells had incidents. */
  readonly zoom: number;
  readonly clusters: readonly ViewCluster[];
  readonly singles: readonly ViewSingle[];
  /** Match every filter and lie in the box (and in the area, where there is one). */
  readonly matched: number;
  /** Match every filter but box and area, and have no position. */
  readonly unplaced: number;
  /** Match every filter but the box, and lie in the area, where there is one, or have no position. */
  readonly matchedAnywhere: number;
  /** All that is known at `asOf`. */
  readonly total: number;
  readonly timeline: ViewTimeline;
  readonly facets: {
    readonly category: Readonly<Record<CategoryId, number>>;
    readonly verification: Readonly<Record<VerificationId, number>>;
  };
}

/** What a page of a list asks of the index: rows that match, in order of when they begin. */
export interface ListRequest
  extends Pick<
    ViewRequest,
    'within' | 'datetime' | 'categories' | 'verifications' | 'textKeys' | 'asOf'
  > {
  /** Null: what has no place is listed too. */
  readonly bbox: Bbox | null;
  /** True: only what has a place; false: only what has none. */
  readonly placed: boolean | null;
  readonly newestFirst: boolean;
  /** When the last row before the page begins (ms); null for the first page. */
  readonly after: number | null;
  /** At least 1. */
  readonly limit: number;
}

export interface ListAnswer {
  /** How many rows match in all. */
  readonly matched: number;
  /**
   * In no order: the first `limit` rows beyond `after`, and all that begin in the same millisecond as
   * `after` or as the last of them, since ids that decide their order are not held here. Null where
   * these are too many.
   */
  readonly keys: readonly number[] | null;
}

/** The columns of an index, whatever they are made of. */
export interface ViewIndex {
  readonly size: number;
  view(request: ViewRequest): ViewAnswer;
}

/** Versions that went, and versions that came. */
export interface ViewChange {
  readonly removedKeys: readonly number[];
  readonly added: readonly ViewRow[];
}

/**
 * A view on its way: each step takes well under a millisecond once its loops are compiled, 3 ms at the
 * worst, and whoever takes the steps may do other work between two of them. `return()` gives it up.
 */
export type ViewSteps = Generator<void, ViewAnswer, void>;
/** The same of a page of a list. */
export type ListSteps = Generator<void, ListAnswer, void>;

/** Columns that take changes between answers. */
export interface LiveViewIndex extends ViewIndex {
  /** Bytes of the columns. */
  readonly byteLength: number;
  /**
   * Counts a view step by step. From the first step to the last, or until it is given up, the rows must
   * stay as they are: `apply`, `tidy` and other views throw an Error.
   */
  count(request: ViewRequest): ViewSteps;
  /** Finds what a page of a list holds, step by step, as a view is counted. */
  list(request: ListRequest): ListSteps;
  /** The next view has the whole change; about 1 µs a row. */
  apply(change: ViewChange): void;
  /**
   * Puts some of what came into order, which changes no answer and makes the next ones quicker.
   * @param pages how many at most; one takes 3 ms at the worst.
   * @returns true while there is more to do.
   */
  tidy(pages: number): boolean;
}
