import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { IncidentDraft } from '../../../data/incident/schema.ts';
import { type RunningServer, startServer } from '../../../server/main.ts';
import { type Environment, readSettings } from '../../../server/settings.ts';
import { openSqliteStore } from '../../../server/store/sqlite/open.ts';

export interface TestServer extends RunningServer {
  /** What the server had to say, a line each. */
  readonly log: readonly string[];
  get(path: string, init?: RequestInit): Promise<Response>;
  /** Stops it and starts another on the same database. */
  restart(environment?: Environment): Promise<TestServer>;
  /** Stops it and takes its folder away. */
  stop(): Promise<void>;
}

/**
 * A real server on a free port, over a database in a folder of its own.
 * @param now its clock (ms); the machine's where none is given.
 */
export async function startTestServer(
  environment: Environment = {},
  drafts: readonly IncidentDraft[] = [],
  now: () => number = Date.now,
): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'incidents-'));
  await writePages(join(folder, 'client'));
  if (drafts.length > 0) {
    const store = await openSqliteStore(join(folder, 'incidents.db'));
    await store.incidents.put(drafts, Date.parse('2026-06-01T12:00:00Z'));
    await store.close();
  }
  return startIn(folder, environment, now);
}

async function startIn(
  folder: string,
  environment: Environment,
  now: () => number,
): Promise<TestServer> {
  const log: string[] = [];
  const settings = readSettings({
    PORT: '0',
    SEED: 'none',
    REPORTS_PER_HOUR: '0',
    DATABASE_URL: `sqlite:${join(folder, 'incidents.db')}`,
    ...environment,
  });
  const options = {
    clientFolder: join(folder, 'client'),
    log: (line: string) => log.push(line),
    now,
  };
  const server = await startServer(settings, options);
  return {
    ...server,
    log,
    get: (path, init) => fetch(server.url + path, init),
    async restart(changed = environment) {
      await server.close();
      return startIn(folder, changed, now);
    },
    async stop() {
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Stands in for what Vite builds. */
async function writePages(folder: string): Promise<void> {
  await mkdir(join(folder, 'assets'), { recursive: true });
  await writeFile(join(folder, 'index.html'), '<!doctype html><head><title>The map</title></head>');
  await writeFile(join(folder, 'moderation.html'), '<!doctype html><title>The queue</title>');
  const code = `export const map = [${'1, '.repeat(800)}];`;
  await writeFile(join(folder, 'manifest.webmanifest'), '{"name":"Incident map"}');
  await writeFile(join(folder, 'manifest.es.webmanifest'), '{"name":"Mapa de incidentes"}');
  await writeFile(join(folder, 'assets', 'map-Ab12Cd34.js'), code);
  await writeFile(join(folder, 'assets', 'map-Ab12Cd34.js.br'), brotliCompressSync(code));
  await writeFile(join(folder, 'assets', '.secret'), 'hidden');
}
