import type { Warning } from '../../../data/screening/screen.ts';
import type { Unmergeable } from '../../domain/desk-acts.ts';
import type { Uneditable } from '../../domain/edit-report.ts';
import type { FieldError } from '../../domain/field-errors.ts';
import type { Unpublishable } from '../../domain/moderation.ts';
import type { Outcome } from '../../domain/ports/report-desk.ts';
import { HttpProblem } from '../problem.ts';

/** @throws HttpProblem 422, or 409 where not all that was merged into it finds room. */
export function checkPublication(result: Outcome | Unpublishable): Outcome {
  switch (result.why) {
    case 'warnings':
      throw unseenWarnings(result.warnings);
    case 'unknown_photo':
      throw refused(`/photos/${result.index}/id`, 'Is no photo of this report.');
    case 'incident_full':
      throw full();
    default:
      return result;
  }
}

/** @throws HttpProblem 422, or 409 where the incident is full. */
export function checkMerge(result: Outcome | Unmergeable): Outcome {
  switch (result.why) {
    case 'warnings':
      throw unseenWarnings(result.warnings);
    case 'unknown_account':
      throw refused(`/disputes/${result.index}`, 'Is no account of this incident.');
    case 'incident_full':
      throw full();
    default:
      return result;
  }
}

/** @throws HttpProblem 422. */
export function checkEdit(result: Outcome | Uneditable): Outcome {
  switch (result.why) {
    case 'invalid':
      throw brokenFeature('report', result.errors);
    case 'warnings':
      throw unseenWarnings(result.warnings);
    default:
      return result;
  }
}

/** @param errors point into the feature of the act. */
export function brokenFeature(
  noun: 'report' | 'incident',
  errors: readonly FieldError[],
): HttpProblem {
  const placed = errors.map((error) => ({ ...error, pointer: `/feature${error.pointer}` }));
  return new HttpProblem(422, `The ${noun} breaks a rule; see errors.`, placed);
}

function full(): HttpProblem {
  return new HttpProblem(409, 'The incident has no room for more accounts or sources.');
}

function refused(pointer: string, message: string): HttpProblem {
  return new HttpProblem(422, 'The act breaks a rule; see errors.', [{ pointer, message }]);
}

export function unseenWarnings(warnings: readonly Warning[]): HttpProblem {
  const detail =
    'Something in it may put people in danger. Change it, or name the pointers in "allow" once you have looked at each.';
  return new HttpProblem(422, detail, warnings);
}
