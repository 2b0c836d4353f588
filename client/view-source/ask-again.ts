import { type Answer, revisionsOf } from '../api/answer.ts';
import { ApiError } from '../api/failure.ts';
import { say } from '../language/say.ts';

/** Where a change fell between the parts of an answer, all are asked for again, after so long each time. */
const PAUSES_MS = [50, 100, 200, 400, 800];
/** Parts that so many times are of the same revisions as before do not change. */
const STILL = 2;

/**
 * @param first an answer whose parts are of several revisions.
 * @returns all parts of one revision. Without a connection the device gives what it kept, each part from
 * when it was last asked for: that is shown as it is, and the page says from when.
 * @throws ApiError where changes fall between the parts again and again: what was shown stays.
 */
export async function askAgain(ask: () => Promise<Answer>, first: Answer): Promise<Answer> {
  let before = String(revisionsOf(first));
  let still = 0;
  for (const pauseMs of PAUSES_MS) {
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    const answer = await ask();
    const revisions = revisionsOf(answer);
    if (new Set(revisions).size === 1) return answer;
    still = String(revisions) === before ? still + 1 : 0;
    if (still === STILL) return answer;
    before = String(revisions);
  }
  const message = say('failure.busy');
  throw new ApiError({ kind: 'problem', status: 503, code: 'busy', message, errors: [] });
}
