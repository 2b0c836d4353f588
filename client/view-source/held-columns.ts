import type { IncidentFilter } from '../../data/query/filter.ts';
import { centralDate } from '../../data/time/central.ts';
import { type HeldRow, summaryOf, viewRowOf } from '../../data/view/held-rows.ts';
import type { IncidentSummary } from '../../data/view/response.ts';
import { rowTestOf } from '../../data/view/row-test.ts';
import type { ViewAnswer, ViewRequest, ViewRow } from '../../data/view/types.ts';
import { createViewIndex } from '../../data/view/view-index.ts';
import type { Counted, KnownDay } from './source.ts';

/** A row as lists and marks show it. */
export interface Held {
  readonly row: ViewRow;
  readonly summary: IncidentSummary;
  /** How many accounts were known. */
  readonly accounts: number;
}

/** What a list narrows by. */
export type ListFilter = Omit<IncidentFilter, 'text'>;

/** Every version of the data, in the page: answers views, and lists newest first. */
export class HeldColumns {
  private readonly index = createViewIndex();
  private readonly rows: ViewRow[] = [];
  private readonly sent: HeldRow[] = [];
  private readonly byKey = new Map<number, number>();

  /** @param revision of the data that the rows are. */
  constructor(readonly revision: number) {}

  get size(): number {
    return this.rows.length;
  }

  /** @param sent rows, which come newest first. */
  add(sent: readonly HeldRow[]): void {
    const added = sent.map(viewRowOf);
    for (const [place, row] of added.entries()) {
      this.byKey.set(row.key, this.rows.length);
      this.rows.push(row);
      this.sent.push(sent[place] as HeldRow);
    }
    this.index.apply({ removedKeys: [], added });
  }

  /** Puts some of what came into order. @returns true while there is more to do. */
  tidy(): boolean {
    return this.index.tidy(1);
  }

  view(request: ViewRequest): ViewAnswer {
    return this.index.view(request);
  }

  /** @returns the summary of a version, as `Summaries` has it. */
  get(key: number): IncidentSummary | undefined {
    const sent = this.sent[this.byKey.get(key) ?? -1];
    return sent && summaryOf(sent);
  }

  /** @returns those from `skip` on, at most `limit`, and how many match in all. */
  page(filter: ListFilter, skip: number, limit: number): { page: Held[]; matched: number } {
    const matches = rowTestOf(filter);
    const { rows } = this;
    const page: Held[] = [];
    let matched = 0;
    for (let place = 0; place < rows.length; place++) {
      if (!matches(rows[place] as ViewRow)) continue;
      if (matched >= skip && page.length < limit) page.push(this.heldAt(place));
      matched += 1;
    }
    return { page, matched };
  }

  counted(filter: ListFilter): Counted[] {
    const matches = rowTestOf(filter);
    return this.rows.flatMap((row, place) => {
      if (!matches(row)) return [];
      const sent = this.sent[place] as HeldRow;
      const { occurredAt, latestAt } = row;
      const timePrecision = sent[12] as Counted['timePrecision'];
      const [arrests, injuries, fatalities] = [sent[17], sent[18], sent[19]];
      return [{ occurredAt, latestAt, timePrecision, arrests, injuries, fatalities }];
    });
  }

  knownDays(): KnownDay[] {
    const days = new Map<string, number>();
    for (const { knownFrom } of this.rows) {
      const day = centralDate(knownFrom);
      days.set(day, (days.get(day) ?? 0) + 1);
    }
    return [...days].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /** @returns the keys of each incident's versions: an edit gives it new ones. */
  keysById(): Map<string, number> {
    const keys = new Map<string, number>();
    for (const [key, id] of this.sent) keys.set(id, Math.max(key, keys.get(id) ?? 0));
    return keys;
  }

  private heldAt(place: number): Held {
    const sent = this.sent[place] as HeldRow;
    return { row: this.rows[place] as ViewRow, summary: summaryOf(sent), accounts: sent[16] };
  }
}
