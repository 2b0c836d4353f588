import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { BenchDatabase } from './database.ts';
import { against, atMost, type Figure, interleaved, median, ROUNDS } from './measure.ts';
import { FILTERS, REPEATED_VIEW, VIEWPORTS, viewPath } from './requests.ts';
import type { Delay, ServerProcess } from './server-process.ts';

const script = fileURLToPath(new URL('server-process.ts', import.meta.url));
const CONNECTIONS = 16;
const ANSWERS_A_ROUND = 20_000;
const VIEW_EVERY_MS = 20;

/** Starts the map's server in a process of its own, for as long as `work` takes. */
export async function withServer<T>(
  path: string,
  work: (server: ServerProcess) => Promise<T>,
): Promise<T> {
  const child = spawn(process.execPath, ['--import', 'tsx', script, path], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  try {
    const [line] = await once(createInterface(child.stdout), 'line');
    return await work(JSON.parse(line));
  } finally {
    child.stdin.end();
    await once(child, 'exit');
  }
}

/** What a client gets over HTTP: repeated answers, and views beside a download. */
export function servedFigures({ path }: BenchDatabase): Promise<Figure[]> {
  return withServer(path, async ({ map, bare }) => {
    const answers = await interleaved(
      () => answersPerSecond(map + REPEATED_VIEW),
      () => answersPerSecond(`${bare}/`),
    );
    const delays: Delay[] = [];
    for (let round = 0; round < ROUNDS; round++) delays.push(await delayOfExport({ map, bare }));
    const p99 = median(delays.map((delay) => delay.p99Ms));
    const longest = median(delays.map((delay) => delay.longestMs));
    return [
      against('answers repeated from the cache, against bare node:http', answers, {
        unit: 'a second',
        isBetter: 'more',
        leastRatio: 0.5,
      }),
      atMost('event-loop delay beside an export and 50 views a second, 99 %', p99, 20, 'ms'),
      atMost('… the longest', longest, 20, 'ms'),
    ];
  });
}

/** Sends requests over a few connections that stay open, the next when the last was answered. */
async function answersPerSecond(address: string): Promise<number> {
  const url = new URL(address);
  const sockets = await Promise.all(Array.from({ length: CONNECTIONS }, () => open(url)));
  const request = `GET ${url.pathname}${url.search} HTTP/1.1\r\nHost: ${url.host}\r\n\r\n`;
  const started = performance.now();
  await Promise.all(
    sockets.map((socket) => repeat(socket, request, ANSWERS_A_ROUND / CONNECTIONS)),
  );
  const seconds = (performance.now() - started) / 1000;
  for (const socket of sockets) socket.destroy();
  return ANSWERS_A_ROUND / seconds;
}

async function open(url: URL): Promise<Socket> {
  const socket = connect(Number(url.port), url.hostname);
  await once(socket, 'connect');
  return socket;
}

/** The answers have one length: the first says which, and then bytes are counted, so that the client costs little. */
function repeat(socket: Socket, request: string, times: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let length = 0;
    let received = 0;
    let left = times;
    socket.on('error', reject);
    socket.on('data', (bytes: Buffer) => {
      if (length === 0) length = lengthOf(bytes);
      received += bytes.length;
      if (received < length) return;
      received = 0;
      left--;
      if (left === 0) resolve();
      else socket.write(request);
    });
    socket.write(request);
  });
}

/** @param first bytes of an answer, with all of its head. */
function lengthOf(first: Buffer): number {
  const headEnd = first.indexOf('\r\n\r\n');
  const head = first.toString('latin1', 0, headEnd);
  const length = /^HTTP\/1\.1 200 [\s\S]*content-length: (\d+)/i.exec(head)?.[1];
  if (length === undefined) throw new Error(`not an answer of known length: ${head}`);
  return headEnd + 4 + Number(length);
}

/** Takes an answer as fast as it comes and looks at its first bytes alone: the client is to cost little. */
async function download(url: URL): Promise<void> {
  const buffer = Buffer.alloc(65_536);
  let status: string | null = null;
  const socket = connect({
    port: Number(url.port),
    host: url.hostname,
    onread: {
      buffer,
      callback: () => {
        status ??= buffer.toString('latin1', 0, 15);
        return true;
      },
    },
  });
  socket.write(`GET ${url.pathname} HTTP/1.1\r\nHost: ${url.host}\r\nConnection: close\r\n\r\n`);
  await once(socket, 'close');
  if (status !== 'HTTP/1.1 200 OK') throw new Error(`no download: ${status}`);
}

/** Downloads everything once while it asks for 50 views a second, no two the same. */
async function delayOfExport({ map, bare }: ServerProcess): Promise<Delay> {
  await (await fetch(`${bare}/delay`)).json();
  const asked: Promise<unknown>[] = [];
  const asking = setInterval(() => {
    const number = asked.length;
    const viewport = VIEWPORTS[number % VIEWPORTS.length];
    const { filter } = FILTERS[number % FILTERS.length] ?? {};
    if (!viewport || !filter) return;
    asked.push(fetch(map + viewPath(filter, viewport, number)).then((view) => view.arrayBuffer()));
  }, VIEW_EVERY_MS);
  await download(new URL('/api/incidents.geojsonl', map));
  clearInterval(asking);
  await Promise.all(asked);
  return (await fetch(`${bare}/delay`)).json() as Promise<Delay>;
}
