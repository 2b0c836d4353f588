import { EventEmitter, once } from 'node:events';
import { request as send } from 'node:http';
import { buffer } from 'node:stream/consumers';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { AnswerCache } from '../../../server/http/answer-cache.ts';
import { drain, listen, portOf } from '../../../server/listening.ts';
import { type Answer, post, signIn, submit } from './requests.ts';
import { startTestServer, type TestServer } from './test-server.ts';

const VIEW = '/api/view?bbox=-93.4,44.8,-93.1,45.1&zoom=12';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ SEED: 'first' });
});
afterAll(() => server.stop());

describe('a view that is asked again', () => {
  it.each([undefined, 'gzip', 'gzip, deflate, br', 'gzip, deflate, br, zstd'])(
    'is the same, byte for byte, with the same headers (Accept-Encoding: %s)',
    async (encoding) => {
      const headers = encoding === undefined ? {} : { 'Accept-Encoding': encoding };
      const first = await ask(server, `${VIEW}&bins=11`, { headers });
      const second = await ask(server, `${VIEW}&bins=11`, { headers });
      expect(second).toEqual(first);
      expect(first.headers['content-encoding']).toBe(encodingOf(encoding));
      expect(first.headers).toMatchObject({
        'content-type': 'application/geo+json',
        'content-length': String(first.body.length),
        'content-security-policy': expect.stringContaining("default-src 'self'"),
        'access-control-allow-origin': '*',
        'cache-control': 'no-cache',
        vary: 'Accept-Encoding',
      });
    },
  );

  it.each([
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['*', 'br'],
    ['gzip;q=0', undefined],
  ])('is encoded as asked by who weighs encodings (%s)', async (accepted, encoding) => {
    await ask(server, VIEW, { headers: { 'Accept-Encoding': 'br' } });
    const headers = { 'Accept-Encoding': accepted };
    const received = await ask(server, VIEW, { headers });
    expect(received.status).toBe(200);
    expect(received.headers['content-encoding']).toBe(encoding);
  });

  it('is answered by the tag alone to who has it, and by headers alone to HEAD', async () => {
    const known = await ask(server, VIEW);
    const tag = known.headers.etag ?? '';
    const fresh = await ask(server, `${VIEW}&bins=12`, { headers: { 'If-None-Match': tag } });
    const repeated = await ask(server, VIEW, { headers: { 'If-None-Match': `"x", ${tag}` } });
    expect(repeated).toEqual(fresh);
    expect(repeated).toMatchObject({ status: 304, body: Buffer.alloc(0) });
    const other = await ask(server, VIEW, { headers: { 'If-None-Match': '"x"' } });
    expect(other).toEqual(known);
    const head = await ask(server, VIEW, { method: 'HEAD' });
    expect(head).toEqual({ ...known, body: Buffer.alloc(0) });
  });

  it('is another for every change of its address, and never for other methods', async () => {
    const views = await Promise.all(
      ['', '&category=vigil', '&asOf=2026-01-15', '&zoom=12'].map((more) =>
        ask(server, VIEW + more),
      ),
    );
    expect(views.map(({ status }) => status)).toEqual([200, 200, 200, 400]);
    expect(new Set(views.map(({ body }) => String(body))).size).toBe(4);
    expect((await ask(server, VIEW, { method: 'POST' })).status).toBe(405);
    expect((await ask(server, VIEW, { method: 'OPTIONS' })).status).toBe(204);
  });

  it('holds what a moderator has just published', async () => {
    await submit(server);
    const headers = await signIn(server);
    const queue = await (await server.get('/api/moderation/queue', { headers })).json();
    const [{ id, revision }] = queue.reports;
    const before = await viewOf(server);
    expect(await viewOf(server)).toEqual(before);
    const path = `/api/moderation/reports/${id}/publish`;
    expect((await post(server, path, { revision }, headers)).status).toBe(200);
    const after = await viewOf(server);
    expect(after.total).toBe(before.total + 1);
    expect(after.revision).toBeGreaterThan(before.revision);
  });
});

describe('the cache', () => {
  it('makes an answer once for all who ask at the same time, and again after a change', async () => {
    const { url, cache, made, change, stop } = await startCached(1_000_000);
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask({ url }, '/a')));
    expect(new Set(answers.map(({ body }) => String(body))).size).toBe(1);
    expect(made()).toBe(1);
    change();
    await ask({ url }, '/a');
    expect(made()).toBe(2);
    expect(cache.byteLength).toBeLessThan(20_000);
    await stop();
  });

  it('gives an answer up once all who asked for it have gone, and makes it anew for the next', async () => {
    const { url, begun, finish, stop } = await startSlow();
    const leavers = ['/a', '/a', '/b'].map((path) =>
      send(url + path)
        .on('error', ignore)
        .end(),
    );
    const [first, second, third] = leavers;
    const staying = ask({ url }, '/b');
    await vi.waitFor(() => expect([begun('/a'), begun('/b')]).toEqual([[false], [false]]));
    first?.destroy();
    third?.destroy();
    expect(begun('/a')).toEqual([false]);
    second?.destroy();
    await vi.waitFor(() => expect(begun('/a')).toEqual([true]));
    const later = ask({ url }, '/a');
    await vi.waitFor(() => expect(begun('/a')).toEqual([true, false]));
    expect(begun('/b')).toEqual([false]);
    finish();
    expect((await staying).body.toString()).toBe('/b');
    expect((await later).body.toString()).toBe('/a');
    await stop();
  });

  it('stays within its bytes, and keeps what is asked for', async () => {
    const { url, cache, made, stop } = await startCached(200_000);
    for (let i = 0; i < 100; i++) {
      await ask({ url }, `/${i}`);
      await ask({ url }, '/0');
      expect(cache.byteLength).toBeLessThanOrEqual(200_000);
    }
    expect(cache.byteLength).toBeGreaterThan(100_000);
    expect(made()).toBe(100);
    await ask({ url }, '/1');
    expect(made()).toBe(101);
    await stop();
  });
});

const ignore = (): void => undefined;

/** Answers that are under way until they are let finish. */
async function startSlow() {
  const cache = new AnswerCache(() => 1);
  const begun: { readonly path: string; readonly signal: AbortSignal }[] = [];
  const finish = new EventEmitter();
  const finished = once(finish, 'now');
  const app = express();
  app.get('/:name', (request, response) =>
    cache.send(request, response, 'text/plain', async (signal) => {
      begun.push({ path: request.path, signal });
      await Promise.race([finished, once(signal, 'abort')]);
      signal.throwIfAborted();
      return { text: request.path, revision: 1 };
    }),
  );
  const server = await listen('127.0.0.1', 0);
  server.on('request', cache.before(app));
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    /** For each making of it, whether it was given up. */
    begun: (path: string) =>
      begun.filter((making) => making.path === path).map(({ signal }) => signal.aborted),
    finish: () => finish.emit('now'),
    stop: () => drain(server),
  };
}

/** Answers of 10 kB each by way of a cache, over a revision that the test changes. */
async function startCached(mostBytes: number) {
  let revision = 1;
  let made = 0;
  const cache = new AnswerCache(() => revision, mostBytes);
  const app = express();
  app.get('/:name', (request, response) =>
    cache.send(request, response, 'text/plain', async () => {
      made++;
      await new Promise((resolve) => setTimeout(resolve, 2));
      return { text: `${made} `.padEnd(10_000, '.'), revision };
    }),
  );
  const server = await listen('127.0.0.1', 0);
  server.on('request', cache.before(app));
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    cache,
    made: () => made,
    change: () => {
      revision++;
    },
    stop: () => drain(server),
  };
}

interface Received {
  readonly status: number | undefined;
  readonly headers: Record<string, unknown> & { etag?: string };
  readonly body: Buffer;
}

/** As it comes over the wire, still encoded; without the date, which is that of the moment. */
async function ask(
  { url }: { url: string },
  path: string,
  options: { method?: string; headers?: Record<string, string> } = {},
): Promise<Received> {
  const [response] = await once(send(url + path, options).end(), 'response');
  const { date: _date, ...headers } = response.headers;
  return { status: response.statusCode, headers, body: await buffer(response) };
}

async function viewOf(from: TestServer): Promise<Answer> {
  return JSON.parse(String((await ask(from, VIEW)).body));
}

function encodingOf(accepted: string | undefined): string | undefined {
  if (accepted === undefined) return undefined;
  return accepted.includes('br') ? 'br' : 'gzip';
}
