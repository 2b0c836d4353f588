import { ApiError, type ApiFailure } from '../api/failure.ts';
import { Said } from '../language/Said.tsx';
import { say } from '../language/say-of-reports.ts';
import type { FieldErrors } from './check.ts';
import { failureWords } from './problem-words.ts';
import { isOnlyLater } from './send-waiting.ts';

interface FailureProps {
  readonly failure: ApiFailure;
  readonly errors: FieldErrors;
}

/** Why it was not sent; what belongs to a field stands beside that. */
export function Failure({ failure, errors }: FailureProps) {
  const words =
    errors[''] ?? (failure.errors.length > 0 ? say('form.mend') : failureWords(failure));
  return (
    <p class="form-error" role="alert">
      <Said words={words} /> {isOnlyLater(new ApiError(failure)) && say('form.nothingLost')}
    </p>
  );
}
