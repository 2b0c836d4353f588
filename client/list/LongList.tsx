import { defaultRangeExtractor, type Range } from '@tanstack/virtual-core';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { startOfCentral } from '../../data/time/central.ts';
import type { ListedIncident } from '../api/answer.ts';
import type { Loader } from '../api/load.ts';
import { say } from '../language/say-of-lists.ts';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { weekdayWords } from '../time/words.ts';
import { useKeptRows } from './kept-rows.ts';
import { leaveList, leftList } from './left-list.ts';
import { useNewQuestion } from './new-question.ts';
import { type ListId, PAGE_SIZE, type PagedList, rowAt } from './paged-list.ts';
import { RowLink } from './Row.tsx';
import { rowOfKey } from './row-keys.ts';
import { useVirtual } from './use-virtual.ts';

export interface LongListProps {
  readonly id: ListId;
  readonly list: PagedList;
  /** What the list is of, for whoever hears it. */
  readonly label: string;
  readonly state: State;
  readonly store: Store;
  readonly loader: Loader;
}

/** Pixels of a row whose title takes one line, before it has been drawn and measured. */
const ROW_PX = 76;
const DAY_PX = 31;
/** Rows drawn above and below what is seen. */
const BEYOND = 8;
/** Browsers draw nothing beyond some 17 million pixels; nobody scrolls that far. */
const MOST_ROWS = 150_000;

/**
 * A list of any length of which only what is seen is drawn, page after page asked for as it is
 * scrolled. One stop for Tab; arrows, Page, Home and End go from row to row. The row that has the
 * focus stays drawn wherever the list is scrolled to. (The browser's own search finds what is drawn
 * and no more: the page's search finds everything.)
 */
export function LongList({ id, list, label, state, store, loader }: LongListProps) {
  const box = useRef<HTMLOListElement>(null);
  const [scroller] = useState(() =>
    document.querySelector<HTMLElement>('.panel-body, .sheet-body'),
  );
  const [before] = useState(() => leftList(id, state.filter));
  const [margin, setMargin] = useState(0);
  /** The one that Tab comes to. */
  const [current, setCurrent] = useState(before?.row ?? 0);
  useNewQuestion(state, () => setCurrent(0));
  /** The one that is to have the focus as soon as it is drawn. */
  const wanted = useRef<number | null>(null);
  const count = Math.min(loader.reach(list), MOST_ROWS);
  const virtual = useVirtual({
    count,
    getScrollElement: () => scroller,
    estimateSize: () => ROW_PX,
    overscan: BEYOND,
    scrollMargin: margin,
    scrollPaddingStart: DAY_PX,
    rangeExtractor: (range) => rowsToDraw(range, [current, wanted.current]),
    initialOffset: before?.offset ?? scroller?.scrollTop ?? 0,
    initialMeasurementsCache: before ? [...before.measured] : [],
  });
  const rows = virtual.getVirtualItems();

  useLayoutEffect(() => {
    if (!box.current || !scroller) return;
    const top = box.current.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    setMargin(Math.round(top + scroller.scrollTop));
  });
  useLayoutEffect(() => {
    if (state.failure) return;
    const seen = rows.map(({ index }) => Math.floor(index / PAGE_SIZE));
    for (const page of new Set(seen)) loader.page(id, page);
  });
  useLayoutEffect(() => {
    const link = linkOf(wanted.current);
    if (!link) return;
    wanted.current = null;
    link.focus({ preventScroll: true });
  });
  const now = useRef({ row: current, filter: state.filter });
  now.current = { row: current, filter: state.filter };
  useLayoutEffect(
    () => () => {
      const { row, filter } = now.current;
      const offset = virtual.scrollOffset ?? 0;
      leaveList(id, filter, { row, offset, measured: virtual.takeSnapshot() });
    },
    [id, virtual],
  );

  function linkOf(index: number | null): HTMLElement | null {
    return box.current?.querySelector<HTMLElement>(`[data-index="${index}"] a`) ?? null;
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    const perPage = Math.max(1, Math.floor((scroller?.clientHeight ?? 0) / ROW_PX) - 1);
    const to = rowOfKey(event, current, count, perPage);
    if (to === null) return;
    event.preventDefault();
    wanted.current = to;
    setCurrent(to);
    if (to === 0) virtual.scrollToOffset(0);
    else virtual.scrollToIndex(to);
  };

  const linkTo = useKeptRows(state, (feature: ListedIncident, tabIndex: number) => (
    <RowLink feature={feature} state={state} store={store} tabIndex={tabIndex} />
  ));
  const offset = virtual.scrollOffset ?? 0;
  const atop = rows.find(({ end }) => end > offset);
  const day = atop && rowAt(list, atop.index);
  return (
    <div class="long-list">
      <p class="day long-list-day" aria-hidden="true" hidden={offset <= margin || !day}>
        {day && dayOf(day)}
      </p>
      <ol
        ref={box}
        aria-label={label}
        style={{ '--length': `${virtual.getTotalSize()}px` }}
        onKeyDown={onKeyDown}
        onFocusIn={(event) => {
          const index = (event.target as Element).closest('li')?.dataset.index;
          if (index === undefined) return;
          // A tap leaves the list before it is drawn anew.
          now.current = { ...now.current, row: Number(index) };
          setCurrent(Number(index));
        }}
      >
        {rows.map(({ index, start }) => {
          const feature = rowAt(list, index);
          const above = index === 0 ? undefined : rowAt(list, index - 1);
          return (
            <li
              key={index}
              ref={virtual.measureElement}
              data-index={index}
              aria-posinset={index + 1}
              aria-setsize={list.matched}
              style={{ '--start': `${start - margin}px` }}
            >
              {feature && (!above || dayOf(above) !== dayOf(feature)) && (
                <h3 class="day">{dayOf(feature)}</h3>
              )}
              {feature ? (
                linkTo(feature, index === Math.min(current, count - 1) ? 0 : -1)
              ) : (
                <div class="row row-awaited">{say('list.loading')}</div>
              )}
            </li>
          );
        })}
      </ol>
      {list.matched > MOST_ROWS && (
        <p class="note">{say('list.newestShown', { count: MOST_ROWS })}</p>
      )}
    </div>
  );
}

function dayOf({ properties }: ListedIncident): string {
  return weekdayWords(startOfCentral('day', Date.parse(properties.occurredAt)));
}

/** What is seen and what lies about it, and the rows that must not go. */
function rowsToDraw(range: Range, kept: readonly (number | null)[]): number[] {
  const rows = new Set(defaultRangeExtractor(range));
  for (const row of kept) if (row !== null && row < range.count) rows.add(row);
  return [...rows].sort((a, b) => a - b);
}
