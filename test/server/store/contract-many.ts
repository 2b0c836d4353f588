import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IncidentDraft } from '../../../data/incident/schema.ts';
import { NO_FILTER } from '../../../data/query/filter.ts';
import { syntheticIncidents } from '../../../data/synthetic/incident.ts';
import type { ViewRow } from '../../../data/view/types.ts';
import { incident } from '../made-incidents.ts';
import type { OpenEmptyStore, OpenStore } from './contract.ts';

const NOW = Date.parse('2026-02-01T12:00:00-06:00');
/** More than a driver writes at a time. */
const MANY = 9000;
const made = syntheticIncidents(3, 0, MANY);

export function describeMany(name: string, open: OpenEmptyStore): void {
  describe(`many incidents put into ${name}`, () => {
    let store: OpenStore;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    it('answers every read of an empty store that was filled as one that they were put into', async () => {
      const other = await open();
      await other.incidents.put(made, NOW);
      const written: number[] = [];
      await store.incidents.putAll(made, NOW, (count) => written.push(count));
      expect(await reads(store)).toEqual(await reads(other));
      expect(written).toEqual(written.toSorted((a, b) => a - b));
      await other.close();
    });

    it('changes what it has been filled with', async () => {
      await store.incidents.putAll(made, NOW);
      await store.incidents.remove('synthetic-3-8', NOW);
      await store.incidents.put(made.slice(0, 3), NOW);
      await store.incidents.put([incident()], NOW);
      expect(await store.incidents.count()).toBe(MANY);
      const keys = (await rowsOf(store)).map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    });

    it('replaces those that are there, and keeps the others', async () => {
      const some = made.slice(0, 700);
      await store.incidents.put([incident(), ...some.slice(0, 10)], NOW);
      await store.incidents.putAll(some, NOW);
      expect(await store.incidents.count()).toBe(some.length + 1);
      const versions = (await rowsOf(store)).length;
      await store.incidents.putAll(some, NOW);
      expect(await rowsOf(store)).toHaveLength(versions);
    });

    it('tells whoever follows it of each version', async () => {
      const told: ViewRow[] = [];
      store.incidents.onChange(({ added }) => {
        for (const { words: _, ...row } of added) told.push(row);
      });
      await store.incidents.putAll(made.slice(0, 100), NOW);
      const byKey = (a: ViewRow, b: ViewRow): number => a.key - b.key;
      expect(told.toSorted(byKey)).toEqual((await rowsOf(store)).toSorted(byKey));
    });

    it('stays empty where not all can be put', async () => {
      function* broken(): Generator<IncidentDraft> {
        yield* made.slice(0, 5000);
        throw new RangeError('no more of them');
      }
      await expect(store.incidents.putAll(broken(), NOW)).rejects.toThrow('no more of them');
      const twice = [...made.slice(0, 5000), ...made.slice(0, 1)];
      await expect(store.incidents.putAll(twice, NOW)).rejects.toThrow('share an id');
      expect(await store.incidents.count()).toBe(0);
      expect(await store.incidents.revision()).toBe(0);
      await store.incidents.putAll(made, NOW);
      expect(await store.incidents.count()).toBe(MANY);
    });
  });
}

/** All that reads tell, in the order in which they tell it. */
async function reads({ incidents }: OpenStore) {
  const features: string[] = [];
  for await (const text of incidents.stream(NO_FILTER, '\n')) features.push(...text.split('\n'));
  const page = { after: null, limit: 50, newestFirst: true };
  return {
    features,
    rows: await rowsOf({ incidents }),
    revision: await incidents.revision(),
    extent: await incidents.extent(),
    hours: await incidents.knownByHour(),
    found: [...((await incidents.find('helicopter uptown'))?.keys ?? [])],
    search: await incidents.items({ ...NO_FILTER, text: 'snow' }, page),
    held: await incidents.heldRows(100_000),
  };
}

async function rowsOf({ incidents }: Pick<OpenStore, 'incidents'>): Promise<ViewRow[]> {
  const all: ViewRow[] = [];
  for await (const { rows } of incidents.viewRows()) all.push(...rows);
  return all;
}
