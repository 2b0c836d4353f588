import type { ReportInput } from '../../data/incident/schema.ts';
import { ApiError, isAbort } from '../api/failure.ts';
import { sendReport } from '../api/reports.ts';
import { neededPart } from '../layout/lazy.tsx';

/** Sent in the first instant of a challenge, or after it has run out, it is asked for anew. */
const MOST_TRIES = 3;

/** For whoever watches the device work. */
export interface Watching {
  /** Is told when work begins and ends. */
  onWork(isWorking: boolean): void;
  /** Ends the work, not what is on its way to the server. */
  readonly signal: AbortSignal;
}

/**
 * Sends a report, and does the work that is asked for under load.
 * @param key Idempotency-Key. @param challenge known from before, or null.
 * @param watching null where nobody does.
 * @returns the token of the private link.
 * @throws ApiError; AbortError where the work was ended.
 */
export async function sendWithWork(
  feature: ReportInput,
  key: string,
  challenge: unknown,
  watching: Watching | null,
): Promise<string> {
  let asked = challenge;
  for (let attempt = 1; ; attempt++) {
    const solution = asked ? await work(asked, watching) : null;
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

async function work(challenge: unknown, watching: Watching | null): Promise<string> {
  watching?.onWork(true);
  try {
    const { solve } = await neededPart(import('./solve.ts'));
    return await solve(challenge, watching?.signal ?? null);
  } catch (error) {
    if (error instanceof ApiError || isAbort(error)) throw error;
    const message = error instanceof Error ? error.message : String(error);
    throw new ApiError({ kind: 'problem', status: 429, message, errors: [] });
  } finally {
    watching?.onWork(false);
  }
}
