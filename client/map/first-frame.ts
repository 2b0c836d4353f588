import type { Map as MapLibreMap } from 'maplibre-gl';

/** Longest that what is there waits for what is not. */
const LATEST_MS = 1500;

/**
 * Keeps MapLibre from drawing until all that it has been told to draw is there. By itself it draws each
 * tile and each mark as it comes: some ten frames on opening, seen for a moment each. Where no GPU draws
 * them, they are most of the wait, and every shader that is first needed waits for those before it.
 */
export function awaitWhole(map: MapLibreMap): void {
  const { painter } = map;
  const draw = painter.render;
  const begun = performance.now();
  const late = setTimeout(() => map.triggerRepaint(), LATEST_MS);
  painter.render = (...frame) => {
    if (!map.loaded() && performance.now() - begun < LATEST_MS) return;
    clearTimeout(late);
    painter.render = draw;
    painter.render(...frame);
  };
}
