import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { expect } from 'vitest';
import { findBrowser, HOW_TO_INSTALL } from '../browser.ts';

const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  // Whatever a page asks of another host fails here, and shows.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1',
];

/** Chatter of drawing without a graphics card, which no visitor sees. */
const SOFTWARE_GL = /GL Driver Message|GPU stall due to ReadPixels|Automatic fallback to software/;

/** In one hand. */
export const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

export async function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error(HOW_TO_INSTALL);
  return chromium.launch({ executablePath, args: FLAGS });
}

/** One person with a browser of their own: nothing is shared with another visitor. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Lets a message of the console pass that the test itself has brought about. */
  allow(message: RegExp): void;
  /** Fails on any console error or warning, page error, or request to another host, until now. */
  expectQuiet(): void;
  /** Writes a picture to SCREENSHOT_DIR, where that is set. */
  picture(name: string): Promise<void>;
}

/** @param origin the one host that may be asked. */
export async function newVisitor(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    timezoneId: 'America/Chicago',
    locale: 'en-US',
    reducedMotion: 'reduce',
    acceptDownloads: true,
    ...options,
  });
  // What a page asks for itself is what most tests watch; offline.test.ts lets the worker in.
  if (options.serviceWorkers !== 'allow') {
    await context.addInitScript('delete Navigator.prototype.serviceWorker');
  }
  context.setDefaultTimeout(20_000);
  const problems: string[] = [];
  const allowed: RegExp[] = [SOFTWARE_GL];
  const note = (problem: string): void => {
    problems.push(problem);
  };
  context.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type())) return;
    note(`console ${message.type()}: ${message.text()} ${message.location().url}`);
  });
  context.on('weberror', (error) => note(`page error: ${String(error.error().stack)}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (!['blob:', 'data:'].includes(url.protocol) && url.origin !== origin) {
      note(`request to another host: ${url.href}`);
    }
  });
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // Aborted: a newer question has replaced it, or the page was left.
    if (reason !== 'net::ERR_ABORTED') note(`failed: ${request.url()} ${reason}`);
  });
  const page = await context.newPage();
  return {
    page,
    context,
    allow: (message) => allowed.push(message),
    expectQuiet() {
      const heard = problems.filter((problem) => !allowed.some((pattern) => pattern.test(problem)));
      expect(heard).toEqual([]);
    },
    async picture(name) {
      const folder = process.env.SCREENSHOT_DIR;
      if (folder === undefined) return;
      mkdirSync(folder, { recursive: true });
      await page.screenshot({ path: join(folder, `${name}.png`) });
    },
  };
}

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe-core finds against WCAG 2.2 A and AA and its own best practices, a line a violation. */
export async function axeViolations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) {
    // Evaluated, not added as a script element, which the page's CSP would refuse.
    await page.evaluate(readFileSync(axePath, 'utf8'));
  }
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')} (${node.failureSummary ?? ''})`),
    );
  });
}
