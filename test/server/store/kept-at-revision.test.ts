import { expect, test } from 'vitest';
import { KeptAtRevision } from '../../../server/store/sqlite/kept-at-revision.ts';

test('gives back what was kept of a revision, and nothing of it at the next', () => {
  const kept = new KeptAtRevision<string>(10);
  kept.set(1, 'a', { value: 'first', cost: 1 });
  expect(kept.get(1, 'a')).toBe('first');
  expect(kept.get(2, 'a')).toBeUndefined();
});

test('lets nothing of an older revision in', () => {
  const kept = new KeptAtRevision<string>(10);
  kept.set(2, 'a', { value: 'newer', cost: 1 });
  kept.set(1, 'a', { value: 'older', cost: 1 });
  expect(kept.get(2, 'a')).toBe('newer');
});

test('forgets what nobody asked for the longest, and keeps the latest whatever it costs', () => {
  const kept = new KeptAtRevision<number>(10);
  for (const name of ['a', 'b', 'c']) kept.set(1, name, { value: 0, cost: 3 });
  kept.get(1, 'a');
  kept.set(1, 'd', { value: 0, cost: 4 });
  expect(['a', 'b', 'c', 'd'].filter((name) => kept.get(1, name) !== undefined)).toEqual([
    'a',
    'c',
    'd',
  ]);
  kept.set(1, 'e', { value: 0, cost: 99 });
  expect(['a', 'c', 'd', 'e'].filter((name) => kept.get(1, name) !== undefined)).toEqual(['e']);
});
