import { type IncidentFilter, NO_FILTER } from '../../data/query/filter.ts';
import type { ChangesEnd, ChangesPage } from '../../server/domain/ports/incident-history.ts';
import type { BenchDatabase } from './database.ts';
import { atMost, computeOfAll, type Figure, median, ROUNDS } from './measure.ts';

const LIMIT = 50;
/** Of one walk: enough to meet each kind of page. */
const MOST_PAGES = 30;

const FILTERS: readonly { readonly name: string; readonly part: Partial<IncidentFilter> }[] = [
  { name: 'everything', part: {} },
  { name: 'a box with nothing in it', part: { bbox: [0, 0, 1, 1] } },
  { name: 'a common word there', part: { bbox: [0, 0, 1, 1], text: 'snow' } },
  { name: 'a rare pair of words', part: { text: 'helicopter uptown' } },
  { name: 'one day', part: { datetime: { from: Date.UTC(2017, 5, 1), to: Date.UTC(2017, 5, 2) } } },
];

/**
 * Pages of what changed, the slowest of a walk, in processor time: whatever is asked, each looks at so
 * much and no more.
 */
export async function changesFigures({ store: { history } }: BenchDatabase): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { name, part } of FILTERS) {
    const filter = { ...NO_FILTER, ...part };
    let after: ChangesEnd | null = null;
    let worst = 0;
    for (let page = 0; page < MOST_PAGES; page++) {
      const start: ChangesEnd | null = after;
      const read = (): Promise<ChangesPage> =>
        history.changes(filter, { limit: LIMIT, after: start });
      after = (await read()).next;
      const times: number[] = [];
      for (let round = 0; round < ROUNDS; round++) times.push(await computeOfAll(read));
      worst = Math.max(worst, median(times));
      if (after === null) break;
    }
    figures.push(atMost(`page of changes at its worst, of ${name}`, worst, 20, 'ms'));
  }
  return figures;
}
