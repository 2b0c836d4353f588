import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { IncidentDraft } from '../../data/incident/schema.ts';
import { openSqliteStore } from '../../server/store/sqlite/open.ts';
import { type RunningServer, startForTest } from '../running-server.ts';
import { openBrowser } from './visitor.ts';

/** A map of the incidents that a test has made, and a browser to visit it with. */
export interface MadeMap {
  readonly server: RunningServer;
  readonly browser: Browser;
  stop(): Promise<void>;
}

export async function startMadeMap(incidents: readonly IncidentDraft[]): Promise<MadeMap> {
  const { folder, url } = await writeDatabase(incidents);
  const server = await startForTest({ DATABASE_URL: url, SEED: 'none' });
  const browser = await openBrowser();
  return {
    server,
    browser,
    async stop() {
      await browser.close();
      await server.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** @returns a database of these incidents (DATABASE_URL), and its folder, which is the caller's to remove. */
export async function writeDatabase(
  incidents: readonly IncidentDraft[],
): Promise<{ folder: string; url: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'made-map-'));
  const path = join(folder, 'incidents.db');
  const store = await openSqliteStore(path);
  await store.incidents.put(incidents, Date.now());
  await store.close();
  return { folder, url: `sqlite:${path}` };
}
