import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { centralDate, formatCentral } from '../../../data/time/central.ts';
import type { Environment } from '../../../server/settings.ts';
import { Connection } from '../../../server/store/sqlite/connection.ts';
import { type MailSink, type SunkMail, startMailSink } from '../mail-sink.ts';
import { post, report, submit } from './requests.ts';
import { startTestServer, type TestServer } from './test-server.ts';

const HOUR_MS = 3_600_000;
/** Three in the afternoon in Minneapolis. */
const BEGIN = Date.parse('2026-06-10T15:00:00-05:00');

export interface FollowerRow {
  readonly sealed: Buffer;
  readonly status: string;
  readonly untold: string | null;
}

/** A map that sends mail, its mail server, and its clock. */
export interface FollowedMap {
  server: TestServer;
  readonly sink: MailSink;
  /** Where the database lies, with the key beside it. */
  readonly folder: string;
  /** Lets hours pass; the clocks of a server strike when it starts, so it is started anew. */
  pass(hours: number): Promise<void>;
  /** Everybody who can be told is told of the days before this one. */
  settled(): Promise<void>;
  /** What lies in the database. */
  rows(): Promise<FollowerRow[]>;
  /** Somebody reports what is public at once, now. */
  publish(title: string, coordinates?: [number, number]): Promise<void>;
  /** Asks to follow. */
  ask(address: string, filter?: Record<string, string>, language?: string): Promise<void>;
  /** Asks to follow, and confirms. @returns the mail that asked to. */
  follow(address: string, filter?: Record<string, string>, language?: string): Promise<SunkMail>;
  /** @returns names of the files, the key's aside, some byte of which holds the text. */
  filesWith(text: string | Buffer): Promise<string[]>;
  close(): Promise<void>;
}

/** A map that is gone when the test is over. */
export async function followedMap(environment: Environment = {}): Promise<FollowedMap> {
  const map = await openFollowedMap(environment);
  onTestFinished(() => map.close());
  return map;
}

export async function openFollowedMap(environment: Environment = {}): Promise<FollowedMap> {
  const sink = await startMailSink();
  const folder = await mkdtemp(join(tmpdir(), 'followed-'));
  let now = BEGIN;
  const settings = {
    SMTP_URL: sink.url,
    MAIL_FROM: 'Incident map <map@incidents.example>',
    PUBLIC_URL: 'https://map.example',
    PUBLISH: 'immediate',
    DATABASE_URL: `sqlite:${join(folder, 'incidents.db')}`,
    ...environment,
  };
  const map: FollowedMap = {
    server: await startTestServer(settings, [], () => now),
    sink,
    folder,
    async pass(hours) {
      now += hours * HOUR_MS;
      map.server = await map.server.restart();
    },
    async settled() {
      const today = centralDate(now);
      await expect
        .poll(async () => (await map.rows()).map(({ untold }) => untold ?? today))
        .toEqual((await map.rows()).map(() => today));
    },
    async rows() {
      const connection = await Connection.open(join(folder, 'incidents.db'), 'read');
      const rows = await connection.all<FollowerRow>('SELECT * FROM followers');
      await connection.close();
      return rows;
    },
    async publish(title, coordinates = [-93.265, 44.978]) {
      const body = report({ title, occurredAt: formatCentral(now - HOUR_MS) });
      await submit(map.server, { ...body, geometry: { type: 'Point', coordinates } });
    },
    async ask(address, filter = {}, language = 'en') {
      const sent = await post(map.server, '/api/following', { address, language, filter });
      expect(sent.status, await sent.clone().text()).toBe(202);
      expect(await sent.json()).toEqual({ status: 'sent' });
    },
    async follow(address, filter, language) {
      await map.ask(address, filter, language);
      const [mail] = (await sink.to(address)) as [SunkMail];
      const path = `/api/following/${mail.token}`;
      const confirmed = await post(map.server, path, { action: 'confirm' });
      expect(await confirmed.json()).toMatchObject({ status: 'following' });
      return mail;
    },
    async close() {
      await map.server.stop();
      await sink.close();
      await rm(folder, { recursive: true });
    },
    async filesWith(text) {
      const files = (await readdir(folder)).filter((name) => name !== 'following.key');
      const contents = await Promise.all(
        files.map(async (name) => [name, await readFile(join(folder, name))] as const),
      );
      return contents.filter(([, bytes]) => bytes.includes(text)).map(([name]) => name);
    },
  };
  return map;
}
