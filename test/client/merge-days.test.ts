import { expect, it } from 'vitest';
import { mergeDays } from '../../client/changes/merge-days.ts';
import type { PublicChange } from '../../data/incident/public-history.ts';

function change(revision: number): PublicChange {
  return {
    incidentId: 'vigil',
    title: 'Vigil',
    category: 'vigil',
    verification: 'verified',
    revision,
    at: '2026-01-14',
    kind: 'updated',
    why: null,
    what: [],
    lines: [],
  };
}

it('shows a day that goes on over two pages once', () => {
  const first = [{ day: '2026-01-14', changes: [change(3)] }];
  const second = [
    { day: '2026-01-14', changes: [change(2)] },
    { day: '2026-01-13', changes: [change(1)] },
  ];
  const merged = mergeDays(first, second);
  expect(merged.map(({ day, changes }) => [day, changes.length])).toEqual([
    ['2026-01-14', 2],
    ['2026-01-13', 1],
  ]);
});
