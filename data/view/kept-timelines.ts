import type { Area } from '../geo/area.ts';
import type { BinCounts } from './timeline-bins.ts';
import type { ViewRequest } from './types.ts';

const MOST_KEPT = 8;

interface Kept {
  readonly request: ViewRequest;
  readonly counts: BinCounts;
}

/**
 * The counts of the last timelines, by code: they depend neither on the window nor on categories
 * and verifications, so that they stay while a person brushes or filters in one viewport. Those of
 * searches are not kept, since their keys may be many.
 */
export class KeptTimelines {
  private kept: readonly Kept[] = [];

  find(request: ViewRequest): BinCounts | null {
    if (request.textKeys !== null) return null;
    return this.kept.find((entry) => isSame(entry.request, request))?.counts ?? null;
  }

  keep(request: ViewRequest, counts: BinCounts): void {
    if (request.textKeys !== null) return;
    const others = this.kept.filter((entry) => !isSame(entry.request, request));
    this.kept = [{ request, counts }, ...others].slice(0, MOST_KEPT);
  }

  /** To be called when rows have come or gone. */
  clear(): void {
    this.kept = [];
  }
}

function isSameArea(a: Area | null, b: Area | null): boolean {
  if (a === null || b === null || a.length !== b.length) return a === b;
  return a.every(([x, y], corner) => x === b[corner]?.[0] && y === b[corner]?.[1]);
}

function isSame(a: ViewRequest, b: ViewRequest): boolean {
  return (
    a.bins === b.bins &&
    a.asOf === b.asOf &&
    a.span?.from === b.span?.from &&
    a.span?.to === b.span?.to &&
    a.bbox.every((edge, index) => edge === b.bbox[index]) &&
    isSameArea(a.within, b.within)
  );
}
