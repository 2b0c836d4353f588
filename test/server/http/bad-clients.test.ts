import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { get } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { downloadEndpoint, FORMATS } from '../../../server/http/download.ts';
import { problemHandler } from '../../../server/http/problem.ts';
import { serve } from '../../../server/http/route.ts';
import { drain, listen, portOf } from '../../../server/listening.ts';
import { openSqliteStore, type SqliteStore } from '../../../server/store/sqlite/open.ts';
import { manyIncidents } from '../made-incidents.ts';
import { ITEMS, problem } from './requests.ts';
import { startTestServer, type TestServer } from './test-server.ts';

/** 16 MB as a download: more than the system's own buffers hold. */
const large = manyIncidents(4000).map((draft) => ({
  ...draft,
  properties: { ...draft.properties, summary: draft.properties.summary.repeat(24).slice(0, 3500) },
}));
const LARGE_BYTES = 14_000_000;

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

let folder: string;
let store: SqliteStore;
let server: TestServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'incidents-'));
  store = await openSqliteStore(join(folder, 'incidents.db'));
  await store.incidents.put(large, Date.now());
  server = await startTestServer({ DATABASE_URL: `sqlite:${folder}/incidents.db` });
});
afterAll(async () => {
  await server.stop();
  await store.close();
  await rm(folder, { recursive: true });
});

describe('a client that reads a download byte by byte', () => {
  it('keeps nobody waiting, and little of it in memory', async () => {
    const before = bytesHeld();
    const readers = await Promise.all(Array.from({ length: 5 }, () => slowReader(server.url)));
    await pause(300);
    expect(bytesHeld() - before).toBeLessThan((5 * LARGE_BYTES) / 2);
    const began = performance.now();
    expect((await server.get('/api/view?zoom=12')).status).toBe(200);
    expect((await server.get('/api/incidents.geojson?category=raid')).status).toBe(200);
    expect(performance.now() - began).toBeLessThan(3000);
    for (const { socket } of readers) socket.destroy();
  });

  it('is cut off when it takes too long for a chunk, and its snapshot is free again', async () => {
    const short = await serveDownload({ chunkMs: 200, atOnce: 4 });
    const reader = await slowReader(short.url);
    // What the system had buffered is read on; then the connection has ended, before the whole.
    expect(await reader.readOn()).toBeLessThan(LARGE_BYTES);
    const whole = await fetch(`${short.url}/api/incidents.geojson`);
    expect((await whole.text()).length).toBeGreaterThan(LARGE_BYTES);
    await short.stop();
  });

  it('shares the server with a bounded number of its kind', async () => {
    const narrow = await serveDownload({ chunkMs: 60_000, atOnce: 2 });
    const readers = [await slowReader(narrow.url), await slowReader(narrow.url)];
    const refused = await fetch(`${narrow.url}/api/incidents.geojson`);
    expect(refused.headers.get('retry-after')).toBe('5');
    await problem(refused, 503);
    for (const { socket } of readers) socket.destroy();
    await pause(100);
    const taken = await fetch(`${narrow.url}/api/incidents.geojson`);
    expect((await taken.text()).length).toBeGreaterThan(LARGE_BYTES);
    await narrow.stop();
  });
});

describe('a thousand requests that disconnect at once', () => {
  const paths = [
    '/api/incidents.geojson',
    '/api/view?q=protest&bins=1000',
    `${ITEMS}?q=protest&limit=1000`,
  ];
  it.each(paths)('leave nothing behind (%s)', async (path) => {
    const plain = await startTestServer({}, manyIncidents(1000));
    await abandon(plain.url, path, 100);
    const before = bytesHeld();
    await abandon(plain.url, path, 1000);
    const complete = await plain.get(`/api/incidents.geojsonl`);
    expect((await complete.text()).split('\n').filter(Boolean)).toHaveLength(1000);
    expect(bytesHeld() - before).toBeLessThan(40_000_000);
    expect(plain.log.join()).not.toContain('failed');
    await plain.stop();
  });
});

describe('ten thousand categories', () => {
  it('are refused in a short answer, whatever they are', async () => {
    // The server takes 16 KiB of headers, the address among them.
    for (const [name, count] of [
      ['raid', 3000],
      ['', 10_000],
      ['x', 7000],
    ] as const) {
      const list = Array.from({ length: count }, () => name).join(',');
      const response = await server.get(`/api/view?category=${list}`);
      if (name === 'raid') expect(response.status).toBe(200);
      else expect(JSON.stringify(await problem(response, 400)).length).toBeLessThan(2000);
    }
    const names = Array.from({ length: 10_000 }, (_, i) => `category-${i}`).join(',');
    expect((await server.get(`/api/view?category=${names}`)).status).toBe(431);
  });
});

/** Takes the head of the answer, and then a byte at a time. */
async function slowReader(url: string) {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write('GET /api/incidents.geojson HTTP/1.1\r\nHost: x\r\n\r\n');
  await once(socket, 'readable');
  const byteByByte = setInterval(() => socket.read(1), 20);
  socket.once('close', () => clearInterval(byteByByte));
  return {
    socket,
    /** @returns how many bytes came until the server closed. */
    async readOn(): Promise<number> {
      await pause(500);
      clearInterval(byteByByte);
      let bytes = 0;
      socket.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      if (!socket.destroyed) await once(socket, 'close');
      return bytes;
    },
  };
}

/** Sends that many requests and closes each as soon as it is sent. */
async function abandon(url: string, path: string, count: number): Promise<void> {
  const closed = Array.from({ length: count }, async () => {
    const socket: Socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`, () => socket.destroy());
    await once(socket, 'close');
  });
  await Promise.all(closed);
  // Answers to what came later than this are behind all of these.
  await once(get(`${url}/healthz`), 'response');
}

/** The download alone, with limits that a test can wait for. */
async function serveDownload(limits: Parameters<typeof downloadEndpoint>[2]) {
  const [format] = FORMATS;
  if (!format) throw new Error('there is no format');
  const app = express();
  serve(app, '/api/incidents.geojson', {
    GET: downloadEndpoint(store.incidents, format, limits),
  });
  app.use(problemHandler(() => undefined));
  const own = await listen('127.0.0.1', 0);
  own.on('request', app);
  return {
    url: `http://127.0.0.1:${portOf(own)}`,
    stop: () => drain(own),
  };
}

/** Of this process, in which the server runs: what is still referred to. */
function bytesHeld(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
