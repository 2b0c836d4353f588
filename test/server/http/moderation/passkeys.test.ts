import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, cookieOf, post, problem, signIn } from '../requests.ts';
import type { TestServer } from '../test-server.ts';
import { SoftwareAuthenticator } from './software-authenticator.ts';
import { startWithAda } from './staff.ts';

const SESSION = '/api/moderation/session';
const PASSKEYS = '/api/moderation/passkeys';
const MINUTE = 60_000;

const clock = { now: Date.parse('2026-02-01T12:00:00-06:00') };
let server: TestServer;
let ada: Record<string, string>;
beforeAll(async () => {
  ({ server, ada } = await startWithAda(() => clock.now));
});
afterAll(() => server.stop());

async function options(path: string, headers = {}): Promise<Answer> {
  const response = await post(server, path, {}, headers);
  expect(response.status).toBe(200);
  return response.json();
}

const addingOptions = (headers: Record<string, string>) => options(`${PASSKEYS}/options`, headers);
const signInOptions = () => options(`${SESSION}/passkey-options`);
const enter = (answer: unknown) => post(server, `${SESSION}/passkey`, answer);

/** Adds a passkey to whoever sends these headers. */
async function added(headers = ada): Promise<SoftwareAuthenticator> {
  const authenticator = new SoftwareAuthenticator(server.publicUrl);
  const made = authenticator.create(await addingOptions(headers));
  expect((await post(server, PASSKEYS, made, headers)).status).toBe(204);
  return authenticator;
}

async function passkeysOf(headers: Record<string, string>): Promise<Answer> {
  return (await server.get(PASSKEYS, { headers })).json();
}

describe('adding a passkey', () => {
  it('asks for one that is found by the name of this map, and knows its owner by random bytes', async () => {
    const asked = await addingOptions(ada);
    expect(asked).toMatchObject({
      rp: { id: 'localhost' },
      user: { name: 'Ada' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
      attestation: 'none',
    });
    expect(Buffer.from(asked.user.id, 'base64url')).toHaveLength(32);
    expect((await addingOptions(ada)).user.id).toBe(asked.user.id);
  });

  it('shows it to its owner, who may delete it', async () => {
    const grace = await signIn(server, 'Grace');
    const authenticator = await added(grace);
    const [passkey] = await passkeysOf(grace);
    expect(passkey).toMatchObject({ addedOn: '2026-02-01', transports: ['internal'] });
    const path = `${PASSKEYS}/${passkey.id}`;
    await problem(await server.get(path, { method: 'DELETE', headers: ada }), 404);
    expect((await server.get(path, { method: 'DELETE', headers: grace })).status).toBe(204);
    expect(await passkeysOf(grace)).toEqual([]);
    await problem(await enter(authenticator.get(await signInOptions())), 401);
  });

  it('is refused for what another was asked, from another site, and a second time', async () => {
    const mary = await signIn(server, 'Mary');
    const own = new SoftwareAuthenticator(server.publicUrl);
    const add = (made: unknown) => post(server, PASSKEYS, made, mary);
    await problem(await add(own.create(await addingOptions(ada))), 422);
    const elsewhere = new SoftwareAuthenticator('https://evil.example');
    await problem(await add(elsewhere.create(await addingOptions(mary))), 422);
    const asked = await addingOptions(mary);
    expect((await add(own.create(asked))).status).toBe(204);
    await problem(await add(new SoftwareAuthenticator(server.publicUrl).create(asked)), 422);
    await problem(await add(own.create(await addingOptions(mary))), 409);
    await problem(await add({ id: 'x' }), 422);
    expect(await passkeysOf(mary)).toHaveLength(1);
  });
});

describe('signing in with a passkey', () => {
  it('needs no name', async () => {
    const authenticator = await added();
    const asked = await signInOptions();
    expect(asked).toMatchObject({ rpId: 'localhost', userVerification: 'preferred' });
    expect(asked.allowCredentials ?? []).toEqual([]);
    const headers = cookieOf(server, await enter(authenticator.get(asked)));
    const session: Answer = await (await server.get(SESSION, { headers })).json();
    expect(session.name).toBe('Ada');
    expect(session.passkeys).toBeGreaterThan(0);
  });

  it('works again with a key that does not count', async () => {
    const authenticator = await added();
    authenticator.counts = false;
    cookieOf(server, await enter(authenticator.get(await signInOptions())));
    cookieOf(server, await enter(authenticator.get(await signInOptions())));
  });

  it('works once an answer, also where it is sent twice at a time', async () => {
    const authenticator = await added();
    authenticator.counts = false;
    const answer = authenticator.get(await signInOptions());
    const statuses = (await Promise.all([enter(answer), enter(answer)])).map((r) => r.status);
    expect(statuses.sort()).toEqual([204, 401]);
    await problem(await enter(answer), 401);
  });

  it('is refused to a copied key, which counts from where it was copied', async () => {
    const authenticator = await added();
    cookieOf(server, await enter(authenticator.get(await signInOptions())));
    authenticator.counter = 0;
    await problem(await enter(authenticator.get(await signInOptions())), 401);
  });

  it('is refused after five minutes, and for a challenge that was never given', async () => {
    const authenticator = await added();
    const asked = await signInOptions();
    const forged = Buffer.from(asked.challenge, 'base64url');
    forged.writeUInt8((forged.at(-1) ?? 0) ^ 1, forged.length - 1);
    await problem(
      await enter(authenticator.get({ ...asked, challenge: forged.toString('base64url') })),
      401,
    );
    await problem(await enter(authenticator.get({ ...asked, challenge: 'AAAA' })), 401);
    await problem(await enter(authenticator.get(await addingOptions(ada))), 401);
    clock.now += 5 * MINUTE;
    await problem(await enter(authenticator.get(asked)), 401);
  });

  it('is refused to another key, another site, and a signature over something else', async () => {
    const authenticator = await added();
    const stranger = new SoftwareAuthenticator(server.publicUrl);
    await problem(await enter(stranger.get(await signInOptions())), 401);
    const answer = authenticator.get(await signInOptions());
    const { signature } = authenticator.get(await signInOptions()).response;
    await problem(await enter({ ...answer, response: { ...answer.response, signature } }), 401);
    const phished = new SoftwareAuthenticator('https://map.evil.example');
    await problem(await enter(phished.get(await signInOptions())), 401);
    await problem(await enter({}), 422);
    await problem(await enter({ ...answer, id: 'x'.repeat(5000) }), 422);
  });
});
