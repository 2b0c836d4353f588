import type { Browser, BrowserContextOptions } from 'playwright-core';
import { type RunningServer, startForTest } from '../running-server.ts';
import { MapPage } from './map-page.ts';
import { newVisitor, openBrowser, type Visitor } from './visitor.ts';

/** A map of the first data set, and one visitor to it. */
export interface FirstMap {
  readonly server: RunningServer;
  readonly browser: Browser;
  readonly visitor: Visitor;
  readonly map: MapPage;
}

/** Starts what a file of tests shares; where to go is theirs. */
export async function startFirstMap(options: BrowserContextOptions = {}): Promise<FirstMap> {
  const server = await startForTest({ SEED: 'first', REPORTS_PER_HOUR: '0' });
  const browser = await openBrowser();
  const visitor = await newVisitor(browser, server.origin, options);
  return { server, browser, visitor, map: new MapPage(visitor.page) };
}

/** @param started what of it there is, where starting failed. */
export async function stopFirstMap({ browser, server }: Partial<FirstMap>): Promise<void> {
  await browser?.close();
  await server?.stop();
}
