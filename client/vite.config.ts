import { defineConfig, type Plugin } from 'vite';
import { compileCatalogues } from './language/compile.ts';

const client = decodeURIComponent(new URL('.', import.meta.url).pathname);

/**
 * What the map page opens with, in one file: left to itself the build cuts it into some forty, by who
 * else needs what, which are 8 kB (gzip) more. Nothing here may do anything by being loaded.
 */
const PAGE = new RegExp(
  [
    'client/api/(?!moderation|reports)',
    'client/changes/(?!line-words)',
    'client/(area|filters|layout|list|map|marks|state|time|view-source)/',
    'client/language/(?!.*details)',
    'client/near/near-part',
    // Not its style sheets: each page has its own, and the one's rules would reach into the other.
    'client/theme/.*\\.ts$',
    'client/report/(Lazy|AnyOwnReports|tokens|waiting|use-waiting|follow-)',
    'data/(basemap/palette|geo|query|time|view|vocabulary/(?!audit))',
    'node_modules/(preact|intl-messageformat|@formatjs)/',
  ].join('|'),
);

/** What an opened incident is shown with, to readers and to moderators. */
const DETAILS = new RegExp(
  [
    'client/detail/',
    'client/language/.*details',
    'data/incident/change-lines',
    'client/changes/line-words',
    'data/vocabulary/(measures|roles)',
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
            { name: 'maplibre', test: /node_modules\/maplibre-gl\/(?!.*worker)/, priority: 3 },
            { name: 'page', tags: ['$initial'], test: PAGE, priority: 2 },
            { name: 'details', test: DETAILS, priority: 1 },
            // What the map is drawn with, by more than one part: four files otherwise.
            { name: 'features', test: /client\/(map\/(circle|features|ring)|marks\/cluster)\.ts$/ },
          ],
        },
      },
    },
  },
});

/** Tells the service worker what there is to keep: every file that the map page can ask for. */
function listBuiltFiles(): Plugin {
  return {
    name: 'list-built-files',
    generateBundle(_options, bundle) {
      const worker = bundle['service-worker.js'];
      if (worker?.type !== 'chunk') return;
      const chunks = new Map(
        Object.values(bundle).flatMap((file) =>
          file.type === 'chunk' ? [[file.fileName, file] as const] : [],
        ),
      );
      const opening = [...chunks.values()].filter(({ facadeModuleId }) =>
        facadeModuleId?.endsWith('/index.html'),
      );
      // Grows while it is gone through.
      const asked = new Set(opening.map(({ fileName }) => fileName));
      for (const name of asked) {
        const { imports = [], dynamicImports = [] } = chunks.get(name) ?? {};
        for (const next of [...imports, ...dynamicImports]) asked.add(next);
      }
      const files = Object.keys(bundle)
        .filter((name) => name.startsWith('assets/') && !name.startsWith('assets/moderation'))
        .filter((name) => !chunks.has(name) || asked.has(name))
        .map((name) => `/${name}`);
      worker.code = worker.code.replaceAll('BUILT_FILES', JSON.stringify(files));
    },
  };
}
