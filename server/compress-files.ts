import { createHash } from 'node:crypto';
import { copyFile, mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { Plugin } from 'vite';

const compress = promisify(brotliCompress);
const COMPRESSIBLE = /\.(js|css|geojson|svg)$/;
/** What gets smaller by less than a packet is sent as it is. */
const LEAST_BYTES = 1024;

/**
 * Puts beside each hashed file what Brotli makes of it at its best, which takes seconds for MapLibre:
 * a fifth smaller than what a server can do while somebody waits.
 * @param folder keeps what was compressed before, by content, from build to build.
 */
export function compressFiles(folder: string): Plugin {
  return {
    name: 'compress-files',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      if (!dir) return;
      await mkdir(folder, { recursive: true });
      await Promise.all(
        Object.values(bundle).map(async (file) => {
          const { fileName } = file;
          if (!fileName.startsWith('assets/') || !COMPRESSIBLE.test(fileName)) return;
          const bytes = Buffer.from(file.type === 'chunk' ? file.code : file.source);
          if (bytes.length < LEAST_BYTES) return;
          await copyFile(await compressed(bytes, folder), `${join(dir, fileName)}.br`);
        }),
      );
    },
  };
}

/** @returns the path of the compressed bytes. */
async function compressed(bytes: Buffer, folder: string): Promise<string> {
  const path = join(folder, createHash('sha256').update(bytes).digest('hex'));
  const isThere = await stat(path).then(
    () => true,
    () => false,
  );
  if (!isThere) {
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    };
    await writeFile(path, await compress(bytes, { params }));
  }
  return path;
}
