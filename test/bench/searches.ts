import { type IncidentFilter, NO_FILTER } from '../../data/query/filter.ts';
import { syntheticIncident } from '../../data/synthetic/incident.ts';
import { readItems } from '../../server/domain/items.ts';
import { IncidentIndex } from '../../server/index/incident-index.ts';
import type { BenchDatabase } from './database.ts';
import { atMost, type Figure, median, medianTime, ROUNDS, timeOf } from './measure.ts';
import { AS_OF, DRAWN, ROUGH } from './requests.ts';

const PAGE = { after: null, limit: 100, newestFirst: false };

const LISTS: readonly { readonly name: string; readonly part: Partial<IncidentFilter> }[] = [
  { name: 'a search for nothing, which is every record', part: {} },
  { name: 'a search for a rare pair of words', part: { text: 'helicopter uptown' } },
  { name: 'a search for two words that some thousands have', part: { text: 'court decision' } },
  { name: 'a search for a common word', part: { text: 'snow' } },
  { name: 'a search for a word of every record', part: { text: 'synthetic' } },
  { name: 'what few are', part: { categories: ['vigil'], verifications: ['disputed'] } },
  { name: 'a drawn area', part: { within: DRAWN } },
  { name: 'a drawn area as it was known in 2022', part: { within: DRAWN, asOf: AS_OF } },
  { name: 'an area of 200 corners', part: { within: ROUGH } },
];

/** Pages of lists, without HTTP: the first that anybody asks for, later ones, and after changes. */
export async function searchFigures({ store: { incidents } }: BenchDatabase): Promise<Figure[]> {
  const index = new IncidentIndex(incidents);
  await index.fill();
  const parts = { incidents, views: index, isReady: () => true };
  const { signal } = new AbortController();
  const figures: Figure[] = [];
  for (const { name, part } of LISTS) {
    const read = () => readItems({ ...NO_FILTER, ...part }, PAGE, parts, signal);
    const firstMs = await timeOf(read);
    const milliseconds = await medianTime(read);
    const changed: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      // A record that is there already: it is replaced by itself, under a new revision.
      await incidents.put([syntheticIncident(1, round)], Date.now());
      changed.push(await timeOf(read));
    }
    figures.push(
      atMost(`page of ${name}`, milliseconds, 10, 'ms'),
      atMost(`first page since a change, of ${name}`, median(changed), 10, 'ms'),
      atMost(`first page since the start, of ${name}`, firstMs, 1000, 'ms'),
    );
  }
  index.close();
  return figures;
}
