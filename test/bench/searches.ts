import { NO_FILTER } from '../../data/query/filter.ts';
import type { BenchDatabase } from './database.ts';
import { atMost, type Figure, medianTime, timeOf } from './measure.ts';

const PAGE = { after: null, limit: 100, newestFirst: false };

const SEARCHES = [
  { name: 'a rare pair of words', text: 'helicopter uptown' },
  { name: 'two words that some thousands have', text: 'court decision' },
  { name: 'a common word', text: 'snow' },
  { name: 'a word of every record', text: 'synthetic' },
];

/** Pages of the list, straight from SQLite: the first of a search, and those after it. */
export async function searchFigures({ store: { incidents } }: BenchDatabase): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { name, text } of SEARCHES) {
    const filter = { ...NO_FILTER, text };
    const firstMs = await timeOf(() => incidents.items(filter, PAGE));
    const milliseconds = await medianTime(() => incidents.items(filter, PAGE));
    figures.push(
      atMost(`page of a search for ${name}`, milliseconds, 10, 'ms'),
      atMost(`first page since a change, of a search for ${name}`, firstMs, 1000, 'ms'),
    );
  }
  return figures;
}
