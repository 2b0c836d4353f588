import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { BenchDatabase } from './database.ts';
import type { ExportFigures } from './export-process.ts';
import { against, atMost, type Figure, interleaved, median } from './measure.ts';

const script = fileURLToPath(new URL('export-process.ts', import.meta.url));
const run = promisify(execFile);

/** The download against `JSON.stringify` of the same features as objects in memory. */
export async function exportFigures({ path }: BenchDatabase): Promise<Figure[]> {
  const streams: ExportFigures[] = [];
  const speed = await interleaved(
    async () => {
      const figures = await measured('stream', path);
      streams.push(figures);
      return figures.megabytesPerSecond;
    },
    async () => (await measured('stringify', path)).megabytesPerSecond,
  );
  return [
    against('export against JSON.stringify', speed, {
      unit: 'MB/s',
      isBetter: 'more',
      leastRatio: 1,
    }),
    atMost('memory of an export', median(streams.map((s) => s.residentMegabytes)), 200, 'MB'),
    atMost(
      'longest event-loop delay of an export',
      median(streams.map((s) => s.stallMs)),
      20,
      'ms',
    ),
  ];
}

async function measured(mode: string, path: string): Promise<ExportFigures> {
  const { stdout } = await run(process.execPath, ['--import', 'tsx', script, mode, path]);
  return JSON.parse(stdout);
}
