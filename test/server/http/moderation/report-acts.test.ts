import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, ITEMS, json, post, problem, report, signIn, submit } from '../requests.ts';
import { startTestServer, type TestServer } from '../test-server.ts';
import { act, done, put, queued, queueOf, sendReport } from './desk.ts';
import { startWithTwo } from './staff.ts';

let server: TestServer;
let ada: Record<string, string>;
let grace: Record<string, string>;
beforeAll(async () => {
  ({ server, ada, grace } = await startWithTwo());
});
afterAll(() => server.stop());

describe('the queue', () => {
  it('goes on after a cursor, and tells of one report by its id while it waits', async () => {
    const { id, revision } = await sendReport(server, ada);
    const whole = await queueOf(server, ada);
    expect(whole.next).toBeNull();
    const path = '/api/moderation/reports';
    const one = await (await server.get(`${path}/${id}`, { headers: grace })).json();
    expect(one).toEqual(whole.reports.find((entry: Answer) => entry.id === id));
    for (const cursor of ['0', 'x', '-1', '']) {
      const wrong = await server.get(`/api/moderation/queue?cursor=${cursor}`, { headers: ada });
      await problem(wrong, 400);
    }
    const beyond = await server.get('/api/moderation/queue?cursor=99999', { headers: ada });
    expect(await beyond.json()).toMatchObject({ reports: [], total: 1, before: 1, next: null });
    await done(server, ada, id, 'reject', { revision });
    await problem(await server.get(`${path}/${id}`, { headers: ada }), 404);
    await problem(await server.get(`${path}/${id}`), 401);
  });
});

describe('two moderators', () => {
  it('do not collide over a report that one of them has claimed', async () => {
    const { id, revision } = await sendReport(server, ada);
    expect(await done(server, ada, id, 'claim', { revision })).toEqual({
      revision,
      status: 'pending',
      incidentId: null,
    });
    expect(await queued(server, ada, id)).toMatchObject({
      claimedBy: 'Ada',
      claimedByYou: true,
      claimedUntil: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d/),
    });
    expect(await queued(server, grace, id)).toMatchObject({
      claimedBy: 'Ada',
      claimedByYou: false,
    });
    for (const [name, body] of [
      ['claim', { revision }],
      ['publish', { revision }],
      ['reject', { revision }],
      ['ask', { revision, text: 'Which day?' }],
      ['release', {}],
    ] as const) {
      const { detail } = await problem(await act(server, grace, id, name, body), 409);
      expect(detail, name).toContain('Ada');
    }
    await done(server, ada, id, 'release', {});
    expect(await queued(server, grace, id)).toMatchObject({ claimedBy: null, claimedUntil: null });
    expect(await done(server, grace, id, 'reject', { revision })).toMatchObject({
      status: 'rejected',
    });
  });

  it('who decide at the same moment: one does, the other is told', async () => {
    for (let round = 0; round < 10; round++) {
      const { id, revision } = await sendReport(server, ada);
      const answers = await Promise.all([
        act(server, ada, id, 'publish', { revision }),
        act(server, grace, id, 'reject', { revision, message: 'No.' }),
        act(server, grace, id, 'publish', { revision }),
      ]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    }
  });

  it('see no note of each other anywhere but in the queue', async () => {
    const { id, revision, path } = await sendReport(server, ada);
    await done(server, ada, id, 'notes', { text: 'Sounds like zanzibarium.' });
    expect((await queued(server, grace, id)).notes).toEqual([
      {
        by: 'Ada',
        on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        text: 'Sounds like zanzibarium.',
      },
    ]);
    const { incidentId } = await done(server, grace, id, 'publish', { revision });
    for (const address of [
      path,
      `${ITEMS}/${incidentId}`,
      '/api/incidents.geojsonl',
      '/api/view',
    ]) {
      expect(await (await server.get(address)).text(), address).not.toContain('zanzibarium');
    }
  });
});

describe('a moderator', () => {
  it('asks, and the reporter reads the question by their private link', async () => {
    const { id, revision, path } = await sendReport(server, ada);
    const asked = await done(server, ada, id, 'ask', { revision, text: 'Which gate?' });
    expect(asked.revision).toBeGreaterThan(revision);
    expect(await json(server, path)).toMatchObject({
      status: 'pending',
      thread: [{ from: 'moderator', text: 'Which gate?' }],
    });
    expect((await queued(server, ada, id)).thread).toMatchObject([{ text: 'Which gate?' }]);
    await problem(await act(server, ada, id, 'publish', { revision }), 412);
  });

  it('edits what will be published, and the reporter’s words stay beside it', async () => {
    const title = 'Vigil that is edited';
    const { id, revision } = await sendReport(server, ada, { title });
    const feature = report({ title: 'Vigil at the lake shore' });
    const response = await put(server, ada, id, { revision, feature });
    const edited = await response.json();
    expect(response.status).toBe(200);
    expect(await queued(server, ada, id)).toMatchObject({
      revision: edited.revision,
      feature: { properties: { title: 'Vigil at the lake shore' } },
      original: { properties: { title } },
      preview: { properties: { title: 'Vigil at the lake shore' } },
    });
    await problem(await put(server, ada, id, { revision, feature }), 412);
    const { incidentId } = await done(server, ada, id, 'publish', { revision: edited.revision });
    expect(await (await server.get(`${ITEMS}/${incidentId}`)).text()).not.toContain(title);
  });

  it('cannot edit a report into one that breaks a rule', async () => {
    const { id, revision } = await sendReport(server, ada);
    const feature = report({ title: '' });
    const { errors } = await problem(await put(server, ada, id, { revision, feature }), 422);
    expect(errors[0].pointer).toBe('/feature/properties/title');
    await problem(await put(server, ada, id, { revision }), 422);
  });

  it('is stopped by warnings of what an edit adds, until each was looked at', async () => {
    const { id, revision } = await sendReport(server, ada, { summary: 'Call 612-555-0142.' });
    const standing = report({ title: 'Vigil, edited once', summary: 'Call 612-555-0142.' });
    const response = await put(server, ada, id, { revision, feature: standing });
    expect(response.status).toBe(200);
    const next = { revision: revision + 1, feature: report({ title: 'Call 612-555-0143' }) };
    const { errors } = await problem(await put(server, ada, id, next), 422);
    expect(errors).toMatchObject([{ pointer: '/properties/title' }]);
    const allow = ['/properties/title'];
    expect((await put(server, ada, id, { ...next, allow })).status).toBe(200);
  });

  it('is stopped by warnings until each was looked at', async () => {
    const { id, revision } = await sendReport(server, ada, { summary: 'Call 612-555-0142.' });
    const [warning] = (await queued(server, ada, id)).warnings;
    expect(warning.pointer).toBe('/properties/summary');
    const refused = await problem(await act(server, ada, id, 'publish', { revision }), 422);
    expect(refused.errors).toEqual([warning]);
    expect(JSON.stringify(refused)).not.toContain('555');
    await done(server, ada, id, 'publish', { revision, allow: ['/properties/summary'] });
  });

  it('decides how sure the map is', async () => {
    const { id, revision } = await sendReport(server, ada);
    const body = { revision, verification: 'verified' };
    const { incidentId } = await done(server, ada, id, 'publish', body);
    const { properties } = await json(server, `${ITEMS}/${incidentId}`);
    expect(properties.verification).toBe('verified');
    const { errors } = await problem(
      await act(server, ada, id, 'publish', { revision, verification: 'sure' }),
      422,
    );
    expect(errors[0].pointer).toBe('/verification');
  });

  it('rejects two hundred at once; what changed since is told and left', async () => {
    const own = await startTestServer();
    const headers = await signIn(own);
    const paths = await Promise.all(
      Array.from({ length: 201 }, (_, index) => submit(own, report({ title: `Spam ${index}` }))),
    );
    const { reports, total } = await queueOf(own, headers);
    expect(total).toBe(201);
    const [kept, ...rest] = reports.map(({ id, revision }: Answer) => ({ id, revision }));
    const body = {
      reports: [...rest, { ...kept, revision: 9 }, { id: 'none', revision: 1 }],
      message: 'This is no place for advertising.',
    };
    const answer = await (await post(own, '/api/moderation/reject', body, headers)).json();
    expect(answer.done).toEqual(
      rest.map(({ id, revision }: Answer) => ({ id, revision: revision + 1 })),
    );
    expect(answer.refused).toEqual([
      { id: kept.id, why: expect.stringContaining('has changed') },
      { id: 'none', why: 'No such report.' },
    ]);
    const left = await queueOf(own, headers);
    expect(left.reports.map(({ id }: Answer) => id)).toEqual([kept.id]);
    const told = await Promise.all(paths.map((path) => json(own, path)));
    expect(told.filter(({ status }) => status === 'rejected')).toHaveLength(200);
    expect(told.find(({ status }) => status === 'rejected')?.message).toBe(body.message);
    await own.stop();
  });
});

describe('a moderator who is no editor', () => {
  it('neither edits nor merges, nor takes a merge back', async () => {
    const first = await sendReport(server, ada);
    const second = await sendReport(server, ada);
    const { revision } = first;
    const feature = report({ title: 'Another title' });
    await problem(await put(server, grace, first.id, { revision, feature }), 403);
    const { incidentId } = await done(server, grace, first.id, 'publish', { revision });
    const { properties } = await json(server, `${ITEMS}/${incidentId}`);
    const body = {
      revision: second.revision,
      incidentId,
      incidentRevision: properties.revision,
      relation: 'agrees',
    };
    const { detail } = await problem(await act(server, grace, second.id, 'merge', body), 403);
    expect(detail).toContain('editor');
    const merged = await done(server, ada, second.id, 'merge', body);
    const undo = { revision: merged.revision };
    await problem(await act(server, grace, second.id, 'undo', undo), 403);
    await done(server, ada, second.id, 'undo', undo);
  });
});

describe('an act', () => {
  it.each([
    ['claim', {}],
    ['ask', { revision: 1 }],
    ['notes', { text: '' }],
    ['publish', { revision: 1, photos: [{ id: 'x' }] }],
    ['reject', { revision: 1, message: 'x'.repeat(601) }],
    ['merge', { revision: 1 }],
    ['merge-report', { revision: 1 }],
    ['undo', { revision: 0 }],
    ['publish', { revision: 1, forced: true }],
  ])('%s is refused where its body breaks a rule', async (name, body) => {
    await problem(await act(server, ada, 'none', name, body), 422);
  });

  it('on a report that is not there is told so', async () => {
    for (const name of ['claim', 'publish', 'reject', 'undo']) {
      await problem(await act(server, ada, 'none', name, { revision: 1 }), 404);
    }
    await problem(await act(server, ada, 'none', 'notes', { text: 'Hm.' }), 404);
    await problem(await act(server, ada, 'none', 'no-such', {}), 404);
  });

  it('names no photo of another report', async () => {
    const { id, revision } = await sendReport(server, ada);
    const photos = [{ id: 'a-photo', alt: 'A crowd.' }];
    const { errors } = await problem(
      await act(server, ada, id, 'publish', { revision, photos }),
      422,
    );
    expect(errors[0].pointer).toBe('/photos/0/id');
  });
});
