import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { MOST_FOR_A_NAME } from '../../../../server/domain/passphrase-attempts.ts';
import { type Answer, cookieOf, post, problem, signIn } from '../requests.ts';
import { startTestServer, type TestServer } from '../test-server.ts';
import { startWithAda } from './staff.ts';

const SESSION = '/api/moderation/session';
const PASSPHRASE = 'lake street in January';
const MINUTE = 60_000;

const clock = { now: Date.parse('2026-02-01T12:00:00-06:00') };
let server: TestServer;
let ada: Record<string, string>;
beforeAll(async () => {
  ({ server, ada } = await startWithAda(() => clock.now));
});
afterEach(() => {
  clock.now += 16 * MINUTE;
});
afterAll(() => server.stop());

function set(passphrase: unknown, headers: Record<string, string>): Promise<Response> {
  return server.get('/api/moderation/passphrase', {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify({ passphrase }),
  });
}

const enter = (name: string, passphrase: string) => post(server, SESSION, { name, passphrase });

describe('a passphrase', () => {
  it('signs in once it is set', async () => {
    expect((await set(PASSPHRASE, ada)).status).toBe(204);
    const headers = cookieOf(server, await enter('Ada', PASSPHRASE));
    const session: Answer = await (await server.get(SESSION, { headers })).json();
    expect(session).toMatchObject({ name: 'Ada', hasPassphrase: true });
  });

  it('may be written with letters in another form of Unicode', async () => {
    const grace = await signIn(server, 'Grace');
    expect((await set(`${'é'.normalize('NFC')} on Franklin Avenue`, grace)).status).toBe(204);
    cookieOf(server, await enter('Grace', `${'é'.normalize('NFD')} on Franklin Avenue`));
  });

  it('ends the other sessions of whoever sets it', async () => {
    const stolen = await signIn(server, 'Dorothy');
    const own = await signIn(server, 'Dorothy');
    expect((await set(PASSPHRASE, own)).status).toBe(204);
    await problem(await server.get('/api/moderation/queue', { headers: stolen }), 401);
    expect((await server.get('/api/moderation/queue', { headers: own })).status).toBe(200);
  });

  it.each(['eleven char', 'a'.repeat(40), 'x'.repeat(401), 12])('cannot be %j', async (text) => {
    const { errors } = await problem(await set(text, ada), 422);
    expect(errors[0].pointer).toBe('/passphrase');
  });

  it('is answered the same where it is wrong, where there is none, and where nobody has the name', async () => {
    await signIn(server, 'Mary');
    const answers = [];
    for (const name of ['Ada', 'Mary', 'Nobody here']) {
      const { detail } = await problem(await enter(name, 'not it, not it at all'), 401);
      answers.push(detail);
    }
    expect(new Set(answers)).toEqual(new Set(['The name or the passphrase is wrong.']));
  });

  it.each([
    ['of somebody', 'Ada', 204],
    ['that nobody has', 'Nobody here', 401],
  ])(
    'is tried five times for a name %s, and again after a quarter of an hour',
    async (_, name, status) => {
      for (let i = 0; i < MOST_FOR_A_NAME; i++) {
        const written = i === 0 ? name.toUpperCase() : name;
        await problem(await enter(written, 'not it, not it at all'), 401);
      }
      const response = await enter(name, PASSPHRASE);
      expect(response.headers.get('retry-after')).toBe('900');
      await problem(response, 429);
      cookieOf(server, await enter('Dorothy', PASSPHRASE));
      clock.now += 15 * MINUTE;
      expect((await enter(name, PASSPHRASE)).status).toBe(status);
    },
  );

  it('leaves in the audit log how many failed, and neither names nor tries', async () => {
    await enter('Nobody here', 'a secret typed wrongly');
    const audit = await server.get('/api/moderation/audit', { headers: ada });
    const text = await audit.text();
    expect(JSON.parse(text).entries[0]).toMatchObject({
      by: 'the map',
      act: 'passphrase.failed',
      detail: { count: expect.any(Number) },
    });
    expect(text).not.toMatch(/Nobody|typed wrongly|lake street/);
  });

  it('that was wrong is counted over a restart', async () => {
    const first = await startTestServer();
    await signIn(first, 'Ada');
    await problem(await post(first, SESSION, { name: 'Ada', passphrase: PASSPHRASE }), 401);
    const second = await first.restart();
    const headers = await signIn(second, 'Ada');
    const audit: Answer = await (await second.get('/api/moderation/audit', { headers })).json();
    const failed = audit.entries.filter(({ act }: Answer) => act === 'passphrase.failed');
    expect(failed).toMatchObject([{ detail: { count: 1 } }]);
    await second.stop();
  });
});
