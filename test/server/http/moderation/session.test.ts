import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Answer, cookieOf, post, problem, signIn } from '../requests.ts';
import { startTestServer, type TestServer } from '../test-server.ts';

const SESSION = '/api/moderation/session';
const SESSIONS = '/api/moderation/sessions';
const QUEUE = '/api/moderation/queue';
const NOBODY = { name: null, role: null, passkeys: 0, hasPassphrase: false };
const HOUR = 3_600_000;
const START = Date.parse('2026-02-01T12:00:00-06:00');

const clock = { now: START };
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({}, [], () => clock.now);
});
beforeEach(() => {
  clock.now = START;
});
afterAll(() => server.stop());

async function linkToken(name: string): Promise<string> {
  return new URL(await server.moderatorLink(name)).hash.slice(1);
}

async function read(path: string, headers: Record<string, string>): Promise<Answer> {
  return (await server.get(path, { headers })).json();
}

const end = (path: string, headers: Record<string, string>) =>
  server.get(path, { method: 'DELETE', headers });

describe('signing in', () => {
  it('works once a link', async () => {
    const token = await linkToken('Ada');
    const first = await post(server, SESSION, { token });
    const cookie = first.headers.get('set-cookie') ?? '';
    for (const attribute of ['HttpOnly', 'SameSite=Strict', 'Path=/']) {
      expect(cookie).toContain(attribute);
    }
    expect(cookie).not.toContain('Secure');
    const headers = cookieOf(server, first);
    expect(await read(SESSION, headers)).toEqual({
      name: 'Ada',
      role: 'administrator',
      passkeys: 0,
      hasPassphrase: false,
    });
    await problem(await post(server, SESSION, { token }), 410);
  });

  it('is refused for a link that was never made', async () => {
    await problem(await post(server, SESSION, { token: 'A'.repeat(43) }), 404);
    await problem(await post(server, SESSION, { token: '../x' }), 404);
    await problem(await post(server, SESSION, { token: 7 }), 422);
    await problem(await post(server, SESSION, 'null'), 422);
  });

  it('is refused for a link that is a day old', async () => {
    const token = await linkToken('Ada');
    clock.now += 24 * HOUR;
    await problem(await post(server, SESSION, { token }), 410);
  });

  it('is refused for a lost link once there is a newer one', async () => {
    const lost = await linkToken('Ada');
    const token = await linkToken('Ada');
    await problem(await post(server, SESSION, { token: lost }), 410);
    cookieOf(server, await post(server, SESSION, { token }));
  });

  it('is refused from another site', async () => {
    const token = await linkToken('Ada');
    for (const headers of [
      { Origin: 'https://evil.example' },
      { 'Sec-Fetch-Site': 'cross-site' },
    ]) {
      await problem(await post(server, SESSION, { token }, headers), 403);
    }
    cookieOf(server, await post(server, SESSION, { token }));
  });

  it('gives a Secure cookie where the map is public over https', async () => {
    const secure = await startTestServer({ PUBLIC_URL: 'https://map.example.org' });
    const token = new URL(await secure.moderatorLink('Ada')).hash.slice(1);
    const cookie = (await post(secure, SESSION, { token })).headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^__Host-session=.*; Secure$/);
    await secure.stop();
  });
});

describe('a session', () => {
  it('ends with signing out', async () => {
    const headers = await signIn(server);
    expect((await end(SESSION, headers)).status).toBe(204);
    expect(await read(SESSION, headers)).toEqual(NOBODY);
    await problem(await server.get(QUEUE, { headers }), 401);
  });

  it('ends after twelve hours', async () => {
    const headers = await signIn(server);
    clock.now += 12 * HOUR - 1;
    expect((await server.get(QUEUE, { headers })).status).toBe(200);
    clock.now += 1;
    await problem(await server.get(QUEUE, { headers }), 401);
  });

  it('is listed, and ended from another device by its owner alone', async () => {
    const here = await signIn(server, 'Dorothy');
    const there = await signIn(server, 'Dorothy');
    const sessions = await read(SESSIONS, here);
    expect(sessions).toHaveLength(2);
    const own = sessions.filter(({ current }: Answer) => current);
    const [other] = sessions.filter(({ current }: Answer) => !current);
    expect(own).toHaveLength(1);
    expect(other).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{16}$/),
      startedOn: '2026-02-01',
      expiresAt: '2026-02-02T00:00:00-06:00',
      current: false,
    });
    await problem(await end(`${SESSIONS}/${other.id}`, await signIn(server, 'Grace')), 404);
    expect((await end(`${SESSIONS}/${other.id}`, here)).status).toBe(204);
    await problem(await server.get(QUEUE, { headers: there }), 401);
    expect((await server.get(QUEUE, { headers: here })).status).toBe(200);
    await problem(await end(`${SESSIONS}/${other.id}`, here), 404);
  });

  it('cannot be used by another site that has the browser send its cookie', async () => {
    const { Cookie = '' } = await signIn(server);
    const [{ id }] = await read(SESSIONS, { Cookie });
    const elsewhere: Record<string, string>[] = [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'same-site' },
      {},
    ];
    for (const headers of elsewhere) {
      await problem(await end(`${SESSIONS}/${id}`, { Cookie, ...headers }), 403);
    }
    expect((await server.get(QUEUE, { headers: { Cookie } })).status).toBe(200);
  });
});

describe('without a session', () => {
  it('the session has no name', async () => {
    const response = await server.get(SESSION);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual(NOBODY);
  });

  it.each(['queue', 'people', 'audit', 'sessions', 'passkeys', 'no-such', '..%2fcollections'])(
    '/api/moderation/%s says only that one is needed',
    async (path) => {
      const response = await server.get(`/api/moderation/${path}`);
      expect(response.headers.get('www-authenticate')).toBeTruthy();
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
      await problem(response, 401);
    },
  );
});
