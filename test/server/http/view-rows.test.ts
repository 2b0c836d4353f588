import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HeldHead, HeldRow } from '../../../data/view/held-rows.ts';
import { openSqliteStore } from '../../../server/store/sqlite/open.ts';
import { account, incident, manyIncidents } from '../made-incidents.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { json, problem } from './requests.ts';
import { startTestServer, type TestServer } from './test-server.ts';

/** What a page fetches to answer its own views. */
const COUNT = 2300;

let server: TestServer;
beforeAll(async () => {
  const twice = [account(), account({ id: 'a2', knownAt: '2026-01-16' })];
  server = await startTestServer({}, [
    ...manyIncidents(COUNT),
    incident({ id: 'learned-later', properties: { accounts: twice } }),
  ]);
});
afterAll(() => server.stop());

async function read(): Promise<{ head: HeldHead; lists: HeldRow[][] }> {
  const response = await server.get('/api/view/rows');
  expect(response.headers.get('content-type')).toBe('application/x-ndjson');
  const [head, ...lists] = (await response.text()).split('\n');
  return { head: JSON.parse(head ?? ''), lists: lists.map((list) => JSON.parse(list)) };
}

describe('the rows of a view', () => {
  it('are all versions, newest first, in lists of a length that is quickly read', async () => {
    const { head, lists } = await read();
    expect(head).toMatchObject({ incidents: COUNT + 1, versions: COUNT + 2, held: true });
    expect(lists.map((list) => list.length)).toEqual([1000, 1000, COUNT + 2 - 2000]);
    const times = lists.flat().map((row) => Date.parse(row[6]));
    expect(times).toEqual([...times].sort((a, b) => b - a));
    const learned = lists.flat().filter((row) => row[1] === 'learned-later');
    expect(learned.map((row) => [row[9] === null, row[16]])).toEqual([
      [true, 2],
      [false, 1],
    ]);
  });

  it('are compressed, and sent once for each revision', async () => {
    const first = await server.get('/api/view/rows', { headers: { 'Accept-Encoding': 'gzip' } });
    expect(first.headers.get('content-encoding')).toBe('gzip');
    expect(first.headers.get('cache-control')).toBe('no-cache');
    const tag = first.headers.get('etag') ?? '';
    const again = await server.get('/api/view/rows', { headers: { 'If-None-Match': tag } });
    expect(again.status).toBe(304);
  });

  it('take no filter', async () => {
    await problem(await server.get('/api/view/rows?category=protest'), 400);
  });

  it('are not read where they are too many, but counted', async () => {
    const store = await openSqliteStore(`${await temporaryFolder()}/incidents.db`);
    await store.incidents.put(manyIncidents(5), 0);
    expect(await store.incidents.heldRows(4)).toMatchObject({ versions: 5, lists: null });
    expect((await store.incidents.heldRows(5)).lists).toHaveLength(1);
    await store.close();
  });
});

describe('the days on which something became known', () => {
  it('are days of Minneapolis, in order, with how many versions began', async () => {
    const { days } = await json(server, '/api/view/known');
    const names = days.map(([day]: [string, number]) => day);
    expect(names).toEqual([...names].sort());
    expect(new Map(days).get('2026-01-16')).toBeGreaterThanOrEqual(1);
    const versions = days.reduce((sum: number, [, count]: [string, number]) => sum + count, 0);
    expect(versions).toBe(COUNT + 2);
  });
});

describe('a timeline of a part', () => {
  it('counts what begins in it, and what begins beside it', async () => {
    const whole = await json(server, '/api/view?bins=60');
    const part = await json(server, '/api/view?bins=24&span=2026-01-14/2026-01-14');
    const { timeline } = part;
    expect(timeline.from).toBe('2026-01-14T00:00:00-06:00');
    expect(timeline.to).toBe('2026-01-15T00:00:00-06:00');
    expect(timeline.binSeconds).toBe(3600);
    expect(timeline.byCategory.vigil[12]).toBeGreaterThanOrEqual(1);
    const lists = Object.values<number[]>(timeline.byVerification).flat();
    const inside = lists.reduce((sum, count) => sum + count, 0);
    expect(timeline.before + inside + timeline.after).toBe(whole.matchedAnywhere);
    expect(timeline.whole).toEqual({ from: whole.timeline.from, to: whole.timeline.to });
    expect(part.matched).toBe(whole.matched);
  });

  it.each(['..', '2026-01-14/..', '../2026-01-14', '2026-01-15/2026-01-14', 'x'])(
    'refuses %s',
    async (span) => {
      const { errors } = await problem(await server.get(`/api/view?span=${span}`), 400);
      expect(errors[0].parameter).toBe('span');
    },
  );
});
