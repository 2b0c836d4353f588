import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Connection } from '../../../server/store/sqlite/connection.ts';
import { openSqliteStore } from '../../../server/store/sqlite/open.ts';
import { incident, manyIncidents } from '../made-incidents.ts';
import { report } from '../made-reports.ts';
import { temporaryFolder } from './temporary-folder.ts';

const NOW = Date.parse('2026-02-01T12:00:00-06:00');

async function holds(folder: string, text: string): Promise<boolean> {
  const files = await readdir(folder);
  const contents = await Promise.all(files.map((file) => readFile(join(folder, file))));
  return contents.some((content) => content.includes(text));
}

it('leaves no trace of a withdrawn report in the database or its log, while it is open', async () => {
  const folder = await temporaryFolder();
  const store = await openSqliteStore(join(folder, 'incidents.db'));
  const feature = report({ summary: `Zanzibar ${'and much more '.repeat(250)}` });
  const sent = { receivedOn: '2026-02-01', feature };
  await store.reports.add({ ...sent, id: 'r1', tokenHash: 'h1' });
  expect(await holds(folder, 'Zanzibar')).toBe(true);
  await store.reports.withdraw('h1', NOW);
  expect(await holds(folder, 'Zanzibar')).toBe(false);
  await store.close();
});

it('leaves no words of a replaced record in the search index', async () => {
  const folder = await temporaryFolder();
  const store = await openSqliteStore(join(folder, 'incidents.db'));
  const capitals = (summary: string) => incident({ properties: { summary } });
  await store.incidents.put([capitals('XYLOPHONE'), ...manyIncidents(50)], NOW);
  await store.incidents.put([capitals('TRUMPET')], NOW);
  await store.close();
  // The index holds small letters, without a beginning that two words share.
  expect(await holds(folder, 'umpet')).toBe(true);
  expect(await holds(folder, 'lophone')).toBe(false);
  // As written, it stands in the record's history, which moderators keep.
  expect(await holds(folder, 'XYLOPHONE')).toBe(true);
});

it('keeps each record as it stood before it was changed, with who changed it', async () => {
  const file = join(await temporaryFolder(), 'incidents.db');
  const store = await openSqliteStore(file);
  const titled = (title: string) => incident({ properties: { title } });
  await store.incidents.put([titled('First')], NOW);
  await store.incidents.put([titled('Second')], NOW + 1);
  await store.incidents.remove('vigil', NOW + 2);
  await store.incidents.put([titled('Third')], NOW + 3);
  await store.reports.add({
    id: 'r1',
    tokenHash: 'h1',
    receivedOn: '2026-02-01',
    feature: report(),
  });
  const publishing = { incident: titled('Fourth'), photos: [], merged: [] };
  const ada = { id: 1, name: 'Ada', at: NOW + 4 };
  await store.desk.publish({ id: 'r1', revision: 1 }, publishing, [], ada);
  await store.close();

  const connection = await Connection.open(file, 'read');
  const history = await connection.all<{ revision: number; title: string }>(
    `SELECT revision, feature ->> '$.properties.title' AS title
     FROM incident_revisions WHERE incident_id = 'vigil' ORDER BY revision`,
  );
  const changes = await connection.all<{ made_by: string | null }>(
    'SELECT made_by FROM revisions ORDER BY revision',
  );
  await connection.close();
  expect(history).toEqual([
    { revision: 1, title: 'First' },
    { revision: 2, title: 'Second' },
    { revision: 4, title: 'Third' },
  ]);
  expect(changes.map((change) => change.made_by)).toEqual([null, null, null, null, 'Ada']);
});
