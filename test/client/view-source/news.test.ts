import { describe, expect, it } from 'vitest';
import { newsWords } from '../../../client/layout/Notices.tsx';
import { HeldColumns } from '../../../client/view-source/held-columns.ts';
import { newsOf } from '../../../client/view-source/hold.ts';
import type { Holding } from '../../../client/view-source/load-held.ts';
import type { HeldRow } from '../../../data/view/held-rows.ts';

/** What a page that stands still says of what has come since. */

function row(key: number, id: string): HeldRow {
  const [place, began] = ['Powderhorn Park', '2026-01-14T18:00:00-06:00'];
  const head = [key, id, `Vigil ${id}`, place, 'vigil', 'unverified', began, 0, 0, null] as const;
  return [...head, -93.26, 44.95, 'exact', 'block', 150, 0, 1, null, null, null];
}

function holding(revision: number, rows: readonly HeldRow[]): Holding {
  const columns = new HeldColumns(revision);
  columns.add(rows);
  const head = { revision, incidents: rows.length, versions: rows.length, held: true };
  return { tag: null, head, columns };
}

describe('news', () => {
  const before = holding(1, [row(1, 'a'), row(2, 'b'), row(3, 'c')]);

  it('counts what came, what changed and what was withdrawn', () => {
    const now = holding(2, [row(1, 'a'), row(4, 'b'), row(5, 'd'), row(6, 'e')]);
    expect(newsOf(before, now)).toEqual({ added: 2, changed: 2, revision: 2 });
  });

  it('counts what came by the figures alone, where the page holds no rows', () => {
    const many = { tag: null, columns: null };
    const figures = { versions: 90_000, held: false };
    const then = { ...many, head: { ...figures, revision: 1, incidents: 70_000 } };
    const now = { ...many, head: { ...figures, revision: 9, incidents: 70_003 } };
    expect(newsOf(then, now)).toEqual({ added: 3, changed: null, revision: 9 });
    expect(newsOf(now, { ...then, head: { ...then.head, revision: 10 } }).added).toBeNull();
  });

  it('is told in a few words', () => {
    const told = (added: number | null, changed: number | null) =>
      newsWords({ added, changed, revision: 2 });
    expect(told(3, 0)).toBe('3 new');
    expect(told(1200, 2)).toBe('1,200 new, 2 changed');
    expect(told(null, null)).toBe('Records have changed');
  });
});
