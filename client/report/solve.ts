import { type Challenge, solveChallengeWorkers } from 'altcha-lib';
import { say } from '../language/say-of-reports.ts';

/** A phone is left a core to scroll with. */
const MOST_WORKERS = 4;

/**
 * Does the work that the server asks for while many reports come in.
 * @returns the `Challenge-Solution` header: base64 of altcha's payload.
 * @throws Error in words for the person where this browser cannot, or did not in time.
 */
export async function solve(challenge: unknown): Promise<string> {
  if (!crypto.subtle) {
    throw new Error(say('form.noWork'));
  }
  const given = challenge as Challenge;
  const solution = await solveChallengeWorkers({
    challenge: given,
    concurrency: Math.max(1, Math.min(MOST_WORKERS, (navigator.hardwareConcurrency ?? 2) - 1)),
    createWorker: () =>
      new Worker(new URL('./work-worker.ts', import.meta.url), { type: 'module' }),
  });
  if (!solution) {
    throw new Error(say('form.workLate'));
  }
  const { parameters, signature } = given;
  return btoa(JSON.stringify({ challenge: { parameters, signature }, solution }));
}
