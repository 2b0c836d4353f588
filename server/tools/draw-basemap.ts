/**
 * Draws the embedded basemap from its figures: `npx tsx server/tools/draw-basemap.ts`.
 * Writes data/basemap/*.geojson; the same figures always give the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { drawBasemap, fileText } from '../../data/basemap/draw/draw.ts';

let total = 0;
for (const [name, drawn] of Object.entries(drawBasemap())) {
  const text = fileText(drawn);
  writeFileSync(new URL(`../../data/basemap/${name}.geojson`, import.meta.url), text);
  const zipped = gzipSync(text, { level: 9 }).length;
  total += zipped;
  console.log(`${name}.geojson  ${text.length} bytes, ${zipped} zipped`);
}
console.log(`${total} bytes zipped in all`);
