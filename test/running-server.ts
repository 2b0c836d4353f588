import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Role } from '../server/domain/roles.ts';
import { startServer } from '../server/main.ts';
import { type Environment, readSettings } from '../server/settings.ts';

/** A whole server, wired as `npm start` wires it, on a free port over a database of its own. */
export interface RunningServer {
  readonly port: number;
  /** Of PUBLIC_URL. */
  readonly origin: string;
  /** As a setting: DATABASE_URL. */
  readonly databaseUrl: string;
  /** What it logged, a line at a time. */
  readonly logged: readonly string[];
  /** @param role without it, as they are; the first is an administrator. */
  moderatorLink(name: string, role?: Role): Promise<string>;
  stop(): Promise<void>;
}

const BUILT_CLIENT = fileURLToPath(new URL('../.build/client', import.meta.url));

/**
 * @param environment settings by name, as they would stand in the environment.
 * @param clientFolder of the built pages.
 */
export async function startForTest(
  environment: Environment,
  clientFolder = BUILT_CLIENT,
): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), 'incident-map-'));
  const databaseUrl = `sqlite:${join(folder, 'incidents.db')}`;
  const settings = readSettings({ PORT: '0', DATABASE_URL: databaseUrl, ...environment });
  const logged: string[] = [];
  const server = await startServer(settings, {
    clientFolder,
    log: (line) => logged.push(line),
  });
  return {
    port: Number(new URL(server.url).port),
    origin: new URL(server.publicUrl).origin,
    databaseUrl,
    logged,
    moderatorLink: (name, role) => server.moderatorLink(name, role),
    async stop() {
      await server.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Signs a moderator in by a one-time link. @returns the `Cookie` header to send from then on. */
export async function moderatorCookie(server: RunningServer, name = 'Bad inputs'): Promise<string> {
  const link = await server.moderatorLink(name);
  const response = await fetch(`http://127.0.0.1:${server.port}/api/moderation/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: server.origin },
    body: JSON.stringify({ token: new URL(link).hash.slice(1) }),
  });
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  if (!cookie) throw new Error(`signing in was answered ${response.status}, without a cookie`);
  return cookie;
}

/** @returns a port that was free a moment ago, where an address must be known before the server listens. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
