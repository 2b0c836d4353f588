import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildClient } from './client-build.ts';
import { seed } from './domain/seed.ts';
import { servedArea } from './domain/served-area.ts';
import { inviteModerator } from './domain/sign-in.ts';
import type { Surroundings } from './domain/surroundings.ts';
import { createApp } from './http/app.ts';
import { IncidentIndex } from './index/incident-index.ts';
import { drain, listen, portOf } from './listening.ts';
import { type Environment, readSettings, type Settings } from './settings.ts';
import { startAdvice } from './start-error.ts';
import { openSqliteStore, type SqliteStore } from './store/sqlite/open.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const surroundings: Surroundings = { now: () => Date.now(), randomBytes };

export interface StartOptions {
  /** Folder of the built pages. */
  readonly clientFolder: string;
  /** Takes progress and failures, a line at a time. */
  log(line: string): void;
}

export interface RunningServer {
  /** Where it listens: http://127.0.0.1:3000. */
  readonly url: string;
  /** What links are made with: the setting PUBLIC_URL, or http://localhost and the port. */
  readonly publicUrl: string;
  /** @returns the address of a new link that signs a moderator in once. */
  moderatorLink(name: string): Promise<string>;
  /** Stops accepting, lets what is under way finish for up to 5 s, closes the store. */
  close(): Promise<void>;
}

/** Opens the store, fills it if it is empty, listens, and fills the index; then it is ready. */
export async function startServer(
  settings: Settings,
  { clientFolder, log }: StartOptions,
): Promise<RunningServer> {
  const store = await openSqliteStore(settings.database.path);
  try {
    return await serveStore(store, settings, { clientFolder, log });
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function serveStore(
  store: SqliteStore,
  settings: Settings,
  { clientFolder, log }: StartOptions,
): Promise<RunningServer> {
  const { incidents, reports, moderators } = store;
  const area = servedArea(await readData('basemap/city.geojson'));
  if (settings.seed === 'first') await loadFirst(store, log);
  const server = await listen(settings.host, settings.port);
  const port = portOf(server);
  const publicUrl = settings.publicUrl ?? `http://localhost:${port}`;
  const index = new IncidentIndex(incidents);
  let isReady = false;
  const app = createApp({
    incidents,
    reports,
    moderators,
    views: index,
    area,
    surroundings,
    publish: settings.publish,
    reportsPerHour: settings.reportsPerHour,
    publicUrl,
    clientFolder,
    isReady: () => isReady,
    basemapStyleUrl: settings.basemapStyleUrl,
    basemapPmtiles: settings.basemapPmtiles,
    log,
  });
  server.on('request', app);
  const close = async (): Promise<void> => {
    await drain(server);
    index.close();
    await store.close();
  };
  try {
    await index.fill((versions) => log(`Index: ${versions.toLocaleString('en-US')} versions.`));
  } catch (error) {
    index.close();
    await drain(server);
    throw error;
  }
  isReady = true;
  return {
    url: `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}`,
    publicUrl,
    moderatorLink: async (name) =>
      `${publicUrl}/moderation#${await inviteModerator(name, { moderators, surroundings })}`,
    close,
  };
}

async function loadFirst({ incidents }: SqliteStore, log: StartOptions['log']): Promise<void> {
  const loaded = await seed(
    incidents,
    await readData('first/incidents.geojson'),
    surroundings.now(),
  );
  if (loaded > 0) log(`Loaded the first data set: ${loaded} incidents.`);
}

async function readData(path: string) {
  return JSON.parse(await readFile(join(ROOT, 'data', path), 'utf8'));
}

/**
 * Runs the server until it is told to stop: what `npm start` does.
 * @param options `--without-build` leaves the pages as they are built.
 */
export async function run(environment: Environment, options: readonly string[]): Promise<void> {
  const log = (line: string): void => console.log(line);
  // Whoever reads what is printed may close the pipe; the map goes on.
  process.stdout.on('error', () => undefined);
  let settings: Settings | null = null;
  try {
    settings = readSettings(environment);
    const clientFolder = options.includes('--without-build')
      ? join(ROOT, '.build/client')
      : await buildClient(ROOT, log);
    const server = await startServer(settings, { clientFolder, log });
    stopOnSignal(server);
    for (const line of welcome(server, settings)) log(line);
  } catch (error) {
    console.error(startAdvice(error, settings));
    process.exit(1);
  }
}

function welcome({ publicUrl, url }: RunningServer, settings: Settings): string[] {
  const lines = [`The map is at ${publicUrl}`];
  if (settings.reportsPerHour === 0) {
    lines.push('REPORTS_PER_HOUR is 0: every limit on reports is lifted, as for tests.');
  }
  if (settings.publish === 'immediate') {
    lines.push('PUBLISH is immediate: reports are public at once, nobody reviews them.');
  } else {
    lines.push('Reports wait for a moderator; to sign one in: npm run moderator -- add NAME');
  }
  if (settings.publicUrl === null && !/^(127\.|localhost$|::1$)/.test(settings.host)) {
    lines.push(`It listens at ${url}; set PUBLIC_URL to the address that people come by.`);
  }
  return lines;
}

/** The second signal does not wait for what is under way. */
function stopOnSignal(server: RunningServer): void {
  let isStopping = false;
  const stop = async (): Promise<void> => {
    if (isStopping) process.exit(1);
    isStopping = true;
    await server.close();
    process.exit(0);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
}
