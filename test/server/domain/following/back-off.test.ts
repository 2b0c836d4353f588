import { expect, it } from 'vitest';
import { BackOff } from '../../../../server/domain/following/back-off.ts';

const MINUTE_MS = 60_000;

it('waits a minute, then twice as long each time, and no longer than it may', () => {
  let now = 0;
  const backOff = new BackOff(5 * MINUTE_MS, () => now);
  const waited: number[] = [];
  for (let failure = 0; failure < 5; failure++) {
    backOff.failed();
    // Others that were on their way fail too; that is one failure.
    backOff.failed();
    const began = now;
    while (!backOff.isOver) now += MINUTE_MS;
    waited.push((now - began) / MINUTE_MS);
  }
  expect(waited).toEqual([1, 2, 4, 5, 5]);
  backOff.worked();
  backOff.failed();
  now += MINUTE_MS;
  expect(backOff.isOver).toBe(true);
});
