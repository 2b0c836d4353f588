import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type IncidentFilter, NO_FILTER } from '../../../data/query/filter.ts';
import type { PageEnd } from '../../../server/domain/ports/incident-store.ts';
import { incident, manyIncidents } from '../made-incidents.ts';
import type { OpenEmptyStore, OpenStore } from './contract.ts';

const NOW = Date.parse('2026-02-01T12:00:00-06:00');
/** More than two pages of any driver. */
const MANY = 6000;

export function describeStreams(name: string, open: OpenEmptyStore): void {
  describe(`streams in ${name}`, () => {
    let store: OpenStore;
    beforeEach(async () => {
      store = await open();
      await store.incidents.put(manyIncidents(MANY), NOW);
    });
    afterEach(() => store.close());

    const collect = async (filter: IncidentFilter): Promise<string[]> => {
      const chunks: string[] = [];
      for await (const chunk of store.incidents.stream(filter, '\n')) chunks.push(chunk);
      return chunks.length === 0 ? [] : chunks.join('\n').split('\n');
    };

    it('gives every Feature once and in order', async () => {
      const features = (await collect(NO_FILTER)).map((text) => JSON.parse(text));
      expect(new Set(features.map(({ id }) => id)).size).toBe(MANY);
      const times = features.map(({ properties }) => Date.parse(properties.occurredAt));
      expect(times).toEqual(times.toSorted((a, b) => a - b));
    });

    it('gives nothing where nothing matches', async () => {
      expect(await collect({ ...NO_FILTER, text: 'zzzz' })).toEqual([]);
      expect(await collect({ ...NO_FILTER, bbox: [0, 0, 1, 1] })).toEqual([]);
    });

    it.each<[string, Partial<IncidentFilter>]>([
      ['words', { text: 'nicol' }],
      ['words of nearly all records', { text: 'made' }],
      ['a text without words', { text: '%' }],
      ['a box', { bbox: [-93.3, 44.9, -93.25, 45] }],
      ['a window', { datetime: { from: Date.UTC(2020, 0), to: Date.UTC(2021, 0) } }],
      ['a category', { categories: ['protest'] }],
    ])('matches what pages match, by %s', async (_, part) => {
      const filter = { ...NO_FILTER, ...part };
      const page = { after: null, limit: 100_000, newestFirst: false };
      expect(await collect(filter)).toEqual((await store.incidents.items(filter, page)).features);
    });

    it.each([
      ['all records have', 'made'],
      ['a few hundred have', 'nicollet'],
    ])(
      'turns every page of a search for what %s, counting anew after a change',
      async (_, text) => {
        const filter = { ...NO_FILTER, text };
        const everything = { after: null, limit: 100_000, newestFirst: true };
        for (const change of ['none', 'one is renamed', 'one is gone']) {
          if (change === 'one is renamed') {
            await store.incidents.put(
              [incident({ id: 'made-7', properties: { title: text } })],
              NOW,
            );
          } else if (change === 'one is gone') await store.incidents.remove('made-7', NOW);
          const whole = await store.incidents.items(filter, everything);
          expect(whole.features).toEqual((await collect(filter)).toReversed());
          const turned: string[] = [];
          let after: PageEnd | null = null;
          do {
            const page = await store.incidents.items(filter, {
              after,
              limit: 487,
              newestFirst: true,
            });
            expect(page.numberMatched).toBe(whole.features.length);
            turned.push(...page.features);
            after = page.next;
          } while (after !== null);
          expect(turned).toEqual(whole.features);
        }
      },
    );

    it('shows one moment, whatever is put while it runs', async () => {
      const stream = store.incidents.stream(NO_FILTER, '\n')[Symbol.asyncIterator]();
      const first = await stream.next();
      await store.incidents.put(
        [
          incident({ id: 'late', properties: { occurredAt: '2100-01-01T00:00:00Z' } }),
          ...manyIncidents(MANY).map((draft) => ({
            ...draft,
            properties: { ...draft.properties, title: 'Changed' },
          })),
        ],
        NOW,
      );
      const chunks = [String(first.value)];
      for (let next = await stream.next(); !next.done; next = await stream.next()) {
        chunks.push(next.value);
      }
      const text = chunks.join('\n');
      expect(text.split('\n')).toHaveLength(MANY);
      expect(text).not.toContain('"late"');
      expect(text).not.toContain('Changed');
      expect(await collect(NO_FILTER)).toHaveLength(MANY + 1);
    });

    it('fills the index from one moment', async () => {
      const batches: { revision: number; count: number }[] = [];
      for await (const { revision, rows } of store.incidents.viewRows()) {
        batches.push({ revision, count: rows.length });
        await store.incidents.put([incident({ id: `late-${batches.length}` })], NOW);
      }
      expect(batches.every(({ revision }) => revision === 1)).toBe(true);
      expect(batches.reduce((sum, { count }) => sum + count, 0)).toBe(MANY);
    });

    it('gives its connection back when the reader stops early', async () => {
      for (let run = 0; run < 100; run++) {
        for await (const chunk of store.incidents.stream(NO_FILTER, '\n')) {
          expect(chunk.length).toBeGreaterThan(0);
          break;
        }
      }
      expect(await collect(NO_FILTER)).toHaveLength(MANY);
    });

    it('serves more readers at a time than it has connections', async () => {
      const counts = await Promise.all(
        Array.from({ length: 20 }, async () => (await collect(NO_FILTER)).length),
      );
      expect(counts).toEqual(Array.from({ length: 20 }, () => MANY));
    });

    it('hands all versions on though slow readers hold every connection they get', async () => {
      const slow = Array.from({ length: 20 }, () =>
        store.incidents.stream(NO_FILTER, '\n')[Symbol.asyncIterator](),
      );
      const begun = slow.map((stream) => stream.next());
      await begun[0];
      let versions = 0;
      for await (const { rows } of store.incidents.viewRows()) versions += rows.length;
      expect(versions).toBe(MANY);
      expect((await store.incidents.heldRows(MANY)).versions).toBe(MANY);
      await Promise.all(
        slow.map(async (stream, place) => {
          await begun[place];
          await stream.return?.();
        }),
      );
    });

    it('ends when the store closes', async () => {
      const stream = store.incidents.stream(NO_FILTER, '\n')[Symbol.asyncIterator]();
      await stream.next();
      await store.close();
      const rest = async (): Promise<void> => {
        while (!(await stream.next()).done);
      };
      await expect(rest()).rejects.toThrow();
      store = await open();
    });
  });
}
