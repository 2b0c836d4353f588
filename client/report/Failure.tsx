import { ApiError, type ApiFailure } from '../api/failure.ts';
import { say } from '../language/say-of-reports.ts';
import type { FieldErrors } from './check.ts';
import { isOnlyLater } from './send-waiting.ts';

interface FailureProps {
  readonly failure: ApiFailure;
  readonly errors: FieldErrors;
  readonly isAmending: boolean;
}

/** Why it was not sent; what belongs to a field stands beside that. */
export function Failure({ failure, errors, isAmending }: FailureProps) {
  const words = errors[''] ?? (failure.errors.length > 0 ? say('form.mend') : failure.message);
  const isChangedSince = isAmending && failure.status === 412;
  return (
    <p class="form-error" role="alert">
      {isChangedSince ? say('form.changedSince') : words}{' '}
      {isOnlyLater(new ApiError(failure)) && say('form.nothingLost')}
    </p>
  );
}
