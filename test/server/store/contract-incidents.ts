import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IncidentDraft, IncidentFeature } from '../../../data/incident/schema.ts';
import { incidentFeature } from '../../../data/incident/schema.ts';
import { NO_FILTER } from '../../../data/query/filter.ts';
import type { ViewRow } from '../../../data/view/types.ts';
import type { AddedVersion, IndexChange } from '../../../server/domain/ports/incident-store.ts';
import { account, at, incident, manyIncidents } from '../made-incidents.ts';
import type { OpenEmptyStore, OpenStore } from './contract.ts';

const NOW = Date.parse('2026-02-01T12:00:00-06:00');
const DAY = 86_400_000;

export function describeIncidents(name: string, open: OpenEmptyStore): void {
  describe(`incidents in ${name}`, () => {
    let store: OpenStore;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    const put = (...drafts: IncidentDraft[]) => store.incidents.put(drafts, NOW);
    const item = async (id: string, asOf = Infinity): Promise<IncidentFeature | null> =>
      JSON.parse((await store.incidents.item(id, asOf)) ?? 'null');

    it('is empty at first', async () => {
      expect(await store.incidents.revision()).toBe(0);
      expect(await store.incidents.count()).toBe(0);
      expect(await store.incidents.extent()).toBeNull();
      expect(await store.incidents.item('vigil', Infinity)).toBeNull();
      const page = { after: null, limit: 10, newestFirst: false };
      expect(await store.incidents.items(NO_FILTER, page)).toEqual({
        features: [],
        numberMatched: 0,
        next: null,
        revision: 0,
      });
    });

    it('gives a record back as a whole Feature with what the store keeps', async () => {
      const draft = incident({ properties: { title: 'Ñandú "quoted" \\ 👩‍👩‍👧 </script>' } });
      expect(await put(draft)).toBe(1);
      const feature = await item('vigil');
      expect(incidentFeature.parse(feature)).toEqual(feature);
      expect(feature?.geometry).toEqual(draft.geometry);
      expect(feature?.properties).toMatchObject({
        title: draft.properties.title,
        latestAt: '2026-01-14T12:00:00-06:00',
        verification: 'unverified',
        createdAt: '2026-02-01T12:00:00-06:00',
        updatedAt: '2026-02-01T12:00:00-06:00',
        revision: 1,
      });
    });

    it('reads pages of the versions that are named, in their order, as much of each as is asked for', async () => {
      await put(...manyIncidents(30));
      const page = { after: null, limit: 20, newestFirst: true };
      const whole = await store.incidents.items(NO_FILTER, page);
      const keys: number[] = [];
      for await (const { rows } of store.incidents.viewRows()) {
        keys.push(...rows.map(({ key }) => key));
      }
      const first = await store.incidents.itemsAmong(keys, page, 30);
      expect(first).toEqual(whole);
      const rest = { ...page, after: whole.next };
      expect(await store.incidents.itemsAmong(keys, rest, 30)).toEqual(
        await store.incidents.items(NO_FILTER, rest),
      );
      const part = { ...page, properties: ['title', 'photos', 'arrests'] };
      const parts = await store.incidents.itemsAmong(keys, part, 30);
      expect(parts?.features.map((feature) => JSON.parse(feature))).toEqual(
        whole.features.map((feature) => {
          const { type, id, geometry, properties } = JSON.parse(feature);
          const { title, arrests } = properties;
          return { type, id, geometry, properties: { title, arrests } };
        }),
      );
      expect(await store.incidents.itemsAmong([], page, 0)).toEqual({
        features: [],
        numberMatched: 0,
        next: null,
        revision: 1,
      });
      expect(await store.incidents.itemsAmong([...keys, 10_000], page, 30)).toBeNull();
    });

    it('replaces a record with the same id and keeps when it was first put', async () => {
      await put(incident());
      await store.incidents.put([incident({ properties: { title: 'Corrected' } })], NOW + DAY);
      expect(await store.incidents.count()).toBe(1);
      expect((await item('vigil'))?.properties).toMatchObject({
        title: 'Corrected',
        createdAt: '2026-02-01T12:00:00-06:00',
        updatedAt: '2026-02-02T12:00:00-06:00',
        revision: 2,
      });
    });

    it('takes the last of two records with one id in the same put', async () => {
      await put(
        incident({ properties: { title: 'First' } }),
        incident({ properties: { title: 'Last' } }),
      );
      expect(await store.incidents.count()).toBe(1);
      expect((await item('vigil'))?.properties.title).toBe('Last');
    });

    it('puts all records of a call or none', async () => {
      const broken = incident({ id: 'broken' });
      // What no schema lets through, as a program might still hand it over.
      Reflect.set(broken.properties, 'category', null);
      await expect(put(...manyIncidents(700), broken)).rejects.toThrow();
      expect(await store.incidents.count()).toBe(0);
      expect(await store.incidents.revision()).toBe(0);
      expect(await put(incident())).toBe(1);
    });

    it('answers with what was known then', async () => {
      await put(
        incident({
          properties: {
            accounts: [
              account({ knownAt: '2026-01-14' }),
              account({ id: 'a2', knownAt: '2026-01-15T10:00:00-06:00', disputes: ['a1'] }),
            ],
            decisions: [
              {
                verification: 'disputed',
                decidedAt: '2026-02-01',
                reason: 'The two contradict each other.',
                basedOn: { what: 'A call', knownAt: '2026-01-15T10:00:00-06:00' },
              },
            ],
          },
        }),
      );
      const endOf14 = Date.parse('2026-01-15T00:00:00-06:00') - 1;
      const tenOn15 = Date.parse('2026-01-15T10:00:00-06:00');
      expect(await item('vigil', endOf14 - 1)).toBeNull();
      expect((await item('vigil', endOf14))?.properties.accounts).toHaveLength(1);
      expect((await item('vigil', tenOn15 - 1))?.properties.verification).toBe('unverified');
      expect((await item('vigil', tenOn15))?.properties).toMatchObject({
        verification: 'disputed',
        accounts: [{ id: 'a1' }, { id: 'a2' }],
      });
      expect((await item('vigil'))?.properties.accounts).toHaveLength(2);
    });

    it('takes a record away from every read, once', async () => {
      await put(incident(), incident({ id: 'stays' }));
      expect(await store.incidents.remove('vigil', NOW)).toBe(true);
      expect(await store.incidents.remove('vigil', NOW)).toBe(false);
      expect(await store.incidents.remove('never', NOW)).toBe(false);
      expect(await store.incidents.count()).toBe(1);
      expect(await store.incidents.revision()).toBe(2);
      expect(await item('vigil')).toBeNull();
      expect(await rowsOf(store)).toHaveLength(1);
      expect((await store.incidents.find('candles'))?.keys.size).toBe(1);
    });

    it('takes a removed record up again', async () => {
      await put(incident());
      await store.incidents.remove('vigil', NOW);
      await put(incident());
      expect(await store.incidents.count()).toBe(1);
      expect((await item('vigil'))?.properties.revision).toBe(3);
    });

    it('tells the extent of all that is known', async () => {
      await put(incident({ geometry: null }));
      expect((await store.incidents.extent())?.bbox).toBeNull();
      await put(
        incident({ id: 'west', geometry: at(-93.3, 45.01) }),
        incident({
          id: 'east',
          geometry: at(-93.2, 44.9),
          properties: { endedAt: '2026-01-20T00:00:00-06:00' },
        }),
      );
      expect(await store.incidents.extent()).toEqual({
        bbox: [-93.3, 44.9, -93.2, 45.01],
        time: [Date.parse('2026-01-14T18:00:00Z'), Date.parse('2026-01-20T06:00:00Z')],
      });
    });

    it('summarises versions by their keys', async () => {
      await put(
        incident(),
        incident({ id: 'city', geometry: null, properties: { uncertaintyMeters: null } }),
      );
      const keys = (await rowsOf(store)).map((row) => row.key);
      const summaries = await store.incidents.summaries([...keys, 999_999]);
      expect([...summaries.keys()].sort()).toEqual(keys.sort());
      const byId = new Map([...summaries.values()].map((summary) => [summary.id, summary]));
      expect(byId.get('vigil')).toEqual({
        id: 'vigil',
        title: 'Vigil at the park',
        category: 'vigil',
        verification: 'unverified',
        occurredAt: '2026-01-14T12:00:00-06:00',
        latestAt: '2026-01-14T12:00:00-06:00',
        timePrecision: 'exact',
        place: 'Powderhorn Park',
        locationPrecision: 'block',
        uncertaintyMeters: 150,
        synthetic: true,
      });
      expect(byId.get('city')?.uncertaintyMeters).toBeNull();
      expect((await store.incidents.summaries([])).size).toBe(0);
    });

    it('hands every version to the index, whatever their number', async () => {
      const drafts = manyIncidents(2500);
      const two = incident({
        properties: { accounts: [account(), account({ id: 'a2', knownAt: '2026-03-01' })] },
      });
      await put(...drafts, two);
      const rows = await rowsOf(store);
      expect(rows).toHaveLength(2502);
      expect(new Set(rows.map((row) => row.key)).size).toBe(2502);
      const versions = rows.filter((row) => row.occurredAt === Date.parse('2026-01-14T18:00:00Z'));
      expect(versions).toHaveLength(2);
      expect(versions.map((row) => row.knownUntil)).toEqual([versions[1]?.knownFrom, Infinity]);
      expect(versions[1]).toMatchObject({
        category: 'vigil',
        verification: 'unverified',
        position: [-93.265, 44.978],
        imprecise: false,
      });
    });

    it('tells the index of each change after it is committed, in order', async () => {
      const changes: IndexChange[] = [];
      const revisions: Promise<number>[] = [];
      const stop = store.incidents.onChange((change) => {
        changes.push(change);
        revisions.push(store.incidents.revision());
      });
      await Promise.all([put(incident()), put(incident({ id: 'other' })), put(incident())]);
      await store.incidents.remove('other', NOW);
      stop();
      await put(incident({ id: 'unheard' }));

      expect(changes.map((change) => change.revision)).toEqual([1, 2, 3, 4]);
      const seen = await Promise.all(revisions);
      expect(seen.every((revision, index) => revision >= index + 1)).toBe(true);
      const [first, second, third, fourth] = changes;
      expect(third?.removed.map(({ key }) => key)).toEqual(first?.added.map(({ key }) => key));
      expect(fourth).toEqual({
        revision: 4,
        removed: second?.added.map(withoutWords),
        added: [],
      });
      expect(await rowsOf(store)).toContainEqual(third?.added.map(withoutWords)[0]);
    });

    it('leaves the event loop free while it puts and reads many records', async () => {
      const drafts = manyIncidents(10_000);
      let longest = 0;
      let last = performance.now();
      const clock = setInterval(() => {
        longest = Math.max(longest, performance.now() - last);
        last = performance.now();
      }, 1);
      await store.incidents.put(drafts, NOW);
      let length = 0;
      for await (const text of store.incidents.stream(NO_FILTER, ',')) length += text.length;
      clearInterval(clock);
      expect(length).toBeGreaterThan(5_000_000);
      // Generous, since other tests share the processor; a blocking call would take over a second.
      expect(longest).toBeLessThan(250);
    });
  });
}

async function rowsOf({ incidents }: OpenStore): Promise<ViewRow[]> {
  const rows: ViewRow[] = [];
  for await (const batch of incidents.viewRows()) rows.push(...batch.rows);
  return rows;
}

function withoutWords({ words: _, ...row }: AddedVersion): ViewRow {
  return row;
}
