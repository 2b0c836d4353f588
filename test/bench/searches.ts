import { NO_FILTER } from '../../data/query/filter.ts';
import { syntheticIncident } from '../../data/synthetic/incident.ts';
import type { BenchDatabase } from './database.ts';
import { atMost, type Figure, median, medianTime, ROUNDS, timeOf } from './measure.ts';

const PAGE = { after: null, limit: 100, newestFirst: false };

const SEARCHES = [
  { name: 'nothing, which is every record', text: null },
  { name: 'a rare pair of words', text: 'helicopter uptown' },
  { name: 'two words that some thousands have', text: 'court decision' },
  { name: 'a common word', text: 'snow' },
  { name: 'a word of every record', text: 'synthetic' },
];

/** Pages of the list, straight from SQLite: the first that anybody asks for, later ones, and after changes. */
export async function searchFigures({ store: { incidents } }: BenchDatabase): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { name, text } of SEARCHES) {
    const read = () => incidents.items({ ...NO_FILTER, text }, PAGE);
    const firstMs = await timeOf(read);
    const milliseconds = await medianTime(read);
    const changed: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      // A record that is there already: it is replaced by itself, under a new revision.
      await incidents.put([syntheticIncident(1, round)], Date.now());
      changed.push(await timeOf(read));
    }
    figures.push(
      atMost(`page of a search for ${name}`, milliseconds, 10, 'ms'),
      atMost(`first page since a change, of a search for ${name}`, median(changed), 10, 'ms'),
      atMost(`first page since the start, of a search for ${name}`, firstMs, 1000, 'ms'),
    );
  }
  return figures;
}
