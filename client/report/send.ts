import type { ReportInput } from '../../data/incident/schema.ts';
import { ApiError } from '../api/failure.ts';
import { sendReport } from '../api/reports.ts';

/** Sent in the first instant of a challenge, or after it has run out, it is asked for anew. */
const MOST_TRIES = 3;

/**
 * Sends a report, and does the work that is asked for under load.
 * @param key Idempotency-Key. @param challenge known from before, or null.
 * @param onWork told while the device works for it.
 * @returns the token of the private link.
 * @throws ApiError
 */
export async function sendWithWork(
  feature: ReportInput,
  key: string,
  challenge: unknown,
  onWork: (isWorking: boolean) => void,
): Promise<string> {
  let asked = challenge;
  for (let attempt = 1; ; attempt++) {
    const solution = asked ? await work(asked, onWork) : null;
    try {
      return await sendReport(feature, key, solution);
    } catch (error) {
      if (!(error instanceof ApiError) || !error.failure.challenge || attempt === MOST_TRIES) {
        throw error;
      }
      asked = error.failure.challenge;
    }
  }
}

async function work(challenge: unknown, onWork: (isWorking: boolean) => void): Promise<string> {
  onWork(true);
  try {
    const { solve } = await import('./solve.ts');
    return await solve(challenge);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new ApiError({ kind: 'problem', status: 429, message, errors: [] });
  } finally {
    onWork(false);
  }
}
