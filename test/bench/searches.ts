import { NO_FILTER } from '../../data/query/filter.ts';
import type { BenchDatabase } from './database.ts';
import { atMost, type Figure, medianTime } from './measure.ts';

const PAGE = { after: null, limit: 100, newestFirst: false };

/** Pages of the list, straight from SQLite. */
export async function searchFigures({ store: { incidents } }: BenchDatabase): Promise<Figure[]> {
  const searches = [
    { name: 'page of a search for a rare pair of words', text: 'helicopter uptown' },
    { name: 'page of a search for a common word', text: 'snow' },
  ];
  const figures: Figure[] = [];
  for (const { name, text } of searches) {
    const milliseconds = await medianTime(() => incidents.items({ ...NO_FILTER, text }, PAGE));
    figures.push(atMost(name, milliseconds, 10, 'ms'));
  }
  return figures;
}
