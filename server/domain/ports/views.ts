import type { ViewAnswer, ViewRequest } from '../../../data/view/types.ts';

/** Answers views from columns in memory, kept in step with the store. */
export interface Views {
  /** Revision of the store that the columns stand at. */
  readonly revision: number;
  view(request: ViewRequest): ViewAnswer;
}
