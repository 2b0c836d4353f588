import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { compileCatalogues } from '../client/language/compile.ts';

const bench = ['bench/**'];

/**
 * All tests, in two groups that run one after the other: first what needs no browser, files side by
 * side; then the real browser, one file at a time, so that a page never waits for a neighbour.
 */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  cacheDir: fileURLToPath(new URL('../.build/vitest', import.meta.url)),
  plugins: [compileCatalogues()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: ['e2e/**', ...bench],
          testTimeout: 20_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          // A page on a busy machine may miss a moment; what fails twice is broken.
          retry: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
