import { describe, expect, it } from 'vitest';
import type { ItemsPage } from '../../../client/api/answer.ts';
import {
  findListed,
  firstRows,
  listFrom,
  NO_LISTS,
  PAGE_SIZE,
  rowAt,
  rowsReached,
  withPage,
} from '../../../client/list/paged-list.ts';
import { incident } from '../made-answer.ts';

const MATCHED = 2000;

function page(index: number): ItemsPage {
  const first = index * PAGE_SIZE;
  return {
    features: Array.from({ length: PAGE_SIZE }, (_, row) => incident(`row-${first + row}`)),
    numberMatched: MATCHED,
    revision: 1,
    links: first + PAGE_SIZE < MATCHED ? [{ rel: 'next', href: `#${index + 1}` }] : [],
  };
}

/** Goes on from page to page, as the server is asked. */
function readTo(last: number) {
  let list = listFrom('all', page(0), null);
  for (let index = 1; index <= last; index++) list = withPage(list, index, page(index));
  return list;
}

describe('a long list', () => {
  it('finds each row in its page, and gives the rows from the first on', () => {
    const list = readTo(2);
    expect(rowAt(list, 120)?.id).toBe('row-120');
    expect(firstRows(list).map(({ id }) => id)).toHaveLength(150);
    expect(findListed({ ...NO_LISTS, placed: list }, 'row-77')?.id).toBe('row-77');
  });

  it('reaches as far as the next page that can be asked for', () => {
    expect(rowsReached(listFrom('all', page(0), null))).toBe(100);
    expect(rowsReached(readTo(3))).toBe(250);
    expect(rowsReached(readTo(39))).toBe(MATCHED);
  });

  it('lets go of what is far away, and never of its beginning', () => {
    const list = readTo(39);
    expect(list.pages.size).toBeLessThan(20);
    expect(rowAt(list, 0)?.id).toBe('row-0');
    expect(rowAt(list, 1999)?.id).toBe('row-1999');
    expect(rowAt(list, 500)).toBeUndefined();
    expect(firstRows(list)).toHaveLength(PAGE_SIZE);
    const back = withPage(list, 10, page(10));
    expect(rowAt(back, 500)?.id).toBe('row-500');
    expect(rowsReached(back)).toBe(MATCHED);
  });

  it('is another one where anything of it has changed', () => {
    const list = readTo(2);
    expect(listFrom('all', page(0), list)).toBe(list);
    expect(listFrom('some', page(0), list).pages.size).toBe(1);
    expect(listFrom('all', { ...page(0), revision: 2 }, list).pages.size).toBe(1);
  });
});
