import { readFileSync } from 'node:fs';
import { servedArea } from '../../../server/domain/served-area.ts';
import type { Surroundings } from '../../../server/domain/surroundings.ts';

const file = new URL('../../../data/basemap/city.geojson', import.meta.url);

export const minneapolis = servedArea(JSON.parse(readFileSync(file, 'utf8')));

export const NOW = Date.parse('2026-02-01T12:34:56-06:00');

/** A clock that stands still, and bytes that count up from call to call. */
export function fixedSurroundings(): Surroundings {
  let call = 0;
  return {
    now: () => NOW,
    randomBytes: (size) => new Uint8Array(size).fill(++call),
  };
}
