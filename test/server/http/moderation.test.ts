import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, ITEMS, post, problem, report, signIn, submit } from './requests.ts';
import { startTestServer, type TestServer } from './test-server.ts';

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

describe('without a session', () => {
  it('nothing can be decided', async () => {
    await problem(await post(server, '/api/moderation/reports/x/publish', { revision: 1 }), 401);
    const headers = { Cookie: `session=${'A'.repeat(43)}`, Origin: server.publicUrl };
    await problem(await server.get(QUEUE, { headers }), 401);
  });
});

describe('a moderator', () => {
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
