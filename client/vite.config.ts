import { defineConfig, type Plugin } from 'vite';
import { compileCatalogues } from './language/compile.ts';

const client = decodeURIComponent(new URL('.', import.meta.url).pathname);

/**
 * What the map page opens with, in one file: left to itself the build cuts it into some forty, by who
 * else needs what, which are 8 kB (gzip) more. Nothing here may do anything by being loaded.
 */
const PAGE = new RegExp(
  [
    'client/api/(?!moderation)',
    'client/(changes|detail|filters|language|layout|list|map|marks|near|state|time|view-source)/',
    // Not its style sheets: each page has its own, and the one's rules would reach into the other.
    'client/theme/.*\\.ts$',
    'client/report/(Lazy|OwnReports|own-reports|waiting|use-waiting|follow-waiting)',
    'data/(basemap/palette|geo|query|time|view|vocabulary)',
    'node_modules/(preact|intl-messageformat|@formatjs)/',
  ].join('|'),
);

/** Two pages, the map and the moderators' queue. Nothing is inlined: the CSP allows no `data:` fetch. */
export default defineConfig({
  root: client,
  publicDir: 'public',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  worker: { format: 'es' },
  plugins: [compileCatalogues(), listBuiltFiles()],
  // Messages come parsed: see language/compile.ts.
  resolve: {
    alias: [
      {
        find: /^@formatjs\/icu-messageformat-parser$/,
        replacement: '@formatjs/icu-messageformat-parser/no-parser.js',
      },
    ],
  },
  build: {
    outDir: '../.build/client',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // MapLibre alone is over Vite's default; it is a chunk of its own, loaded beside the page.
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: [
        `${client}index.html`,
        `${client}moderation.html`,
        `${client}offline/service-worker.ts`,
      ],
      output: {
        entryFileNames: ({ name }) =>
          name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js',
        codeSplitting: {
          groups: [
            { name: 'maplibre', test: /node_modules\/maplibre-gl/, priority: 2 },
            { name: 'page', tags: ['$initial'], test: PAGE, priority: 1 },
          ],
        },
      },
    },
  },
});

/** Tells the service worker what there is to keep: every file of the map page, no moderation. */
function listBuiltFiles(): Plugin {
  return {
    name: 'list-built-files',
    generateBundle(_options, bundle) {
      const worker = bundle['service-worker.js'];
      if (worker?.type !== 'chunk') return;
      const files = Object.keys(bundle)
        .filter((name) => name.startsWith('assets/') && !name.startsWith('assets/moderation'))
        .map((name) => `/${name}`);
      worker.code = worker.code.replaceAll('BUILT_FILES', JSON.stringify(files));
    },
  };
}
