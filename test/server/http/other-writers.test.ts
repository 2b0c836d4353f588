import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openSqliteStore, type SqliteStore } from '../../../server/store/sqlite/open.ts';
import { incident, manyIncidents } from '../made-incidents.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { ITEMS, json } from './requests.ts';
import { startTestServer, type TestServer } from './test-server.ts';

const NOW = Date.parse('2026-06-01T12:00:00Z');
const EACH = '/api/view?zoom=20';

let other: SqliteStore;
let server: TestServer;

beforeEach(async () => {
  const path = join(await temporaryFolder(), 'incidents.db');
  other = await openSqliteStore(path);
  onTestFinished(() => other.close());
  await other.incidents.put([...manyIncidents(5), incident({ id: 'a' })], NOW);
  server = await startTestServer({ DATABASE_URL: `sqlite:${path}` });
  onTestFinished(() => server.stop());
});

describe('what another process has written to the database', () => {
  it('is in the view at once where it replaces what the view had', async () => {
    const title = 'Corrected elsewhere';
    await other.incidents.put([incident({ id: 'a', properties: { title } })], NOW);
    const view = await json(server, EACH);
    expect(JSON.stringify(view.features)).toContain(title);
    expect(view.revision).toBe(2);
  });

  it('is found by its words at once', async () => {
    await other.incidents.put([incident({ id: 'b', properties: { title: 'A zebra' } })], NOW);
    expect((await json(server, `${EACH}&q=zebra`)).matched).toBe(1);
  });

  it('is in views and lists at the same time', async () => {
    const tag = (await server.get(ITEMS)).headers.get('etag') ?? '';
    await other.incidents.put([incident({ id: 'b' })], NOW);
    // What the client has still holds; nothing fails on the way to saying so.
    const again = await server.get(ITEMS, { headers: { 'If-None-Match': tag } });
    expect(again.status).toBe(304);
    expect(server.log.join()).not.toContain('failed');
    const read = async () => {
      const [view, list] = [await json(server, EACH), await json(server, ITEMS)];
      expect(list.revision).toBe(view.revision);
      expect(list.numberMatched).toBe(view.total);
      return view.total;
    };
    await expect.poll(read, { timeout: 15_000 }).toBe(7);
  });
});
