/**
 * `npm test`: finds a browser, builds the pages if they have changed, runs every test once and ends
 * with the line `N passed, N failed`. Arguments narrow it to files whose path contains one of them.
 */
import { fileURLToPath } from 'node:url';
import { startVitest, type TestModule } from 'vitest/node';
import { buildClient } from '../server/client-build.ts';
import { findBrowser, HOW_TO_INSTALL, installBrowser } from './browser.ts';

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);

const browser = findBrowser() ?? installBrowser();
if (browser !== null) process.env.CHROMIUM_PATH = browser;

await buildClient(root, console.log);
const tally = await runAll(process.argv.slice(2));
if (browser === null) {
  console.log(HOW_TO_INSTALL);
  tally.failed++;
}
const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : '';
console.log(`${tally.passed} passed, ${tally.failed} failed${skipped}`);
// A skipped test has not passed.
process.exit(tally.passed > 0 && tally.failed + tally.skipped === 0 ? 0 : 1);

async function runAll(filters: string[]): Promise<Tally> {
  const vitest = await startVitest('test', filters, {
    config: fileURLToPath(new URL('vitest.config.ts', import.meta.url)),
    watch: false,
    ...(browser === null ? { project: ['parts'] } : {}),
  });
  await vitest.close();
  const tally: Tally = { passed: 0, failed: vitest.state.getUnhandledErrors().length, skipped: 0 };
  for (const module of vitest.state.getTestModules()) count(module, tally);
  return tally;
}

/** A file that fails before or beside its tests counts as one failure. */
function count(module: TestModule, tally: Tally): void {
  for (const test of module.children.allTests()) {
    const { state } = test.result();
    if (state === 'passed') tally.passed++;
    else if (state === 'failed') tally.failed++;
    else tally.skipped++;
  }
  const suites = [...module.children.allSuites()];
  tally.failed += [module, ...suites].filter((suite) => suite.errors().length > 0).length;
}
