import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { type RunningServer, startForTest } from '../running-server.ts';
import { newVisitor, openBrowser, type Visitor } from './visitor.ts';

/**
 * Gives each test of a file an empty map of its own, whose reports wait for a moderator.
 * @param onStart is told of each.
 * @returns who visits it, newest last, and a way to have another come.
 */
export function emptyMapForEach(onStart: (server: RunningServer) => void): {
  readonly visitors: readonly Visitor[];
  visitor(options?: BrowserContextOptions): Promise<Visitor>;
} {
  const visitors: Visitor[] = [];
  let browser: Browser;
  let server: RunningServer;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  beforeEach(async () => {
    server = await startForTest({ SEED: 'none', PUBLISH: 'reviewed', REPORTS_PER_HOUR: '0' });
    onStart(server);
  });
  afterEach(async () => {
    for (const { context } of visitors) await context.close();
    visitors.length = 0;
    await server.stop();
  });
  afterAll(async () => {
    await browser?.close();
  });
  return {
    visitors,
    async visitor(options = {}) {
      const one = await newVisitor(browser, server.origin, options);
      visitors.push(one);
      return one;
    },
  };
}
