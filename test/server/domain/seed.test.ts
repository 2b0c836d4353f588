import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { seed } from '../../../server/domain/seed.ts';
import { openSqliteStore, type SqliteStore } from '../../../server/store/sqlite/open.ts';
import { incident } from '../made-incidents.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { NOW } from './city.ts';

let store: SqliteStore;
beforeEach(async () => {
  store = await openSqliteStore(join(await temporaryFolder(), 'incidents.db'));
  onTestFinished(() => store.close());
});

const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });
const load = (value: unknown) => seed(store.incidents, value, NOW);

it('loads a data set into an empty store, once', async () => {
  expect(await load(collection(incident(), incident({ id: 'other' })))).toBe(2);
  expect(await load(collection(incident({ id: 'third' })))).toBe(0);
  expect(await store.incidents.count()).toBe(2);
});

it('does not load it again after everything was taken away', async () => {
  await load(collection(incident()));
  await store.incidents.remove('vigil', NOW);
  expect(await load(collection(incident()))).toBe(0);
});

it.each([
  [collection({ ...incident(), id: 'NO' }), 'record at /features/0, /id: Expected an id'],
  [
    collection(
      incident(),
      incident({ id: 'b', properties: { crowdSizeLow: 2, crowdSizeHigh: 1 } }),
    ),
    'record b, /properties/crowdSizeLow: Expected the low figure',
  ],
  [collection(incident(), incident()), 'record vigil: its id is used twice'],
])('names the record and the field that breaks a rule: %#', async (value, message) => {
  await expect(load(value)).rejects.toThrow(message);
  expect(await store.incidents.count()).toBe(0);
});
