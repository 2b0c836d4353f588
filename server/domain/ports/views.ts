import type { ListAnswer, ListRequest, ViewAnswer, ViewRequest } from '../../../data/view/types.ts';

export interface Counted<Answer> {
  readonly answer: Answer;
  /** Of the store, that all of the answer is of. */
  readonly revision: number;
}

export interface ViewConditions {
  /** The revision that `textKeys` are of; null where it does not matter which is counted. */
  readonly revision: number | null;
  /** Aborted once nobody waits any more. */
  readonly signal: AbortSignal;
}

/** Answers views from columns in memory, kept in step with the store. */
export interface Views {
  /** The last revision that the store has told of: a view asked for now is of this or a later one. */
  readonly revision: number;
  /**
   * Counts a view in slices between other work, all of it over one revision. One view is counted at a
   * time, and who asked first is answered first; a change waits for no more than the one under way.
   * @returns null where its turn came at another revision than the one asked for.
   * @throws the signal's reason once it is aborted.
   */
  view(request: ViewRequest, conditions: ViewConditions): Promise<Counted<ViewAnswer> | null>;
  /** Finds what a page of a list holds, in the same way and in the same row of who waits. */
  list(request: ListRequest, conditions: ViewConditions): Promise<Counted<ListAnswer> | null>;
}
