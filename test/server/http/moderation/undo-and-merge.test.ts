import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, ITEMS, json, post, problem } from '../requests.ts';
import type { TestServer } from '../test-server.ts';
import { act, done, queued, sendReport } from './desk.ts';
import { startWithTwo } from './staff.ts';

let server: TestServer;
let ada: Record<string, string>;
let grace: Record<string, string>;
beforeAll(async () => {
  ({ server, ada, grace } = await startWithTwo());
});
afterAll(() => server.stop());

const NO_REVISION = /"(updatedAt|revision)":("[^"]*"|\d+)/g;

/** @returns an incident's bytes, apart from what every change changes. */
async function bytesOf(id: string): Promise<string> {
  const response = await server.get(`${ITEMS}/${id}`);
  expect(response.status).toBe(200);
  return (await response.text()).replace(NO_REVISION, '"$1":0');
}

async function published(summary: string): Promise<{ id: string; incidentId: string }> {
  const { id, revision } = await sendReport(server, ada, { summary });
  const { incidentId } = await done(server, ada, id, 'publish', { revision });
  return { id, incidentId };
}

async function isPublic(title: string): Promise<boolean[]> {
  const query = `q=${encodeURIComponent(title)}`;
  const items = await json(server, `${ITEMS}?${query}`);
  const view = await json(server, `/api/view?zoom=16&${query}`);
  const download = await (await server.get(`/api/incidents.geojsonl?${query}`)).text();
  return [items.numberMatched > 0, view.matched > 0, download.includes(title)];
}

describe('an undo', () => {
  it('of a publication leaves nothing of it in any public read', async () => {
    const title = 'Quixotic lantern walk';
    const { id, revision, path } = await sendReport(server, ada, { title });
    const { incidentId, ...first } = await done(server, ada, id, 'publish', { revision });
    expect(await isPublic(title)).toEqual([true, true, true]);
    await problem(await act(server, ada, id, 'undo', { revision }), 412);
    const undone = await done(server, grace, id, 'undo', { revision: first.revision });
    expect(undone).toEqual({ revision: expect.any(Number), status: 'pending', incidentId: null });
    expect(await isPublic(title)).toEqual([false, false, false]);
    await problem(await server.get(`${ITEMS}/${incidentId}`), 404);
    expect(await json(server, path)).toMatchObject({ status: 'pending', incidentId: null });
    expect(await queued(server, ada, id)).toMatchObject({ revision: undone.revision });
    await problem(await act(server, ada, id, 'undo', { revision: undone.revision }), 409);
    await done(server, ada, id, 'publish', { revision: undone.revision });
    expect(await isPublic(title)).toEqual([true, true, true]);
  });

  it('of a rejection brings the report back, without its message', async () => {
    const { id, revision, path } = await sendReport(server, ada);
    const rejected = await done(server, ada, id, 'reject', { revision, message: 'A double.' });
    expect(await json(server, path)).toMatchObject({ status: 'rejected', message: 'A double.' });
    await done(server, ada, id, 'undo', { revision: rejected.revision });
    expect(await json(server, path)).toMatchObject({ status: 'pending', message: null });
  });

  it('of a merge leaves the incident byte for byte as it was', async () => {
    const { incidentId } = await published('Candles stood in the snow.');
    const before = await bytesOf(incidentId);
    const incidentRevision = (await json(server, `${ITEMS}/${incidentId}`)).properties.revision;
    const { id, revision, path } = await sendReport(server, ada, {
      summary: 'There were no candles.',
      sources: [{ publisher: 'A paper', url: 'https://example.org/candles' }],
    });
    const body = { revision, incidentId, incidentRevision, relation: 'disputes' };
    const merged = await done(server, ada, id, 'merge', body);
    expect(merged).toMatchObject({ status: 'merged', incidentId });
    expect((await json(server, `${ITEMS}/${incidentId}`)).properties.accounts).toMatchObject([
      { id: 'a1', says: 'Candles stood in the snow.', disputes: [] },
      { says: 'There were no candles.', disputes: ['a1'] },
    ]);
    expect(await json(server, path)).toMatchObject({ status: 'merged', incidentId });

    await done(server, ada, id, 'undo', { revision: merged.revision });
    expect(await bytesOf(incidentId)).toBe(before);
    expect(await json(server, path)).toMatchObject({ status: 'pending', incidentId: null });
  });

  it('of a merge leaves no word of it in any history, nor in what an editor changed beside it', async () => {
    const { incidentId } = await published('Drums were heard.');
    const path = `/api/moderation/incidents/${incidentId}`;
    const asEditor = async (): Promise<Answer> => (await server.get(path, { headers: ada })).json();
    const { id, revision } = await sendReport(server, ada, {
      summary: 'A kazoo was heard.',
      sources: [{ publisher: 'The Kazoo', url: 'https://example.org/kazoo' }],
    });
    const incidentRevision = (await asEditor()).revision;
    const body = { revision, incidentId, incidentRevision, relation: 'agrees' };
    const merged = await done(server, ada, id, 'merge', body);
    const { feature, ...seen } = await asEditor();
    feature.properties.title = 'Music in the street';
    const edited = await server.get(path, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', ...ada },
      body: JSON.stringify({ revision: seen.revision, feature, why: 'Plainer.' }),
    });
    expect(edited.status, await edited.clone().text()).toBe(200);
    await done(server, ada, id, 'undo', { revision: merged.revision });

    const history = `${ITEMS}/${incidentId}/history`;
    for (const read of [history, '/api/changes', '/api/incidents.atom']) {
      expect(await (await server.get(read)).text(), read).not.toMatch(/kazoo/i);
    }
    expect((await json(server, history)).revisions).toMatchObject([
      { kind: 'undo', redacted: true },
      { kind: 'edit', redacted: true },
      { kind: 'merge', redacted: true },
      { kind: 'report', redacted: false },
    ]);
    expect(JSON.stringify((await asEditor()).revisions)).toContain('kazoo');
  });
});

describe('a merge', () => {
  it('is refused on an incident that changed, is gone, or has no such account', async () => {
    const { incidentId } = await published('We stood there.');
    const { revision: incidentRevision } = (await json(server, `${ITEMS}/${incidentId}`))
      .properties;
    const { id, revision } = await sendReport(server, ada);
    const body = { revision, incidentId, incidentRevision, relation: 'agrees' };
    const merge = (changed: object) => act(server, ada, id, 'merge', { ...body, ...changed });
    await problem(await merge({ incidentRevision: incidentRevision + 1 }), 412);
    await problem(await merge({ incidentId: 'no-such' }), 404);
    await problem(await merge({ revision: revision + 1 }), 412);
    const { errors } = await problem(await merge({ relation: 'disputes', disputes: ['a9'] }), 422);
    expect(errors[0].pointer).toBe('/disputes/0');
    await problem(await merge({ relation: 'ignores' }), 422);
    await done(server, ada, id, 'merge', body);
    await problem(await merge({}), 409);
  });

  it('screens what it would make public', async () => {
    const { incidentId } = await published('We were there.');
    const { revision: incidentRevision } = (await json(server, `${ITEMS}/${incidentId}`))
      .properties;
    const { id, revision } = await sendReport(server, ada, { summary: 'Call 612-555-0142.' });
    const body = { revision, incidentId, incidentRevision, relation: 'agrees' };
    await problem(await act(server, ada, id, 'merge', body), 422);
    await done(server, ada, id, 'merge', { ...body, allow: ['/properties/summary'] });
  });

  it('keeps what it was published with from being taken back before it', async () => {
    const { id, incidentId } = await published('First told.');
    const { revision: incidentRevision } = (await json(server, `${ITEMS}/${incidentId}`))
      .properties;
    const second = await sendReport(server, ada);
    const body = { revision: second.revision, incidentId, incidentRevision, relation: 'agrees' };
    const merged = await done(server, ada, second.id, 'merge', body);
    const { detail } = await problem(await act(server, ada, id, 'undo', { revision: 2 }), 409);
    expect(detail).toContain('merged');
    await done(server, ada, second.id, 'undo', { revision: merged.revision });
    await done(server, ada, id, 'undo', { revision: 2 });
  });

  it('of a report under which another stands adds both to the incident, and takes both out', async () => {
    const { incidentId } = await published('Seen from the bridge.');
    const before = await bytesOf(incidentId);
    const { properties } = await json(server, `${ITEMS}/${incidentId}`);
    const first = await sendReport(server, ada, { summary: 'Seen from the shore.' });
    const second = await sendReport(server, ada, { summary: 'Seen from a boat.' });
    await done(server, ada, first.id, 'merge-report', {
      revision: first.revision,
      into: second.id,
      intoRevision: second.revision,
    });
    const { revision } = await queued(server, ada, second.id);
    const merged = await done(server, ada, second.id, 'merge', {
      revision,
      incidentId,
      incidentRevision: properties.revision,
      relation: 'agrees',
    });
    const { accounts } = (await json(server, `${ITEMS}/${incidentId}`)).properties;
    expect(accounts.map(({ says }: Answer) => says)).toEqual([
      'Seen from the bridge.',
      'Seen from a boat.',
      'Seen from the shore.',
    ]);
    expect(await json(server, first.path)).toMatchObject({ status: 'merged', incidentId });
    await done(server, ada, second.id, 'undo', { revision: merged.revision });
    expect(await bytesOf(incidentId)).toBe(before);
  });

  it('of two reports that wait publishes both in one incident', async () => {
    const first = await sendReport(server, ada, { summary: 'We sang.' });
    const second = await sendReport(server, ada, { summary: 'They sang.' });
    const into = { into: second.id, intoRevision: second.revision };
    const merge = (changed: object) =>
      act(server, ada, first.id, 'merge-report', { revision: first.revision, ...into, ...changed });
    await problem(await merge({ into: 'none' }), 404);
    await problem(await merge({ into: first.id }), 404);
    await problem(await merge({ intoRevision: 9 }), 412);
    expect((await merge({})).status).toBe(200);
    expect(await queued(server, ada, first.id)).toBeUndefined();
    const waiting = await queued(server, ada, second.id);
    expect(waiting.merged).toMatchObject([{ id: first.id }]);
    await problem(await merge({ revision: 2 }), 409);

    const { incidentId } = await done(server, ada, second.id, 'publish', {
      revision: waiting.revision,
    });
    const { accounts } = (await json(server, `${ITEMS}/${incidentId}`)).properties;
    expect(accounts.map(({ says }: Answer) => says)).toEqual(['They sang.', 'We sang.']);
    expect(await json(server, first.path)).toMatchObject({ status: 'published', incidentId });
  });
});

describe('an editor’s undo on the map', () => {
  const undo = async (incidentId: string, revision: number): Promise<Response> =>
    post(server, `/api/moderation/incidents/${incidentId}/undo`, { revision }, ada);
  const revisionOf = async (incidentId: string): Promise<number> =>
    (await (await server.get(`/api/moderation/incidents/${incidentId}`, { headers: ada })).json())
      .revision;

  it('of what a report published has the report wait again, and cannot be undone by itself', async () => {
    const { id, revision, path } = await sendReport(server, ada, { title: 'Ember walk' });
    const { incidentId } = await done(server, ada, id, 'publish', { revision });
    const undone = await undo(incidentId, await revisionOf(incidentId));
    expect(await undone.json()).toMatchObject({ isPublic: false });
    expect(await isPublic('Ember walk')).toEqual([false, false, false]);
    expect(await json(server, path)).toMatchObject({ status: 'pending', incidentId: null });
    const { detail } = await problem(await undo(incidentId, await revisionOf(incidentId)), 409);
    expect(detail).toContain('in the queue');
    expect(await isPublic('Ember walk')).toEqual([false, false, false]);
    const again = await queued(server, ada, id);
    await done(server, ada, id, 'publish', { revision: again.revision });
    expect(await isPublic('Ember walk')).toEqual([true, true, true]);
  });

  it('of a merge has the merged report wait again, and nothing of it stays', async () => {
    const { incidentId } = await published('Lanterns hung there.');
    const before = await bytesOf(incidentId);
    const { id, revision, path } = await sendReport(server, ada, { summary: 'None hung there.' });
    const incidentRevision = await revisionOf(incidentId);
    const body = { revision, incidentId, incidentRevision, relation: 'disputes' };
    await done(server, ada, id, 'merge', body);
    expect((await undo(incidentId, await revisionOf(incidentId))).status).toBe(200);
    expect(await bytesOf(incidentId)).toBe(before);
    expect(await json(server, path)).toMatchObject({ status: 'pending', incidentId: null });
    await problem(await undo(incidentId, await revisionOf(incidentId)), 409);
    expect(await bytesOf(incidentId)).toBe(before);
  });

  it('of a withdrawal brings back what a report published, and the report stays published', async () => {
    const { incidentId, id } = await published('Withdrawn by mistake.');
    const withdrawn = await server.get(`/api/moderation/incidents/${incidentId}`, {
      method: 'DELETE',
      headers: { 'Content-Type': 'application/json', ...ada },
      body: JSON.stringify({ revision: await revisionOf(incidentId), why: 'A mistake.' }),
    });
    expect(withdrawn.status).toBe(200);
    expect((await undo(incidentId, await revisionOf(incidentId))).status).toBe(200);
    expect((await server.get(`${ITEMS}/${incidentId}`)).status).toBe(200);
    expect(await queued(server, ada, id)).toBeUndefined();
  });
});
