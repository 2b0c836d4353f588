import type { VirtualItem } from '@tanstack/virtual-core';
import { writeFilter } from '../../data/query/filter.ts';
import type { Filter } from '../state/state.ts';
import type { ListId } from './paged-list.ts';

/** How a list stood when an incident was opened from it. */
export interface LeftList {
  /** The row that Tab came to. */
  readonly row: number;
  /** Pixels that it was scrolled by. */
  readonly offset: number;
  readonly measured: readonly VirtualItem[];
}

let last: { readonly name: string; readonly list: LeftList } | null = null;

/** Coming back from an incident finds the list as it was. */
export function leaveList(id: ListId, filter: Filter, list: LeftList): void {
  last = { name: nameOf(id, filter), list };
}

/** @returns how the list was left, where that was the last one, under the same filter. */
export function leftList(id: ListId, filter: Filter): LeftList | null {
  return last?.name === nameOf(id, filter) ? last.list : null;
}

function nameOf(id: ListId, filter: Filter): string {
  return JSON.stringify([id, ...writeFilter(filter)]);
}
