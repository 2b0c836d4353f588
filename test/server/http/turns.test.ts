import { expect, test } from 'vitest';
import { Turns } from '../../../server/http/turns.ts';

test('gives each that asks at once a turn of its own, in order', async () => {
  const turns = new Turns();
  let turn = 0;
  const count = (): void => {
    turn++;
    if (turn < 20) setImmediate(count);
  };
  setImmediate(count);
  const given: number[] = [];
  await Promise.all(
    [1, 2, 3, 4].map(async () => {
      await turns.next();
      given.push(turn);
    }),
  );
  expect(new Set(given).size).toBe(4);
  expect(given).toEqual(given.toSorted((a, b) => a - b));
});
