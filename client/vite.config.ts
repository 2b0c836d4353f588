import { defineConfig, type Plugin } from 'vite';

const client = decodeURIComponent(new URL('.', import.meta.url).pathname);

/** Two pages, the map and the moderators' queue. Nothing is inlined: the CSP allows no `data:` fetch. */
export default defineConfig({
  root: client,
  publicDir: 'public',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  worker: { format: 'es' },
  plugins: [listBuiltFiles()],
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
        codeSplitting: { groups: [{ name: 'maplibre', test: /node_modules\/maplibre-gl/ }] },
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
