import { expect, it } from 'vitest';
import { abbreviate } from '../../../data/view/response.ts';

it.each([
  [2, '2'],
  [999, '999'],
  [1000, '1k'],
  [1234, '1.2k'],
  [9949, '9.9k'],
  [9950, '10k'],
  [34_400, '34k'],
  [999_499, '999k'],
  [999_500, '1M'],
  [1_100_000, '1.1M'],
  [34_000_000, '34M'],
])('shortens %i to %s', (count, text) => {
  expect(abbreviate(count)).toBe(text);
});
