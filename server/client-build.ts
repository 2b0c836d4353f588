import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compressFiles } from './compress-files.ts';

const SOURCES = ['client', 'data', 'package-lock.json'];
const CONFIG = 'client/vite.config.ts';
const BUILD = '.build/client';
/**
 * What the sources were when the build was made. It lies within, since Vite empties its folder: what
 * Vite alone put there, as `npm run dev` does, is not taken for whole, without what is compressed.
 */
const STAMP = `${BUILD}/.stamp`;
const COMPRESSED = '.build/compressed';

/**
 * Builds the pages, unless they are built from the sources as they stand.
 * @param root the repository's folder.
 * @param log takes progress, a line at a time.
 * @returns the folder to serve.
 */
export async function buildClient(root: string, log: (line: string) => void): Promise<string> {
  const folder = join(root, BUILD);
  const stamp = join(root, STAMP);
  const sources = await stampOf(root);
  if ((await readFile(stamp, 'utf8').catch(() => null)) === sources) return folder;
  const begun = performance.now();
  log('Building the pages (only when they have changed) …');
  const { build } = await import('vite');
  const plugins = [compressFiles(join(root, COMPRESSED))];
  // How long our plugins take is no warning to whoever starts the map.
  const rolldownOptions = { checks: { pluginTimings: false } };
  const configFile = join(root, CONFIG);
  await build({ configFile, logLevel: 'warn', plugins, build: { rolldownOptions } });
  await writeFile(stamp, sources);
  log(`Built the pages in ${((performance.now() - begun) / 1000).toFixed(1)} s.`);
  return folder;
}

/** Names, sizes and times of all source files, hashed. */
async function stampOf(root: string): Promise<string> {
  const hash = createHash('sha256');
  for (const source of SOURCES) await addTo(hash, root, source);
  return hash.digest('hex');
}

async function addTo(hash: ReturnType<typeof createHash>, root: string, path: string) {
  const found = await stat(join(root, path));
  if (!found.isDirectory()) {
    hash.update(`${path}\0${found.size}\0${found.mtimeMs}\n`);
    return;
  }
  const names = await readdir(join(root, path));
  for (const name of names.sort()) {
    if (!name.startsWith('.')) await addTo(hash, root, `${path}/${name}`);
  }
}
