import { type Challenge, solveChallengeWorkers } from 'altcha-lib';
import { say } from '../language/say-of-reports.ts';
import { partMissing } from '../layout/lazy.tsx';

/** A phone is left a core to scroll with. */
const MOST_WORKERS = 4;

/**
 * Does the work that the server asks for while many reports come in.
 * @param signal ends it.
 * @returns the `Challenge-Solution` header: base64 of altcha's payload.
 * @throws Error in words for the person where this browser cannot, or did not in time; AbortError.
 */
export async function solve(challenge: unknown, signal: AbortSignal | null): Promise<string> {
  if (!crypto.subtle) {
    throw new Error(say('form.noWork'));
  }
  signal?.throwIfAborted();
  const controller = new AbortController();
  signal?.addEventListener('abort', () => controller.abort(), { once: true });
  const given = challenge as Challenge;
  const solution = await solveChallengeWorkers({
    challenge: given,
    controller,
    concurrency: Math.max(1, Math.min(MOST_WORKERS, (navigator.hardwareConcurrency ?? 2) - 1)),
    createWorker: () =>
      new Worker(new URL('./work-worker.ts', import.meta.url), { type: 'module' }),
  }).catch((error: unknown) => {
    // A worker whose code does not come says so by an event.
    throw error instanceof Event ? partMissing() : error;
  });
  signal?.throwIfAborted();
  if (!solution) {
    throw new Error(say('form.workLate'));
  }
  const { parameters, signature } = given;
  return btoa(JSON.stringify({ challenge: { parameters, signature }, solution }));
}
