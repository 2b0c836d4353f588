/**
 * `tsx server-process.ts DATABASE`: the map's server, and beside it a bare node:http that repeats one
 * of its answers, each for as long as stdin is open. Prints one line of JSON, see `ServerProcess`.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { portOf } from '../../server/listening.ts';
import { startServer } from '../../server/main.ts';
import { readSettings } from '../../server/settings.ts';
import { REPEATED_VIEW } from './requests.ts';

/** Where the two are. The bare one also tells, at `/delay`, what `Delay` says, and begins anew. */
export interface ServerProcess {
  readonly map: string;
  readonly bare: string;
}

/** How long the event loop was late since it was asked last. */
export interface Delay {
  readonly longestMs: number;
  readonly p99Ms: number;
}

const folder = await mkdtemp(join(tmpdir(), 'bench-'));
await writeFile(join(folder, 'index.html'), '<!doctype html><title>The map</title>');
const server = await startServer(
  readSettings({
    PORT: '0',
    SEED: 'none',
    DATABASE_URL: `sqlite:${process.argv[2]}`,
  }),
  { clientFolder: folder, log: () => undefined },
);
const answer = await fetch(server.url + REPEATED_VIEW);
const type = answer.headers.get('content-type') ?? '';
const body = Buffer.from(await answer.arrayBuffer());
const delays = monitorEventLoopDelay({ resolution: 1 });
delays.enable();

const bare = createServer(({ url }, response) => {
  if (url !== '/delay') {
    response.writeHead(200, { 'Content-Type': type, 'Content-Length': body.length }).end(body);
    return;
  }
  const delay: Delay = { longestMs: delays.max / 1e6, p99Ms: delays.percentile(99) / 1e6 };
  delays.reset();
  response.end(JSON.stringify(delay));
});
await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve));
const addresses: ServerProcess = {
  map: server.url,
  bare: `http://127.0.0.1:${portOf(bare)}`,
};
console.log(JSON.stringify(addresses));

process.stdin.resume();
process.stdin.once('end', async () => {
  bare.close();
  bare.closeAllConnections();
  await server.close();
  await rm(folder, { recursive: true });
  process.exit();
});
