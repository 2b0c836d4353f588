import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildClient } from './client-build.ts';
import { recordFailures } from './domain/audit.ts';
import { PassphraseAttempts } from './domain/passphrase-attempts.ts';
import { COMMAND_LINE } from './domain/people.ts';
import { releaseDue } from './domain/release.ts';
import { eraseExpired } from './domain/retention.ts';
import type { Role } from './domain/roles.ts';
import { seed } from './domain/seed.ts';
import { servedArea } from './domain/served-area.ts';
import { inviteModerator } from './domain/sign-in.ts';
import type { Surroundings } from './domain/surroundings.ts';
import { createFollowing } from './following.ts';
import { readKeyFile } from './following-key-file.ts';
import { createApp } from './http/app.ts';
import { IncidentIndex } from './index/incident-index.ts';
import { drain, listen, portOf } from './listening.ts';
import { repeatedly } from './repeatedly.ts';
import { type Environment, readSettings, type Settings } from './settings.ts';
import { startAdvice } from './start-error.ts';
import { openSqliteStore, type SqliteStore } from './store/sqlite/open.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OTHERS_EVERY_MS = 5_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export interface StartOptions {
  /** Folder of the built pages. */
  readonly clientFolder: string;
  /** Takes progress and failures, a line at a time. */
  log(line: string): void;
  /** Another clock than the machine's (ms). */
  readonly now?: () => number;
}

export interface RunningServer {
  /** Where it listens: http://127.0.0.1:3000. */
  readonly url: string;
  /** What links are made with: the setting PUBLIC_URL, or http://localhost and the port. */
  readonly publicUrl: string;
  /**
   * @param role without it, as they are; someone new is a moderator, the first an administrator.
   * @returns the address of a new link that signs a moderator in once.
   */
  moderatorLink(name: string, role?: Role): Promise<string>;
  /** Stops accepting, lets what is under way finish for up to 5 s, closes the store. */
  close(): Promise<void>;
}

/** Opens the store, fills it if it is empty, listens, and fills the index; then it is ready. */
export async function startServer(
  settings: Settings,
  options: StartOptions,
): Promise<RunningServer> {
  const store = await openSqliteStore(settings.database.path);
  try {
    return await serveStore(store, settings, options);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function serveStore(
  store: SqliteStore,
  settings: Settings,
  { clientFolder, log, now = Date.now }: StartOptions,
): Promise<RunningServer> {
  const surroundings: Surroundings = { now, randomBytes };
  const { incidents, reports, desk, moderators } = store;
  const area = servedArea(await readData('basemap/city.geojson'));
  if (settings.seed === 'first') await loadFirst(store, now(), log);
  const besideDatabase = join(dirname(settings.database.path), 'following.key');
  const keyFile = settings.followingKeyFile ?? besideDatabase;
  const key = await readKeyFile(keyFile, settings.smtp !== null);
  const server = await listen(settings.host, settings.port);
  const port = portOf(server);
  const publicUrl = settings.publicUrl ?? `http://localhost:${port}`;
  const index = new IncidentIndex(incidents);
  const passphraseAttempts = new PassphraseAttempts(now);
  const following = createFollowing({
    followers: store.followers,
    history: store.history,
    smtp: settings.smtp,
    key,
    publicUrl,
    surroundings,
    log,
  });
  let isReady = false;
  const app = createApp({
    incidents,
    history: store.history,
    reports,
    desk,
    photos: store.photos,
    reporting: store.reporting,
    moderators,
    credentials: store.credentials,
    passphraseAttempts,
    audit: store.audit,
    followers: store.followers,
    following,
    views: index,
    area,
    surroundings,
    publish: settings.publish,
    reportsPerHour: settings.reportsPerHour,
    trustedProxies: settings.trustedProxies,
    publicUrl,
    clientFolder,
    basemapStyleUrl: settings.basemapStyleUrl,
    basemapPmtiles: settings.basemapPmtiles,
    isReady: () => isReady,
    log,
  });
  server.on('request', app);
  /** What runs by the clock; each ends when it is called. */
  const clocks: (() => Promise<void>)[] = [];
  const recordFailed = () => recordFailures(passphraseAttempts, store.audit, now());
  const close = async (): Promise<void> => {
    const stopped = clocks.map((stop) => stop());
    await drain(server);
    // What another process wrote is read for nobody any more.
    index.close();
    await Promise.all(stopped);
    // Whoever was still answered may have been promised a mail.
    await following.close();
    await recordFailed();
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
  const erase = () => eraseExpired(reports, settings.retentionDays, surroundings.now());
  const release = () => releaseDue(desk, surroundings);
  clocks.push(repeatedly('Erasing old reports', HOUR_MS, erase, log));
  clocks.push(repeatedly('Recording failed sign-ins', HOUR_MS, recordFailed, log));
  following.start();
  clocks.push(repeatedly('Publishing accepted reports', MINUTE_MS, release, log));
  const lookAround = () => index.readWhatOthersWrote();
  clocks.push(repeatedly('Looking for what others wrote', OTHERS_EVERY_MS, lookAround, log));
  return {
    url: `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}`,
    publicUrl,
    moderatorLink: async (name, role) => {
      const by = { name: COMMAND_LINE, at: surroundings.now() };
      const invited = await inviteModerator({ name, role: role ?? null }, by, {
        moderators,
        surroundings,
      });
      if (invited.why !== null) throw new Error(`${invited.name} is ${invited.role} already.`);
      return `${publicUrl}/moderation#${invited.token}`;
    },
    close,
  };
}

async function loadFirst(
  { incidents }: SqliteStore,
  now: number,
  log: StartOptions['log'],
): Promise<void> {
  const loaded = await seed(incidents, await readData('first/incidents.geojson'), now);
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
