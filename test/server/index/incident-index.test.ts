import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { IncidentDraft } from '../../../data/incident/schema.ts';
import { type IncidentFilter, NO_FILTER } from '../../../data/query/filter.ts';
import { syntheticIncidents } from '../../../data/synthetic/incident.ts';
import type { ViewAnswer, ViewRequest } from '../../../data/view/types.ts';
import type { IncidentStore } from '../../../server/domain/ports/incident-store.ts';
import { IncidentIndex } from '../../../server/index/incident-index.ts';
import { openSqliteStore } from '../../../server/store/sqlite/open.ts';
import { incident } from '../made-incidents.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';

const NOW = Date.parse('2026-05-02T12:00:00-05:00');
const WORLD = [-180, -90, 180, 90] as const;
const DOWNTOWN = [-93.29, 44.96, -93.24, 44.99] as const;
/** With a bay. */
const UPTOWN_TO_RIVER = [
  [-93.3, 44.94],
  [-93.22, 44.95],
  [-93.21, 45.01],
  [-93.265, 44.96],
  [-93.31, 45],
] as const;
const HOUR = 3_600_000;

let file: string;
let store: IncidentStore;
let index: IncidentIndex;

beforeEach(async () => {
  file = join(await temporaryFolder(), 'incidents.db');
  const opened = await openSqliteStore(file);
  store = opened.incidents;
  index = new IncidentIndex(store);
  onTestFinished(async () => {
    index.close();
    await opened.close();
  });
});

describe('after filling', () => {
  test('counts what the store counts, whatever the filter', async () => {
    await store.put(syntheticIncidents(5, 0, 3000), NOW);
    await index.fill();
    for (const filter of filters()) {
      const view = await viewOf(await requestOf(filter));
      const placed = await numberMatched({ ...filter, placed: true });
      const unplaced = await numberMatched({ ...filter, bbox: null, within: null, placed: false });
      const somewhere = await numberMatched({ ...filter, bbox: null, placed: true });
      const { matched, matchedAnywhere, total } = view;
      expect({ matched, unplaced: view.unplaced, matchedAnywhere }).toEqual({
        matched: placed,
        unplaced,
        matchedAnywhere: somewhere + unplaced,
      });
      expect(total).toBe(await numberMatched({ ...NO_FILTER, asOf: filter.asOf }));
    }
  });

  test('stands at the revision of the store and tells how many versions it read', async () => {
    await store.put(syntheticIncidents(5, 0, 20), NOW);
    await store.put([incident()], NOW);
    let told = 0;
    await index.fill((versions) => {
      told = versions;
    });
    expect(index.revision).toBe(2);
    expect(told).toBe(index.size);
    expect(told).toBeGreaterThan(20);
  });

  test('an empty store gives an empty view at revision 0', async () => {
    await index.fill();
    expect(index.revision).toBe(0);
    expect(await total()).toBe(0);
  });
});

describe('while the store changes', () => {
  test('a new record, an edit and a withdrawal are in the next view', async () => {
    await index.fill();
    await store.put([incident({ id: 'a' }), incident({ id: 'b' })], NOW);
    expect(await total()).toBe(2);
    await store.put([incident({ id: 'a', properties: { category: 'raid' } })], NOW);
    expect(await total()).toBe(2);
    expect((await viewOf(everything())).facets.category).toMatchObject({ raid: 1, vigil: 1 });
    await store.remove('b', NOW);
    expect(await total()).toBe(1);
    expect(index.revision).toBe(await store.revision());
  });

  test('what is committed while it fills is neither lost nor counted twice', async () => {
    await store.put(syntheticIncidents(5, 0, 2000), NOW);
    const slow = new IncidentIndex(slowly(store, () => writeMeanwhile(store)));
    onTestFinished(() => slow.close());
    await slow.fill();
    await index.fill();
    expect(slow.revision).toBe(await store.revision());
    expect(await viewOf(everything(), slow)).toEqual(await viewOf(everything()));
  });

  test('stops following when it is closed', async () => {
    await index.fill();
    index.close();
    await store.put([incident()], NOW);
    expect(await total()).toBe(0);
  });
});

test('the event loop has its turns while a big change is put in order', async () => {
  await index.fill();
  const drafts: IncidentDraft[] = syntheticIncidents(9, 0, 6000);
  await store.put(drafts, NOW);
  let turns = 0;
  const counting = setInterval(() => turns++, 1);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  clearInterval(counting);
  expect(turns).toBeGreaterThan(5);
  expect(await total()).toBe(6000);
});

/** Filters of every kind, alone and together. */
function* filters(): Generator<IncidentFilter> {
  const window = { from: Date.parse('2021-06-01T18:00:00-05:00'), to: Infinity };
  const evening = { from: window.from, to: window.from + 6 * HOUR };
  const asOf = Date.parse('2022-03-01T23:59:59.999-06:00');
  yield NO_FILTER;
  yield { ...NO_FILTER, datetime: evening };
  for (const bbox of [null, DOWNTOWN]) {
    for (const known of [Infinity, asOf]) {
      yield { ...NO_FILTER, bbox, within: UPTOWN_TO_RIVER, asOf: known };
      yield { ...NO_FILTER, bbox, within: UPTOWN_TO_RIVER, asOf: known, text: 'lake snow' };
      yield { ...NO_FILTER, bbox, within: UPTOWN_TO_RIVER, asOf: known, datetime: window };
    }
  }
  for (const bbox of [null, DOWNTOWN, [179, -90, -93.26, 90] as const]) {
    for (const datetime of [null, window, { from: -Infinity, to: window.from }]) {
      for (const known of [Infinity, asOf]) {
        yield { ...NO_FILTER, bbox, datetime, asOf: known };
        yield { ...NO_FILTER, bbox, datetime, asOf: known, categories: ['protest', 'raid'] };
        yield { ...NO_FILTER, bbox, datetime, asOf: known, verifications: ['disputed'] };
        yield { ...NO_FILTER, bbox, datetime, asOf: known, text: 'lake snow' };
      }
    }
  }
}

describe('while another process writes to the same database', () => {
  test('counts what it wrote, also beside what is written here', async () => {
    await store.put(syntheticIncidents(5, 0, 20), NOW);
    await index.fill();
    const other = await openSqliteStore(file);
    onTestFinished(() => other.close());
    await other.incidents.put(syntheticIncidents(6, 0, 30), NOW);
    await index.readWhatOthersWrote();
    expect(await total()).toBe(50);
    await other.incidents.put(syntheticIncidents(7, 0, 5), NOW);
    await store.put([incident({ id: 'a' })], NOW);
    await expect.poll(total).toBe(56);
    expect(index.revision).toBe(await store.revision());
    await store.remove('a', NOW);
    expect(await total()).toBe(55);
  });

  test('goes on answering from what it has until that is read, however long it takes', async () => {
    await store.put(syntheticIncidents(5, 0, 20), NOW);
    const begun = latch();
    const goOn = latch();
    let isFilled = false;
    const slow = new IncidentIndex(
      slowly(store, async () => {
        if (!isFilled) return;
        begun.open();
        await goOn.opened;
      }),
    );
    onTestFinished(() => slow.close());
    await slow.fill();
    isFilled = true;
    const other = await openSqliteStore(file);
    onTestFinished(() => other.close());
    await other.incidents.put(syntheticIncidents(6, 0, 30), NOW);
    const read = slow.readWhatOthersWrote();
    await begun.opened;
    expect(await total(slow)).toBe(20);
    goOn.open();
    await read;
    expect(await total(slow)).toBe(50);
  });

  test('finds words in what it wrote, though nobody has told of it', async () => {
    await store.put(syntheticIncidents(5, 0, 20), NOW);
    await index.fill();
    const other = await openSqliteStore(file);
    onTestFinished(() => other.close());
    await other.incidents.put([incident({ id: 'a', properties: { title: 'A zebra' } })], NOW);
    const found = await store.find('zebra');
    const request = await requestOf({ ...NO_FILTER, text: 'zebra' });
    const { signal } = new AbortController();
    const view = await index.view(request, { revision: found?.revision ?? null, signal });
    expect(view?.answer.matched).toBe(1);
  });

  test('can be closed while that is read, and the store with it', async () => {
    const opened = await openSqliteStore(file);
    let isFilled = false;
    const closing: IncidentIndex = new IncidentIndex(
      slowly(
        opened.incidents,
        async () => undefined,
        async () => {
          if (!isFilled) return;
          closing.close();
          await opened.close();
        },
      ),
    );
    await closing.fill();
    isFilled = true;
    await store.put(syntheticIncidents(6, 0, 30), NOW);
    await expect(closing.readWhatOthersWrote()).resolves.toBeUndefined();
  });
});

async function requestOf(filter: IncidentFilter): Promise<ViewRequest> {
  const { datetime, categories, verifications, asOf, text } = filter;
  const found = text === null ? null : await store.find(text);
  return {
    bbox: filter.bbox ?? WORLD,
    within: filter.within,
    zoom: 12,
    datetime,
    categories,
    verifications,
    textKeys: found?.keys ?? null,
    asOf,
    bins: 60,
  };
}

async function numberMatched(filter: IncidentFilter): Promise<number> {
  const page = await store.items(filter, { after: null, limit: 1, newestFirst: false });
  return page.numberMatched;
}

function everything(): ViewRequest {
  return {
    bbox: WORLD,
    within: null,
    zoom: 11,
    datetime: null,
    categories: null,
    verifications: null,
    textKeys: null,
    asOf: Infinity,
    bins: 60,
  };
}

async function total(of = index): Promise<number> {
  return (await viewOf(everything(), of)).total;
}

async function viewOf(request: ViewRequest, of = index): Promise<ViewAnswer> {
  const view = await of.view(request, { revision: null, signal: new AbortController().signal });
  if (view === null) throw new Error('no view, though any revision would do');
  return view.answer;
}

function latch() {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

/** The real store, with something done after its snapshot was read and before it is handed on, and before. */
function slowly(
  real: IncidentStore,
  meanwhile: () => Promise<void>,
  before: () => Promise<void> = async () => undefined,
): Pick<IncidentStore, 'revision' | 'onChange' | 'viewRows'> {
  return {
    revision: () => real.revision(),
    onChange: (listener) => real.onChange(listener),
    async *viewRows() {
      await before();
      for await (const batch of real.viewRows()) {
        await meanwhile();
        yield batch;
      }
    },
  };
}

async function writeMeanwhile(to: IncidentStore): Promise<void> {
  await to.put(syntheticIncidents(6, 0, 10), NOW);
  await to.put([incident({ id: 'a' })], NOW);
  await to.put([incident({ id: 'a', properties: { category: 'raid' } })], NOW);
  await to.remove('synthetic-5-3', NOW);
}
