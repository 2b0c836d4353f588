import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type IncidentFilter, NO_FILTER } from '../../../data/query/filter.ts';
import { syntheticIncidents } from '../../../data/synthetic/incident.ts';
import { readItems } from '../../../server/domain/items.ts';
import type { Page, PageEnd } from '../../../server/domain/ports/incident-store.ts';
import { IncidentIndex } from '../../../server/index/incident-index.ts';
import { openSqliteStore, type SqliteStore } from '../../../server/store/sqlite/open.ts';
import { incident, manyIncidents } from '../made-incidents.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';

const NOW = Date.parse('2026-05-02T12:00:00-05:00');
const WINDOW = {
  from: Date.parse('2021-06-01T18:00:00-05:00'),
  to: Date.parse('2024-06-01T18:00:00-05:00'),
};
/** With a bay. */
const UPTOWN_TO_RIVER = [
  [-93.3, 44.94],
  [-93.22, 44.95],
  [-93.21, 45.01],
  [-93.265, 44.96],
  [-93.31, 45],
] as const;

const FILTERS: readonly Partial<IncidentFilter>[] = [
  {},
  { placed: false },
  { placed: true, categories: ['protest', 'vigil'] },
  { bbox: [-93.29, 44.96, -93.24, 44.99] },
  { bbox: [-93.29, 44.96, -93.24, 44.99], placed: false },
  { within: UPTOWN_TO_RIVER },
  { within: UPTOWN_TO_RIVER, datetime: WINDOW, verifications: ['disputed', 'verified'] },
  { within: UPTOWN_TO_RIVER, text: 'snow', asOf: WINDOW.to },
  { text: 'helicopter' },
  { text: '!' },
  { datetime: WINDOW },
  { asOf: WINDOW.from },
];

let file: string;
let store: SqliteStore;
let index: IncidentIndex;
let isReady: boolean;
beforeEach(async () => {
  file = join(await temporaryFolder(), 'incidents.db');
  store = await openSqliteStore(file);
  index = new IncidentIndex(store.incidents);
  isReady = true;
});
afterEach(async () => {
  index.close();
  await store.close();
});

function read(
  filter: Partial<IncidentFilter>,
  after: PageEnd | null = null,
  newestFirst = true,
): Promise<Page> {
  const parts = { incidents: store.incidents, views: index, isReady: () => isReady };
  const page = { after, limit: 40, newestFirst };
  return readItems({ ...NO_FILTER, ...filter }, page, parts, new AbortController().signal);
}

/** Every Feature, page by page. @returns oldest first. */
async function readAll(filter: Partial<IncidentFilter>, newestFirst: boolean): Promise<string[]> {
  const all: string[] = [];
  for (let after: PageEnd | null | undefined; after !== null; ) {
    const { features, numberMatched, next } = await read(filter, after, newestFirst);
    all.push(...features);
    expect(next === null).toBe(all.length === numberMatched);
    after = next;
  }
  return newestFirst ? all.reverse() : all;
}

async function downloaded(filter: Partial<IncidentFilter>): Promise<string[]> {
  const all: string[] = [];
  for await (const text of store.incidents.stream({ ...NO_FILTER, ...filter }, '\n')) {
    all.push(...text.split('\n'));
  }
  return all;
}

describe('pages of a list', () => {
  it('hold what a download holds, whatever the filter and the order', async () => {
    // Many of the same moment, whose order the ids decide.
    const atOnce = Array.from({ length: 130 }, (_, number) =>
      incident({ id: `at-once-${number}` }),
    );
    await store.incidents.put([...syntheticIncidents(5, 0, 1500), ...atOnce], NOW);
    await index.fill();
    for (const filter of FILTERS) {
      const expected = await downloaded(filter);
      expect(await readAll(filter, true)).toEqual(expected);
      expect(await readAll(filter, false)).toEqual(expected);
    }
  });

  it('are the same before the index has been filled', async () => {
    await store.incidents.put(syntheticIncidents(5, 0, 300), NOW);
    isReady = false;
    for (const filter of FILTERS) {
      expect(await readAll(filter, true)).toEqual(await downloaded(filter));
    }
  });

  it('are of the revision that views are of, where another process has written to the database', async () => {
    const before = await store.incidents.put(syntheticIncidents(5, 0, 50), NOW);
    await index.fill();
    const other = await openSqliteStore(file);
    onTestFinished(() => other.close());
    const since = await other.incidents.put([incident({ id: 'from-elsewhere' })], NOW);
    const early = await read({ categories: ['vigil'] });
    expect(early.revision).toBe(before);
    expect(early.numberMatched).toBe(early.features.length);
    await index.readWhatOthersWrote();
    const late = await read({ categories: ['vigil'] });
    expect(late.revision).toBe(since);
    expect(late.features.map((feature) => JSON.parse(feature).id)).toContain('from-elsewhere');
  });

  it('are whole where another process has taken away what the index still has', async () => {
    await store.incidents.put(manyIncidents(20), NOW);
    await index.fill();
    const other = await openSqliteStore(file);
    onTestFinished(() => other.close());
    const [gone] = (await read({})).features.map((feature) => JSON.parse(feature).id);
    await other.incidents.remove(gone, NOW);
    const { features, numberMatched } = await read({});
    expect(features).toHaveLength(19);
    expect(numberMatched).toBe(19);
  });

  it('count what they hold while the data changes', async () => {
    await store.incidents.put(manyIncidents(20), NOW);
    await index.fill();
    let isOver = false;
    const changing = (async () => {
      for (let round = 0; !isOver; round++) {
        await store.incidents.put([incident({ id: `late-${round % 15}` })], NOW);
        await store.incidents.remove(`late-${(round + 7) % 15}`, NOW);
      }
    })();
    for (let round = 0; round < 100; round++) {
      const { features, numberMatched } = await read(round % 2 === 0 ? {} : { text: 'candles' });
      expect(numberMatched).toBe(features.length);
    }
    isOver = true;
    await changing;
  });
});
