import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { BASEMAP_FILES } from './basemap-urls.ts';

/**
 * Asks for what MapLibre will ask for once its code is there: its worker, and through that the
 * basemap. They then come beside it and not one after the other; a browser keeps them for it.
 */
export function askAhead(): void {
  for (const url of [workerUrl, ...Object.values(BASEMAP_FILES)]) {
    fetch(url, { priority: 'low' })
      // Unread, it would not be kept.
      .then((response) => response.arrayBuffer())
      // Whoever needs it asks again, and says so.
      .catch(() => undefined);
  }
}
