import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ReportInput } from '../../../data/incident/schema.ts';
import { type Answer, json, post, problem, report, signIn, submit } from './requests.ts';
import { startTestServer, type TestServer } from './test-server.ts';

let server: TestServer;
let headers: Record<string, string>;
let path: string;
let title: string;
let count = 0;
beforeAll(async () => {
  server = await startTestServer();
  headers = await signIn(server);
});
afterAll(() => server.stop());
beforeEach(async () => {
  title = `Report ${++count}`;
  path = await submit(server, report({ title }));
});

function put(body: ReportInput, ifMatch?: string) {
  return server.get(path, {
    method: 'PUT',
    headers: {
      'Content-Type': 'application/geo+json',
      ...(ifMatch === undefined ? {} : { 'If-Match': ifMatch }),
    },
    body: JSON.stringify(body),
  });
}

async function queued(wanted = title): Promise<Answer> {
  const { reports } = await (await server.get('/api/moderation/queue', { headers })).json();
  return reports.find((r: Answer) => r.feature.properties.title === wanted);
}

async function act(name: string, body: object, wanted = title): Promise<void> {
  const { id, revision } = await queued(wanted);
  const sent = { revision, ...body };
  const response = await post(server, `/api/moderation/reports/${id}/${name}`, sent, headers);
  expect(response.status, await response.text()).toBeLessThan(300);
}

describe('a reporter, by their private link', () => {
  it('sees what has become of the report', async () => {
    expect(await json(server, path)).toEqual({
      status: 'pending',
      receivedOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      revision: 1,
      message: null,
      incidentId: null,
      publishesOn: null,
      takenOff: null,
      feature: expect.objectContaining({ type: 'Feature' }),
      warnings: [],
      thread: [],
      photos: [],
    });
  });

  it('corrects it, and the moderators see the correction', async () => {
    const read = await server.get(path);
    const tag = read.headers.get('etag') ?? '';
    expect(tag).toBe('"1"');
    const response = await put(report({ title: `${title}, corrected` }), tag);
    expect(response.status).toBe(200);
    const corrected = await response.json();
    expect(corrected).toMatchObject({ status: 'pending', revision: 2 });
    expect(corrected).toEqual(await json(server, path));
    expect(await queued()).toBeUndefined();
    expect((await queued(`${title}, corrected`)).revision).toBe(2);
  });

  it('corrects only what they read, where they say what that was', async () => {
    await problem(await put(report(), '"7"'), 412);
    await problem(await put(report(), 'W/"1"'), 400);
    await problem(await put(report({ title: '' }), '"1"'), 422);
    expect((await put(report({ title: 'Any' }), '*')).status).toBe(200);
  });

  it('sees their own words, whatever an editor makes of them', async () => {
    const { id, revision } = await queued();
    const feature = report({ title: `${title}, edited` });
    const edited = await server.get(`/api/moderation/reports/${id}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify({ revision, feature }),
    });
    expect(edited.status, await edited.text()).toBe(200);
    expect((await json(server, path)).feature.properties.title).toBe(title);
    // A correction stands in the place of both.
    await put(report({ title: `${title}, corrected` }));
    const row = await queued(`${title}, corrected`);
    expect(row.original ?? null).toBeNull();
  });

  it('has a moderator decide on nothing but what they read', async () => {
    const { id, revision } = await queued();
    await put(report({ title: `${title}, changed` }));
    const decided = await post(
      server,
      `/api/moderation/reports/${id}/publish`,
      { revision },
      headers,
    );
    await problem(decided, 412);
  });

  it('is asked, and answers', async () => {
    await act('ask', { text: 'On which corner was it?' });
    const asked = await json(server, path);
    expect(asked.thread).toEqual([
      { from: 'moderator', text: 'On which corner was it?', on: asked.receivedOn },
    ]);
    expect(JSON.stringify(asked)).not.toContain('Ada');
    expect((await post(server, `${path}/answers`, { text: 'The north-east one.' })).status).toBe(
      204,
    );
    expect((await json(server, path)).thread.map((m: Answer) => [m.from, m.text])).toEqual([
      ['moderator', 'On which corner was it?'],
      ['reporter', 'The north-east one.'],
    ]);
    expect((await queued()).thread).toHaveLength(2);
  });

  it.each([{}, { text: '' }, { text: 'x'.repeat(2001) }, { text: 'x', more: 1 }])(
    'has no answer to send that breaks a rule: %j',
    async (body) => {
      await problem(await post(server, `${path}/answers`, body), 422);
    },
  );

  it('writes so many answers and no more', async () => {
    for (let i = 0; i < 50; i++) {
      expect((await post(server, `${path}/answers`, { text: `Answer ${i}` })).status).toBe(204);
    }
    await problem(await post(server, `${path}/answers`, { text: 'One more' }), 409);
  });

  it('takes a pending one back, and nothing is left of it', async () => {
    expect((await server.get(path, { method: 'DELETE' })).status).toBe(204);
    const gone = await server.get(path);
    const unknown = await server.get('/api/reports/AAAAAAAAAAAAAAAAAAAAAA');
    expect(await gone.text()).toBe(await unknown.text());
    await problem(await server.get(path, { method: 'DELETE' }), 404);
    await problem(await put(report()), 404);
    await problem(await post(server, `${path}/answers`, { text: 'Hello' }), 404);
    expect(await queued()).toBeUndefined();
  });

  it('takes a scheduled one back before it is public', async () => {
    const occurredAt = new Date(Date.now() - 3_600_000).toISOString();
    path = await submit(server, report({ title: `${title} raid`, category: 'raid', occurredAt }));
    await act('publish', {}, `${title} raid`);
    const scheduled = await json(server, path);
    expect(scheduled).toMatchObject({ status: 'scheduled', incidentId: null });
    expect(scheduled.publishesOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect((await server.get(path, { method: 'DELETE' })).status).toBe(204);
    await problem(await server.get(path), 404);
  });

  it('has a rejected one erased at once', async () => {
    await act('reject', { message: 'It is told already.' });
    expect(await json(server, path)).toMatchObject({
      status: 'rejected',
      message: 'It is told already.',
    });
    await problem(await put(report()), 409);
    await problem(await post(server, `${path}/answers`, { text: 'But' }), 409);
    expect((await server.get(path, { method: 'DELETE' })).status).toBe(204);
    await problem(await server.get(path), 404);
  });

  it('cannot take back what is public', async () => {
    await act('publish', {});
    expect(await json(server, path)).toMatchObject({ status: 'published' });
    await problem(await server.get(path, { method: 'DELETE' }), 409);
    await problem(await put(report()), 409);
  });

  it('is heard by no other method, and by no other site', async () => {
    await problem(await server.get(path, { method: 'PATCH' }), 405);
    expect((await server.get(path)).headers.get('access-control-allow-origin')).toBeNull();
  });
});
