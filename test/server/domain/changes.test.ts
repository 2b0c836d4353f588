import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type IncidentFilter, NO_FILTER } from '../../../data/query/filter.ts';
import { findChanges } from '../../../server/domain/changes.ts';
import type {
  ChangesRequest,
  RecordChange,
} from '../../../server/domain/ports/incident-history.ts';
import { readChanges } from '../../../server/store/sqlite/changes-page.ts';
import { Connection } from '../../../server/store/sqlite/connection.ts';
import { openSqliteStore } from '../../../server/store/sqlite/open.ts';
import { at, incident, manyIncidents } from '../made-incidents.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';

const FAR: IncidentFilter = { ...NO_FILTER, bbox: [-1, -1, 1, 1] };

/** A store that looks at no more than a few at a time, of 200 that are elsewhere and two that are far. */
async function openHistory() {
  const path = join(await temporaryFolder(), 'incidents.db');
  const store = await openSqliteStore(path);
  const far = ['far', 'farther'].map((id) => incident({ id, geometry: at(0, 0) }));
  await store.incidents.put([...far, ...manyIncidents(200)], Date.now());
  await store.close();
  const connection = await Connection.open(path, 'read');
  const most = { learned: 20, happened: 20 };
  return {
    close: () => connection.close(),
    changes: (filter: IncidentFilter, request: ChangesRequest) =>
      readChanges(connection, filter, null, { ...request, most }),
  };
}

const idsOf = (changes: readonly RecordChange[]) => changes.map(({ end }) => end.id).sort();

it('finds what is asked for, however much lies between', async () => {
  const history = await openHistory();
  const all = await findChanges(history, FAR, { limit: 10, after: null });
  expect(idsOf(all.changes)).toEqual(['far', 'farther']);
  expect(all.next).toBeNull();
  const one = await findChanges(history, FAR, { limit: 1, after: null });
  expect(one.changes).toHaveLength(1);
  const rest = await findChanges(history, FAR, { limit: 10, after: one.next });
  expect(idsOf([...one.changes, ...rest.changes])).toEqual(['far', 'farther']);
  await history.close();
});

it('stops where it is told to, and goes on from there without a gap', async () => {
  const history = await openHistory();
  const found: RecordChange[] = [];
  let after: ChangesRequest['after'] = null;
  let walks = 0;
  do {
    const some = await findChanges(history, FAR, { limit: 10, after }, 3);
    found.push(...some.changes);
    after = some.next;
    walks++;
  } while (after !== null);
  expect(walks).toBeGreaterThan(2);
  expect(idsOf(found)).toEqual(['far', 'farther']);
  await history.close();
});
