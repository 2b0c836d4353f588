import type { ItemsPage, ListedIncident } from '../api/answer.ts';

/** What shares a view's part of the map, what has no place on it, what shares one point. */
export type ListId = 'placed' | 'unplaced' | 'place';

/** Rows of a page of a list. */
export const PAGE_SIZE = 50;
/** Pages that are held at once; what is farther away is asked for again. */
const MOST_PAGES = 16;

type Rows = readonly ListedIncident[];

/** A list of any length, of which some pages are held. Rows are counted from 0, newest first. */
export interface PagedList {
  /** What was asked for: the address of its first page. */
  readonly name: string;
  /** How many rows there are in all. */
  readonly matched: number;
  readonly revision: number;
  /** By number; the first is always held. */
  readonly pages: ReadonlyMap<number, Rows>;
  /** Links to the pages after the first, as far as anybody has asked: the second's first. */
  readonly links: readonly string[];
}

export type PagedLists = Readonly<Record<ListId, PagedList | null>>;

export const NO_LISTS: PagedLists = { placed: null, unplaced: null, place: null };

/**
 * @param page the first.
 * @param before the list until now: where it is the same one, its other pages stay.
 */
export function listFrom(name: string, page: ItemsPage, before: PagedList | null): PagedList {
  // A play shows the lists of a moment ago.
  if (before && firstPageOf(before) === page.features) return before;
  if (before?.name === name && isSame(before, page)) return before;
  return {
    name,
    matched: page.numberMatched,
    revision: page.revision,
    pages: new Map([[0, page.features]]),
    links: linksAfter([], 0, page),
  };
}

/** Adds a page, and drops the farthest from it where too many are held. */
export function withPage(list: PagedList, index: number, page: ItemsPage): PagedList {
  const pages = new Map([...list.pages, [index, page.features]]);
  while (pages.size > MOST_PAGES) pages.delete(farthestFrom(index, pages));
  return { ...list, pages, links: linksAfter(list.links, index, page) };
}

/** Up to so many rows are all drawn: every reader and every search of a browser finds them. */
const MOST_PLAIN = 200;

export function isLong({ matched }: PagedList): boolean {
  return matched > MOST_PLAIN;
}

/** The first page: it tells one list from another, whatever else of it is held. */
export function firstPageOf({ pages }: PagedList): Rows {
  return pages.get(0) ?? [];
}

export function rowAt({ pages }: PagedList, row: number): ListedIncident | undefined {
  return pages.get(Math.floor(row / PAGE_SIZE))?.[row % PAGE_SIZE];
}

/** @returns the rows from the first one on, as far as they are held without a gap. */
export function firstRows(list: PagedList): readonly ListedIncident[] {
  const rows: ListedIncident[] = [];
  for (let index = 0, page = list.pages.get(0); page; page = list.pages.get(++index)) {
    rows.push(...page);
  }
  return rows;
}

/** @returns how many rows there are as far as pages have been asked for: others have no link yet. */
export function rowsReached({ matched, links }: PagedList): number {
  return Math.min(matched, (links.length + 1) * PAGE_SIZE);
}

/** @returns the incident where a list holds it. */
export function findListed(lists: PagedLists, id: string): ListedIncident | null {
  for (const list of Object.values(lists)) {
    for (const page of list?.pages.values() ?? []) {
      const found = page.find((feature) => feature.id === id);
      if (found) return found;
    }
  }
  return null;
}

function linksAfter(links: readonly string[], index: number, page: ItemsPage): readonly string[] {
  const next = page.links.find(({ rel }) => rel === 'next');
  return next && links.length === index ? [...links, next.href] : links;
}

function farthestFrom(index: number, pages: ReadonlyMap<number, Rows>): number {
  const others = [...pages.keys()].filter((page) => page !== 0);
  return others.reduce((far, page) =>
    Math.abs(page - index) > Math.abs(far - index) ? page : far,
  );
}

function isSame(list: PagedList, page: ItemsPage): boolean {
  const [held, came] = [firstPageOf(list), page.features];
  return (
    list.revision === page.revision &&
    list.matched === page.numberMatched &&
    held.length === came.length &&
    held.every(({ id }, row) => id === came[row]?.id)
  );
}
