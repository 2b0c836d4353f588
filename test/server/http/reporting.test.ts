import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, ITEMS, json, post, problem, report, signIn, submit } from './requests.ts';
import { startTestServer, type TestServer } from './test-server.ts';

let server: TestServer;
let headers: Record<string, string>;
beforeAll(async () => {
  server = await startTestServer();
  headers = await signIn(server);
});
afterAll(() => server.stop());

function put(body: unknown) {
  return server.get('/api/moderation/reporting', {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

describe('whether this map takes reports', () => {
  it('is told before somebody writes one, with what photos it takes', async () => {
    expect(await json(server, '/api/reporting')).toEqual({
      open: true,
      notice: null,
      challenge: null,
      photos: {
        types: ['image/jpeg', 'image/png', 'image/webp'],
        mostBytes: 10 * 1024 * 1024,
        mostPixels: 40_000_000,
        most: 4,
      },
    });
  });

  it('is switched by an administrator, with a notice', async () => {
    const path = await submit(server, report({ title: 'Came before' }));
    const notice = 'We are asleep until eight.';
    expect((await put({ open: false, notice })).status).toBe(204);
    expect(await json(server, '/api/reporting')).toMatchObject({ open: false, notice });
    const refused = await post(server, ITEMS, report());
    expect(refused.headers.get('retry-after')).toBe('3600');
    expect((await problem(refused, 503)).detail).toBe(notice);
    // Who has reported before is heard as ever.
    expect((await post(server, `${path}/answers`, { text: 'At noon.' })).status).toBe(204);
    expect((await put({ open: true })).status).toBe(204);
    expect((await post(server, ITEMS, report())).status).toBe(202);
  });

  it('is told in plain words where the notice is missing', async () => {
    await put({ open: false });
    const { detail } = await problem(await post(server, ITEMS, report()), 503);
    expect(detail).toMatch(/takes no reports at the moment/);
    await put({ open: true });
  });

  it('stays as it was over a restart', async () => {
    const first = await startTestServer();
    const own = await signIn(first);
    await first.get('/api/moderation/reporting', {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', ...own },
      body: JSON.stringify({ open: false, notice: 'Closed.' }),
    });
    const second = await first.restart();
    expect(await json(second, '/api/reporting')).toMatchObject({ open: false, notice: 'Closed.' });
    await second.stop();
  });

  it('is switched by no editor, and the audit log tells who did', async () => {
    const editor = await signIn(server, 'Grace', 'editor');
    const asked = await server.get('/api/moderation/reporting', {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', ...editor },
      body: JSON.stringify({ open: false }),
    });
    expect((await problem(asked, 403)).detail).toContain('administrator');
    const audit = await (await server.get('/api/moderation/audit', { headers })).json();
    const acts = audit.entries.map(({ by, act }: Answer) => `${by}: ${act}`);
    expect(acts).toEqual(expect.arrayContaining(['Ada: reporting.pause', 'Ada: reporting.open']));
  });

  it('is not switched by a stranger, nor by nonsense', async () => {
    const stranger = await server.get('/api/moderation/reporting', {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: '{"open":false}',
    });
    await problem(stranger, 401);
    for (const body of [{}, { open: 'no' }, { open: true, notice: '' }, { open: true, more: 1 }]) {
      await problem(await put(body), 422);
    }
    expect(await json(server, '/api/reporting')).toMatchObject({ open: true });
  });
});
