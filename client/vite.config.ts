import { defineConfig } from 'vite';

const client = decodeURIComponent(new URL('.', import.meta.url).pathname);

/** Two pages, the map and the moderators' queue. Nothing is inlined: the CSP allows no `data:` fetch. */
export default defineConfig({
  root: client,
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  worker: { format: 'es' },
  build: {
    outDir: '../.build/client',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // MapLibre alone is over Vite's default; it is a chunk of its own, loaded beside the page.
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: [`${client}index.html`, `${client}moderation.html`],
      output: {
        codeSplitting: { groups: [{ name: 'maplibre', test: /node_modules\/maplibre-gl/ }] },
      },
    },
  },
});
