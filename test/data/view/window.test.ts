import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstFrom } from '../../../data/view/window.ts';

/** Even, bunched and equal times. */
const risingTimes = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 2 ** 45 })), {
    maxLength: 300,
    size: 'max',
  })
  .map((times) => Float64Array.from(times).sort());

test('finds the first time that is not earlier, however the times are spread', () => {
  fc.assert(
    fc.property(risingTimes, fc.nat(299), fc.integer({ min: -1, max: 1 }), (times, at, off) => {
      const time = (times[at % Math.max(1, times.length)] ?? 0) + off;
      const first = times.findIndex((other) => other >= time);
      expect(firstFrom(times, times.length, time)).toBe(first < 0 ? times.length : first);
    }),
    { numRuns: 5000 },
  );
});

test('infinite times are before or after all', () => {
  const times = Float64Array.of(1, 2, 3);
  expect(firstFrom(times, 3, -Infinity)).toBe(0);
  expect(firstFrom(times, 3, Infinity)).toBe(3);
  expect(firstFrom(times, 0, 5)).toBe(0);
});
