/**
 * `npm run bench -- [--count N] [--json FILE] [--only PART]`, PART being views, exports, searches,
 * changes, served or browser: what the map does with N synthetic incidents (100,000), each figure
 * beside its peer's of the same run, medians of five. The databases stay in .build/bench. Of more than a million, N in millions, the views alone
 * are measured, over copies in memory.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { browserFigures } from './browser.ts';
import { changesFigures } from './changes.ts';
import { benchDatabase, MOST_STORED } from './database.ts';
import { exportFigures } from './exports.ts';
import type { Figure } from './measure.ts';
import { searchFigures } from './searches.ts';
import { servedFigures } from './served.ts';
import { tableOf } from './table.ts';
import { viewFigures } from './views.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100000' },
    json: { type: 'string' },
    only: { type: 'string' },
  },
});
const count = Number(values.count);
if (!Number.isSafeInteger(count) || count < 1) {
  throw new RangeError(`--count: received ${values.count}; expected a whole number from 1 on.`);
}

const folder = fileURLToPath(new URL('../../.build/bench', import.meta.url));
mkdirSync(folder, { recursive: true });
const database = await benchDatabase(folder, count);
const parts: Record<string, () => Promise<Figure[]>> = {
  views: () => viewFigures(database, count),
  exports: () => exportFigures(database),
  searches: () => searchFigures(database),
  changes: () => changesFigures(database),
  served: () => servedFigures(database),
  browser: () => browserFigures(database),
};
const figures: Figure[] = [...database.figures];
for (const [name, measure] of Object.entries(parts)) {
  if (values.only !== undefined && values.only !== name) continue;
  if (count > MOST_STORED && name !== 'views') continue;
  process.stderr.write(`Measuring ${name} …\n`);
  figures.push(...(await measure()));
}
await database.store.close();

const [cpu] = cpus();
console.log(
  `${count.toLocaleString('en-US')} incidents · Node ${process.version} · ${cpus().length} × ${cpu?.model ?? 'unknown CPU'}\n`,
);
console.log(tableOf(figures));
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
