import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { bytesToHeader, type Header, TileType } from 'pmtiles';

/** https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md#3-header */
const HEADER_BYTES = 127;
const MAGIC = 'PMTiles\x03';

/**
 * Looks into a host's own basemap before the map starts: what is wrong with it would else be seen by
 * readers alone, who get the embedded one instead, or an empty ground.
 * @returns what is accepted in place of this file, or null where it can be drawn.
 */
export function basemapRefusal(path: string): string | null {
  if (!/\.pmtiles$/.test(path)) return NO_FILE;
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return NO_FILE;
  }
  try {
    return refusalOf(file);
  } finally {
    closeSync(file);
  }
}

const NO_FILE = 'accepted is the path of a file that ends in .pmtiles, is there and can be read.';

function refusalOf(file: number): string | null {
  const found = fstatSync(file);
  if (!found.isFile()) return NO_FILE;
  const bytes = Buffer.alloc(HEADER_BYTES);
  readSync(file, bytes, 0, HEADER_BYTES, 0);
  if (bytes.toString('latin1', 0, MAGIC.length) !== MAGIC) {
    return 'accepted is a PMTiles archive of version 3, which this file is not. Make or fetch one: https://docs.protomaps.com/guide/getting-started';
  }
  const header = bytesToHeader(bytes.buffer);
  if (header.tileType !== TileType.Mvt) {
    return 'accepted is an archive of vector tiles (MVT) with the layers of the Protomaps basemap; this one has others.';
  }
  const whole = lengthOf(header);
  if (found.size >= whole) return null;
  return `accepted is a whole archive; this one is cut short at ${found.size} of ${whole} bytes. Copy it anew.`;
}

/** The sections may stand in any order. */
function lengthOf(header: Header): number {
  return Math.max(
    header.rootDirectoryOffset + header.rootDirectoryLength,
    header.jsonMetadataOffset + header.jsonMetadataLength,
    header.leafDirectoryOffset + (header.leafDirectoryLength ?? 0),
    header.tileDataOffset + (header.tileDataLength ?? 0),
  );
}
