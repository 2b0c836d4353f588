import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { revisionsOf } from '../../../client/api/answer.ts';
import { ApiError } from '../../../client/api/failure.ts';
import { NO_FILTER } from '../../../client/state/state.ts';
import { serverSource } from '../../../client/view-source/server-source.ts';
import { report, submit } from '../../server/http/requests.ts';
import { startTestServer, type TestServer } from '../../server/http/test-server.ts';

/** What the page asks of a server while reports become public there. */
const QUESTION = { filter: NO_FILTER, viewport: null, bins: 120, span: null };
const { fetch: realFetch } = globalThis;
let server: TestServer;
/** The times yet that a change falls between the view and the lists. */
let changes = 0;
let asked = 0;
let sent = 0;

beforeAll(async () => {
  server = await startTestServer({ PUBLISH: 'immediate' });
  const ask = (path: RequestInfo | URL, init?: RequestInit) =>
    realFetch(new URL(String(path), server.url), init);
  let viewed: Promise<unknown> = Promise.resolve();
  // In a browser, paths are resolved against the page.
  globalThis.fetch = async (path, init) => {
    const { pathname, searchParams } = new URL(String(path), server.url);
    if (pathname === '/api/view') {
      asked += 1;
      const answer = ask(path, init);
      viewed = answer;
      return answer;
    }
    if (pathname.endsWith('/items') && searchParams.get('placed') === 'true' && changes > 0) {
      changes -= 1;
      await viewed;
      await submit(server, report({ title: `Vigil number ${++sent}` }));
    }
    return ask(path, init);
  };
});
afterEach(() => {
  [changes, asked] = [0, 0];
});
afterAll(async () => {
  globalThis.fetch = realFetch;
  await server.stop();
});

describe('an answer of the server', () => {
  it('is of one revision, though changes fall between its parts at first', async () => {
    changes = 4;
    const answer = await serverSource.ask(QUESTION, new AbortController().signal);
    expect(new Set(revisionsOf(answer)).size).toBe(1);
    expect(answer.list.features).toHaveLength(answer.view.matched);
    expect(asked).toBe(5);
  });

  it('is none where changes go on falling between its parts', async () => {
    changes = Infinity;
    const asking = serverSource.ask(QUESTION, new AbortController().signal);
    await expect(asking).rejects.toBeInstanceOf(ApiError);
    expect(asked).toBeLessThan(10);
  });
});
