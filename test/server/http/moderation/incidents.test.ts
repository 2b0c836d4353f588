import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { account, incident } from '../../made-incidents.ts';
import { type Answer, ITEMS, json, problem, signIn } from '../requests.ts';
import type { TestServer } from '../test-server.ts';
import { startWithAda } from './staff.ts';

const DAY = '2026-06-10';
const NOW = Date.parse(`${DAY}T18:30:00-05:00`);
const SECRET = 'Jordan Quellmark';

let server: TestServer;
let headers: Record<string, string>;
beforeAll(async () => {
  const ids = [
    'edited',
    'stale',
    'redacted',
    'withdrawn',
    'single',
    'wrong',
    'screened',
    'reasoned',
  ];
  const drafts = ids.map((id) => incident({ id, properties: { title: `Vigil, ${id}` } }));
  ({ server, ada: headers } = await startWithAda(() => NOW, drafts));
});
afterAll(() => server.stop());

function ask(method: string, path: string, body: unknown, as = headers): Promise<Response> {
  return server.get(`/api/moderation/incidents/${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', ...as },
    body: JSON.stringify(body),
  });
}

async function read(id: string): Promise<Answer> {
  const response = await server.get(`/api/moderation/incidents/${id}`, { headers });
  expect(response.status).toBe(200);
  return response.json();
}

async function edit(id: string, change: object, more: object = {}): Promise<Answer> {
  const { feature, revision } = await read(id);
  const changed = { ...feature, properties: { ...feature.properties, ...change } };
  const response = await ask('PUT', id, {
    revision,
    feature: changed,
    why: 'Made clearer.',
    ...more,
  });
  expect(response.status, await response.clone().text()).toBe(200);
  return response.json();
}

async function undo(id: string): Promise<Answer> {
  const { revision } = await read(id);
  const response = await ask('POST', `${id}/undo`, { revision });
  expect(response.status, await response.clone().text()).toBe(200);
  return response.json();
}

const historyOf = (id: string): Promise<Answer> => json(server, `${ITEMS}/${id}/history`);
const titleOf = async (id: string): Promise<string> =>
  (await json(server, `${ITEMS}/${id}`)).properties.title;

describe('an editor', () => {
  it('changes an incident, which says what changed, when and why, and by no name', async () => {
    await edit('edited', {
      title: 'Vigil at the lake',
      accounts: [account(), account({ id: 'a2' })],
    });
    expect(await titleOf('edited')).toBe('Vigil at the lake');
    const { revisions, withdrawn } = await historyOf('edited');
    expect(withdrawn).toBe(false);
    expect(revisions).toHaveLength(2);
    expect(revisions[0]).toMatchObject({
      at: DAY,
      by: 'an editor of this map',
      why: 'Made clearer.',
      redacted: false,
    });
    expect(revisions[0].changes).toContainEqual({
      pointer: '/properties/title',
      before: 'Vigil, edited',
      after: 'Vigil at the lake',
    });
    expect(revisions[0].changes).toContainEqual({
      pointer: '/properties/accounts/a2',
      before: null,
      after: account({ id: 'a2' }),
    });
    expect(revisions[1]).toMatchObject({ by: 'first data set', changes: [] });
    expect(JSON.stringify(revisions)).not.toContain('Ada');
  });

  it('takes an edit back in one step, whole, and the undo as well', async () => {
    await undo('edited');
    expect(await titleOf('edited')).toBe('Vigil, edited');
    await undo('edited');
    const { properties } = await json(server, `${ITEMS}/edited`);
    expect(properties.title).toBe('Vigil at the lake');
    expect(properties.accounts).toHaveLength(2);
  });

  it('gives the same answer as of the day of knowledge by item, items, view and download', async () => {
    const asOf = '2026-01-14';
    const title = await titleOf('edited');
    const item = await json(server, `${ITEMS}/edited?asOf=${asOf}`);
    const items = await json(server, `${ITEMS}?asOf=${asOf}&q=lake`);
    const view = await json(server, `/api/view?asOf=${asOf}&q=lake`);
    const file = await json(server, `/api/incidents.geojson?asOf=${asOf}&q=lake`);
    for (const feature of [item, items.features[0], file.features[0], view.features[0]]) {
      expect(feature.properties.title).toBe(title);
    }
  });

  it('is told 412 where the incident has changed since, and nothing is changed', async () => {
    const { feature, revision } = await read('stale');
    await edit('stale', { place: 'Lake Harriet' });
    for (const [method, path, body] of [
      ['PUT', 'stale', { revision, feature, why: 'Late.' }],
      ['DELETE', 'stale', { revision, why: 'Late.' }],
      ['POST', 'stale/undo', { revision }],
    ] as const) {
      await problem(await ask(method, path, body), 412);
    }
    expect((await json(server, `${ITEMS}/stale`)).properties.place).toBe('Lake Harriet');
  });

  it('is told of each field that breaks a rule by its pointer', async () => {
    const { feature, revision } = await read('wrong');
    const properties = {
      ...feature.properties,
      title: '',
      accounts: [account({ disputes: ['a9'] })],
    };
    const first = await ask('PUT', 'wrong', {
      revision,
      feature: { ...feature, properties },
      why: 'x',
    });
    expect((await problem(first, 422)).errors[0].pointer).toBe('/feature/properties/title');
    properties.title = 'Vigil';
    const then = await ask('PUT', 'wrong', {
      revision,
      feature: { ...feature, properties },
      why: 'x',
    });
    expect((await problem(then, 422)).errors[0].pointer).toBe(
      '/feature/properties/accounts/0/disputes',
    );
    const without = await ask('PUT', 'wrong', { revision, feature });
    expect((await problem(without, 422)).errors[0].pointer).toBe('/why');
  });

  it('is stopped by warnings of what an edit adds, until each was looked at', async () => {
    const { feature, revision } = await read('screened');
    const properties = { ...feature.properties, summary: 'Call 612-555-0142.' };
    const body = { revision, feature: { ...feature, properties }, why: 'Ask 612-555-0143.' };
    const refused = await problem(await ask('PUT', 'screened', body), 422);
    expect(refused.errors.map(({ pointer }: Answer) => pointer)).toEqual([
      '/properties/summary',
      '/why',
    ]);
    expect(JSON.stringify(refused)).not.toContain('555');
    const allow = ['/properties/summary', '/why'];
    expect((await ask('PUT', 'screened', { ...body, allow })).status).toBe(200);
    await edit('screened', { title: 'What stands already stops no edit' });
    const { entries } = await (await server.get('/api/moderation/audit', { headers })).json();
    const allowed = entries
      .filter(({ subject }: Answer) => subject === 'incident screened')
      .map(({ detail }: Answer) => detail.allowed);
    expect(allowed).toEqual([[], allow]);
  });

  it.each([
    ['a withdrawal', 'DELETE', 'reasoned', '612-555-0144'],
    ['an undo', 'POST', 'reasoned/undo', '612-555-0145'],
  ])(
    'is stopped by warnings of why of %s, until it was looked at',
    async (_, method, path, number) => {
      const { revision } = await read('reasoned');
      const body = { revision, why: `Her number is ${number}.` };
      const late = { ...body, revision: revision + 1 };
      await problem(await ask(method, path, late), 412);
      const refused = await problem(await ask(method, path, body), 422);
      expect(refused.errors).toMatchObject([{ pointer: '/why' }]);
      expect(JSON.stringify([refused, await historyOf('reasoned')])).not.toContain(number);
      expect((await ask(method, path, { ...body, allow: ['/why'] })).status).toBe(200);
      const { entries } = await (await server.get('/api/moderation/audit', { headers })).json();
      expect(entries[0]).toMatchObject({
        subject: 'incident reasoned',
        detail: { allowed: ['/why'] },
      });
    },
  );

  it('takes a name out of every public answer at once, and keeps it for editors', async () => {
    const named = { why: `Told by ${SECRET}.`, allow: ['/properties/summary', '/why'] };
    await edit('redacted', { summary: `${SECRET} stood there.` }, named);
    await edit('redacted', { summary: 'One person stood there.' }, { redactsEarlier: true });
    const paths = [
      `${ITEMS}/redacted`,
      `${ITEMS}/redacted?asOf=2026-01-14`,
      `${ITEMS}/redacted/history`,
      '/api/changes',
      '/api/incidents.atom',
      '/api/incidents.geojson',
      '/api/incidents.geojsonl?asOf=2026-01-15',
      `/api/view?q=Quellmark`,
    ];
    const publicTexts = async (): Promise<string> =>
      (await Promise.all(paths.map(async (path) => (await server.get(path)).text()))).join('\n');
    expect(await publicTexts()).not.toContain(SECRET);
    const [, taken] = (await historyOf('redacted')).revisions;
    expect(taken).toMatchObject({ redacted: true, changes: [], why: null });
    expect(JSON.stringify(await read('redacted'))).toContain(SECRET);

    await undo('redacted');
    expect(await publicTexts()).toContain(SECRET);
    await undo('redacted');
    expect(await publicTexts()).not.toContain(SECRET);
  });

  it('withdraws an incident: gone from every read, and its history says only when and why', async () => {
    const { revision } = await read('withdrawn');
    const response = await ask('DELETE', 'withdrawn', { revision, why: 'It did not happen.' });
    expect(await response.json()).toMatchObject({ isPublic: false });
    await problem(await server.get(`${ITEMS}/withdrawn`), 404);
    const history = await historyOf('withdrawn');
    expect(history.revisions).toEqual([
      expect.objectContaining({ at: DAY, why: 'It did not happen.', changes: [] }),
    ]);
    expect(JSON.stringify(history)).not.toContain('Vigil');
    const { days } = await json(server, '/api/changes');
    expect(days[0].changes).toContainEqual(
      expect.objectContaining({ kind: 'withdrawn', incidentId: null, title: null }),
    );

    await undo('withdrawn');
    expect(await titleOf('withdrawn')).toBe('Vigil, withdrawn');
    await undo('withdrawn');
    await problem(await server.get(`${ITEMS}/withdrawn`), 404);
  });

  it('has nothing to undo where nothing stood before', async () => {
    const { revision } = await read('single');
    await problem(await ask('POST', 'single/undo', { revision }), 409);
  });

  it('is told of an incident that never was', async () => {
    await problem(await ask('DELETE', 'never', { revision: 1, why: 'x' }), 404);
    await problem(await server.get(`${ITEMS}/never/history`), 404);
  });

  it('moves an incident no closer than its stated precision', async () => {
    const { feature, revision } = await read('single');
    const moved = {
      ...feature,
      geometry: { type: 'Point', coordinates: [-93.2712345, 44.9712345] },
    };
    await ask('PUT', 'single', { revision, feature: moved, why: 'Moved.' });
    const { geometry } = await json(server, `${ITEMS}/single`);
    expect(geometry.coordinates).toEqual([-93.271, 44.971]);
  });

  it('is in the audit log with each act, and no moderator may do the same', async () => {
    const { entries, verified } = await (
      await server.get('/api/moderation/audit?limit=100', { headers })
    ).json();
    const acts = entries.map((entry: Answer) => entry.act);
    expect(acts).toEqual(
      expect.arrayContaining(['incident.edit', 'incident.undo', 'incident.withdraw']),
    );
    expect(verified).toBe(true);
    const moderator = await signIn(server, 'Bo', 'moderator');
    const { feature, revision } = await read('wrong');
    await problem(await ask('PUT', 'wrong', { revision, feature, why: 'x' }, moderator), 403);
    await problem(await ask('POST', 'wrong/undo', { revision }, moderator), 403);
  });
});
