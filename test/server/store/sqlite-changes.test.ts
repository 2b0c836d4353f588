import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type IncidentFilter, NO_FILTER } from '../../../data/query/filter.ts';
import type { ChangesEnd, RecordChange } from '../../../server/domain/ports/incident-history.ts';
import { readChanges } from '../../../server/store/sqlite/changes-page.ts';
import { Connection } from '../../../server/store/sqlite/connection.ts';
import { openSqliteStore } from '../../../server/store/sqlite/open.ts';
import { account, at, incident, manyIncidents } from '../made-incidents.ts';
import { temporaryFolder } from './temporary-folder.ts';

const DAY = 86_400_000;
/** The beginning of a day: what is told of it stands beside what became known on the day before. */
const MIDNIGHT = Date.parse('2026-01-15T00:00:00-06:00');

let connection: Connection;

beforeEach(async () => {
  const path = join(await temporaryFolder(), 'incidents.db');
  const store = await openSqliteStore(path);
  const { incidents } = store;
  await incidents.put(manyIncidents(40), MIDNIGHT);
  const known = ['2026-01-13', '2026-01-14', '2026-01-15T00:00:00-06:00', '2026-01-16'];
  const vigils = known.map((knownAt, index) =>
    incident({ id: `vigil-${index}`, properties: { accounts: [account({ knownAt })] } }),
  );
  await incidents.put(vigils, MIDNIGHT);
  await incidents.put(vigils, MIDNIGHT);
  await incidents.put([...vigils, incident({ id: 'far', geometry: at(0, 0) })], MIDNIGHT + DAY);
  await incidents.remove('vigil-1', MIDNIGHT);
  await incidents.remove('vigil-2', MIDNIGHT + DAY);
  await store.close();
  connection = await Connection.open(path, 'read');
  return () => connection.close();
});

describe('changes that are looked at a few at a time', () => {
  it.each<[string, Partial<IncidentFilter>]>([
    ['no filter', {}],
    ['a category', { categories: ['vigil'] }],
    ['a box that has one', { bbox: [-1, -1, 1, 1] }],
    ['a box that has none', { bbox: [10, 10, 11, 11] }],
    ['words', { text: 'candles' }],
    ['a window', { datetime: { from: Date.parse('2026-01-14T00:00:00Z'), to: Infinity } }],
    ['a day of knowledge', { asOf: MIDNIGHT }],
    ['the last moment before', { asOf: MIDNIGHT - 1 }],
  ])('are all told, once and in order, by %s', async (_, part) => {
    const filter = { ...NO_FILTER, ...part };
    const whole = await readChanges(connection, filter, null, { limit: 1000, after: null });
    expect(whole.next).toBeNull();
    for (const [limit, learned, happened] of [
      [1000, 1, 1],
      [1000, 3, 1],
      [1000, 1, 4],
      [2, 5, 3],
      [1, 2, 1000],
    ] as const) {
      expect(await turned(filter, limit, { learned, happened })).toEqual(whole.changes);
    }
  });

  it('end a page where nothing was found among them', async () => {
    const filter = { ...NO_FILTER, bbox: [10, 10, 11, 11] } as const;
    const most = { learned: 3, happened: 3 };
    const page = await readChanges(connection, filter, null, { limit: 9, after: null, most });
    expect(page.changes).toEqual([]);
    expect(page.next).not.toBeNull();
  });
});

async function turned(
  filter: IncidentFilter,
  limit: number,
  most: { readonly learned: number; readonly happened: number },
): Promise<RecordChange[]> {
  const all: RecordChange[] = [];
  let after: ChangesEnd | null = null;
  do {
    const page = await readChanges(connection, filter, null, { limit, after, most });
    all.push(...page.changes);
    after = page.next;
  } while (after !== null);
  return all;
}
