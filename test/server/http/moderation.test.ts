import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, ITEMS, json, post, problem, report, signIn, submit } from './requests.ts';
import { startTestServer, type TestServer } from './test-server.ts';

const SESSION = '/api/moderation/session';
const QUEUE = '/api/moderation/queue';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

async function firstQueued(headers: Record<string, string>): Promise<Answer> {
  const queue = await (await server.get(QUEUE, { headers })).json();
  return queue.reports[0];
}

describe('signing in', () => {
  it('works once a link', async () => {
    const token = new URL(await server.moderatorLink('Ada')).hash.slice(1);
    const first = await post(server, SESSION, { token });
    expect(first.status).toBe(204);
    const cookie = first.headers.get('set-cookie') ?? '';
    for (const attribute of ['HttpOnly', 'SameSite=Strict', 'Path=/']) {
      expect(cookie).toContain(attribute);
    }
    expect(cookie).not.toContain('Secure');
    const headers = { Cookie: cookie.split(';')[0] ?? '' };
    expect(await (await server.get(SESSION, { headers })).json()).toEqual({ name: 'Ada' });
    await problem(await post(server, SESSION, { token }), 410);
  });

  it('is refused for a link that was never made', async () => {
    await problem(await post(server, SESSION, { token: 'A'.repeat(43) }), 404);
    await problem(await post(server, SESSION, { token: '../x' }), 404);
    await problem(await post(server, SESSION, { token: 7 }), 422);
  });

  it('is refused from another site', async () => {
    const token = new URL(await server.moderatorLink('Ada')).hash.slice(1);
    for (const headers of [
      { Origin: 'https://evil.example' },
      { 'Sec-Fetch-Site': 'cross-site' },
    ]) {
      await problem(await post(server, SESSION, { token }, headers), 403);
    }
    expect((await post(server, SESSION, { token })).status).toBe(204);
  });

  it('gives a Secure cookie where the map is public over https', async () => {
    const secure = await startTestServer({ PUBLIC_URL: 'https://map.example.org' });
    const token = new URL(await secure.moderatorLink('Ada')).hash.slice(1);
    const cookie = (await post(secure, SESSION, { token })).headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^__Host-session=.*; Secure$/);
    await secure.stop();
  });

  it('ends with signing out', async () => {
    const headers = await signIn(server);
    expect((await server.get(SESSION, { method: 'DELETE', headers })).status).toBe(204);
    expect(await (await server.get(SESSION, { headers })).json()).toEqual({ name: null });
    await problem(await server.get(QUEUE, { headers }), 401);
  });
});

describe('without a session', () => {
  it('the session has no name', async () => {
    const response = await server.get(SESSION);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual({ name: null });
  });

  it.each(['/queue', '/no-such', '/..%2fcollections'])(
    '%s says only that one is needed',
    async (path) => {
      const response = await server.get(`/api/moderation${path}`);
      expect(response.headers.get('www-authenticate')).toBeTruthy();
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
      await problem(response, 401);
    },
  );

  it('nothing can be decided', async () => {
    await problem(await post(server, '/api/moderation/reports/x/publish', { revision: 1 }), 401);
    const headers = { Cookie: `session=${'A'.repeat(43)}`, Origin: server.publicUrl };
    await problem(await server.get(QUEUE, { headers }), 401);
  });
});

describe('a moderator', () => {
  it('rejects with a message to the reporter', async () => {
    const path = await submit(server);
    const headers = await signIn(server);
    const { id, revision } = await firstQueued(headers);
    const reject = `/api/moderation/reports/${id}/reject`;
    const body = { revision, message: 'It is on the map already.' };
    expect((await post(server, reject, body, headers)).status).toBe(204);
    expect(await json(server, path)).toMatchObject({
      status: 'rejected',
      message: 'It is on the map already.',
      incidentId: null,
    });
    await problem(await post(server, reject, body, headers), 409);
    await problem(await server.get(path, { method: 'DELETE' }), 409);
  });

  it('is told of a report that is not there, or has changed', async () => {
    await submit(server);
    const headers = await signIn(server);
    const { id, revision } = await firstQueued(headers);
    const publish = (name: string, seen: unknown) =>
      post(server, `/api/moderation/reports/${name}/publish`, { revision: seen }, headers);
    await problem(await publish('no-such', 1), 404);
    await problem(await publish(id, revision + 1), 412);
    const { errors } = await problem(await publish(id, 'one'), 422);
    expect(errors[0].pointer).toBe('/revision');
    expect((await publish(id, revision)).status).toBe(200);
    await problem(await publish(id, revision), 409);
  });

  it('is told apart from another site that uses their browser', async () => {
    await submit(server);
    const { Cookie = '' } = await signIn(server);
    const { id, revision } = await firstQueued({ Cookie });
    const publish = `/api/moderation/reports/${id}/publish`;
    const elsewhere: Record<string, string>[] = [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { Origin: `${server.publicUrl}.evil.example` },
      { 'Sec-Fetch-Site': 'cross-site', Origin: server.publicUrl },
      { 'Sec-Fetch-Site': 'same-site' },
      {},
    ];
    for (const headers of elsewhere) {
      await problem(await post(server, publish, { revision }, { Cookie, ...headers }), 403);
      await problem(await post(server, ITEMS, report(), { Cookie, ...headers }), 403);
    }
    const ours = { Cookie, 'Sec-Fetch-Site': 'same-origin' };
    expect((await post(server, publish, { revision }, ours)).status).toBe(200);
  });

  it('gets answers that no cache keeps', async () => {
    const headers = await signIn(server);
    const response = await server.get(QUEUE, { headers });
    expect(response.headers.get('cache-control')).toBe('no-store');
  });
});
