import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, cookieOf, post, problem, signIn } from '../requests.ts';
import type { TestServer } from '../test-server.ts';
import { startWithAda } from './staff.ts';

const PEOPLE = '/api/moderation/people';
const AUDIT = '/api/moderation/audit';
const QUEUE = '/api/moderation/queue';

let server: TestServer;
let ada: Record<string, string>;
beforeAll(async () => {
  ({ server, ada } = await startWithAda());
});
afterAll(() => server.stop());

function send(
  method: string,
  path: string,
  headers: Record<string, string>,
  body: unknown = {},
): Promise<Response> {
  return server.get(path, {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
  });
}

async function person(name: string): Promise<Answer> {
  const people: Answer[] = await (await send('GET', PEOPLE, ada)).json();
  return people.find((known) => known.name === name);
}

async function change(name: string, body: unknown, headers = ada): Promise<Response> {
  return send('PUT', `${PEOPLE}/${(await person(name)).id}`, headers, body);
}

/** @returns the headers of who uses an invitation's link. */
async function useLink(response: Response): Promise<Record<string, string>> {
  expect(response.status).toBe(201);
  const { link } = await response.json();
  expect(link).toMatch(/^http:\/\/localhost:\d+\/moderation#[\w-]{43}$/);
  const token = new URL(link).hash.slice(1);
  return cookieOf(server, await post(server, '/api/moderation/session', { token }));
}

const invite = (name: string, role: string) => post(server, PEOPLE, { name, role }, ada);

describe('an administrator', () => {
  it('invites someone by a link, with a role', async () => {
    const grace = await useLink(await invite('Grace', 'editor'));
    expect(await person('Grace')).toEqual({
      id: expect.any(Number),
      name: 'Grace',
      role: 'editor',
      sessions: 1,
      active: true,
    });
    const session = await (await send('GET', '/api/moderation/session', grace)).json();
    expect(session).toMatchObject({ name: 'Grace', role: 'editor' });
  });

  it('is told who has the name already, and changes no role by inviting them again', async () => {
    expect(await (await invite('Barbara', 'editor')).json()).toMatchObject({ was: 'nobody' });
    const again = await (await invite('BARBARA', 'editor')).json();
    expect(again).toMatchObject({ name: 'Barbara', was: 'active' });
    const { detail } = await problem(await invite('barbara', 'administrator'), 409);
    expect(detail).toMatch(/^Barbara is here already, as editor\./);
    expect(await person('Barbara')).toMatchObject({ role: 'editor' });
    expect(await person('BARBARA')).toBeUndefined();
  });

  it.each([
    { name: 'Eve', role: 'owner' },
    { name: 'the map', role: 'moderator' },
    { name: 'ＴＨＥ map', role: 'moderator' },
    { name: ' ', role: 'moderator' },
    { name: 'Eve' },
  ])('is told what is wrong with an invitation of %j', async (body) => {
    const { errors } = await problem(await post(server, PEOPLE, body, ada), 422);
    expect(errors[0].pointer).toMatch(/^\/(name|role)$/);
  });

  it('takes a role, and with it the sessions that had it', async () => {
    const mary = await signIn(server, 'Mary', 'editor');
    expect((await change('Mary', { role: 'editor' })).status).toBe(204);
    expect((await send('GET', QUEUE, mary)).status).toBe(200);
    expect((await change('Mary', { role: 'moderator' })).status).toBe(204);
    await problem(await send('GET', QUEUE, mary), 401);
    expect(await person('Mary')).toMatchObject({ role: 'moderator', sessions: 0 });
  });

  it('makes someone inactive: no session, link, passphrase or passkey of theirs holds', async () => {
    const eve = await signIn(server, 'Eve');
    const passphrase = 'river road at noon';
    const set = await send('PUT', '/api/moderation/passphrase', eve, { passphrase });
    expect(set.status).toBe(204);
    const token = new URL(await server.moderatorLink('Eve')).hash.slice(1);
    expect((await change('Eve', { active: false })).status).toBe(204);
    await problem(await send('GET', QUEUE, eve), 401);
    const session = '/api/moderation/session';
    await problem(await post(server, session, { token }), 410);
    await problem(await post(server, session, { name: 'Eve', passphrase }), 401);
    expect(await person('Eve')).toMatchObject({ active: false, sessions: 0 });
    await useLink(await invite('Eve', 'moderator'));
    await problem(await post(server, session, { name: 'Eve', passphrase }), 401);
  });

  it('ends the sessions of someone whose device was stolen', async () => {
    const dorothy = await signIn(server, 'Dorothy');
    const { id } = await person('Dorothy');
    expect((await send('DELETE', `${PEOPLE}/${id}/sessions`, ada)).status).toBe(204);
    await problem(await send('GET', QUEUE, dorothy), 401);
  });

  it('cannot leave the map without one', async () => {
    await problem(await change('Ada', { role: 'editor' }), 409);
    await problem(await change('Ada', { active: false }), 409);
    await problem(await invite('Ada', 'moderator'), 409);
    expect(await person('Ada')).toMatchObject({ role: 'administrator', active: true });
  });

  it('is told of people who are not there and changes that cannot be', async () => {
    for (const id of ['999', 'Ada', '-1', '1e3']) {
      await problem(await send('PUT', `${PEOPLE}/${id}`, ada, { active: false }), 404);
      await problem(await send('DELETE', `${PEOPLE}/${id}/sessions`, ada), 404);
    }
    for (const body of [
      {},
      { active: true },
      { role: 'king' },
      { role: 'editor', active: false },
    ]) {
      await problem(await change('Grace', body), 422);
    }
  });
});

describe('the role', () => {
  it.each(['moderator', 'editor'] as const)('of a %s lets nobody manage people', async (role) => {
    const headers = await signIn(server, `A ${role}`, role);
    const { id } = await person('Ada');
    const refused = [
      await send('GET', PEOPLE, headers),
      await send('POST', PEOPLE, headers, { name: 'Mallory', role: 'administrator' }),
      await send('PUT', `${PEOPLE}/${id}`, headers, { active: false }),
      await send('DELETE', `${PEOPLE}/${id}/sessions`, headers),
      await send('GET', AUDIT, headers),
      await send('PUT', '/api/moderation/reporting', headers, { open: false, notice: null }),
    ];
    for (const response of refused) {
      const { detail, requiredRole } = await problem(response, 403);
      expect(requiredRole).toBe('administrator');
      expect(detail).toContain(`yours is ${role}`);
    }
    expect(await person('Mallory')).toBeUndefined();
  });

  it('of a moderator lets nobody edit what will be published', async () => {
    const headers = await signIn(server, 'A moderator', 'moderator');
    const response = await send('PUT', '/api/moderation/reports/x', headers, { revision: 1 });
    expect((await problem(response, 403)).requiredRole).toBe('editor');
  });

  it('is looked up anew with every request', async () => {
    const rose = await signIn(server, 'Rose', 'administrator');
    expect((await send('GET', PEOPLE, rose)).status).toBe(200);
    await change('Rose', { role: 'moderator' });
    const again = await signIn(server, 'Rose');
    await problem(await send('GET', PEOPLE, again), 403);
  });
});

describe('the audit log', () => {
  it('tells an administrator who did what, newest first, and that it stands unaltered', async () => {
    await invite('Kay', 'moderator');
    await change('Kay', { role: 'editor' });
    await change('Kay', { active: false });
    const audit: Answer = await (await send('GET', `${AUDIT}?limit=4`, ada)).json();
    expect(audit.verified).toBe(true);
    const entries = audit.entries.filter(({ by }: Answer) => by === 'Ada').slice(0, 3);
    expect(entries).toMatchObject([
      { by: 'Ada', act: 'person.revoke', subject: 'person Kay', detail: {} },
      { act: 'person.role', detail: { from: 'moderator', to: 'editor' } },
      { act: 'person.invite', detail: { role: 'moderator' } },
    ]);
    expect(entries[0]).toMatchObject({
      number: entries[1].number + 1,
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('is read page by page', async () => {
    const whole: Answer = await (await send('GET', AUDIT, ada)).json();
    const numbers: number[] = [];
    for (let cursor = ''; ; cursor = `&cursor=${numbers.at(-1)}`) {
      const { entries } = await (await send('GET', `${AUDIT}?limit=4${cursor}`, ada)).json();
      if (entries.length === 0) break;
      numbers.push(...entries.map(({ number }: Answer) => number));
    }
    expect(numbers).toEqual(whole.entries.map(({ number }: Answer) => number));
    for (const query of ['limit=0', 'limit=x', 'cursor=-1', 'cursor=abc', 'name=Ada']) {
      await problem(await send('GET', `${AUDIT}?${query}`, ada), 400);
    }
  });

  it('holds every sign-in and sign-out, and no secret or address of anyone', async () => {
    const headers = await signIn(server, 'Kathleen');
    await send('DELETE', '/api/moderation/session', headers);
    const text = await (await send('GET', AUDIT, ada)).text();
    const { entries } = JSON.parse(text);
    expect(entries.slice(0, 3)).toMatchObject([
      { by: 'Kathleen', act: 'session.end' },
      { by: 'Kathleen', act: 'session.start', detail: { how: 'link' } },
      { by: 'the command line', act: 'person.invite' },
    ]);
    expect(text).not.toMatch(/127\.0\.0\.1|::1|Mozilla|node|undici/);
    expect(text).not.toContain(headers.Cookie?.split('=')[1]);
  });
});
