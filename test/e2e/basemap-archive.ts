/**
 * The smallest PMTiles archive there can be: version 3, one tile of zoom 0, nothing compressed
 * (https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md). In the tile the layer `earth` of
 * the Protomaps basemap covers all of it.
 */
export function oneTileArchive(): Buffer {
  const tile = earthTile();
  // One entry: tile id 0, run length 1, its length, its offset plus one.
  const directory = Buffer.from([1, 0, 1, ...varint(tile.length), 1]);
  const metadata = Buffer.from('{"vector_layers":[{"id":"earth","fields":{}}]}');
  const header = Buffer.alloc(127);
  header.write('PMTiles', 0, 'ascii');
  header[7] = 3;
  const sections = [
    [header.length, directory.length],
    [header.length + directory.length, metadata.length],
    [0, 0],
    [header.length + directory.length + metadata.length, tile.length],
  ] as const;
  sections.forEach(([offset, length], index) => {
    header.writeBigUInt64LE(BigInt(offset), 8 + index * 16);
    header.writeBigUInt64LE(BigInt(length), 16 + index * 16);
  });
  for (const count of [72, 80, 88]) header.writeBigUInt64LE(1n, count);
  // Clustered, directory and tile uncompressed, vector tiles, zooms 0 to 0.
  header.set([1, 1, 1, 1, 0, 0], 96);
  [-1_800_000_000, -850_000_000, 1_800_000_000, 850_000_000].forEach((degrees, index) => {
    header.writeInt32LE(degrees, 102 + index * 4);
  });
  return Buffer.concat([header, directory, metadata, tile]);
}

/** A Mapbox Vector Tile 2.1 of one polygon: the square of the tile's extent, 4096. */
function earthTile(): Buffer {
  const zigzag = (value: number): number => (value << 1) ^ (value >> 31);
  const moveTo = [9, zigzag(0), zigzag(0)];
  const lineTo = [26, zigzag(4096), zigzag(0), zigzag(0), zigzag(4096), zigzag(-4096), zigzag(0)];
  const geometry = [...moveTo, ...lineTo, 15].flatMap(varint);
  const polygon = 3;
  const feature = [...field(3, polygon), ...message(4, geometry)];
  const name = [...Buffer.from('earth')];
  const layer = [...field(15, 2), ...message(1, name), ...message(2, feature), ...field(5, 4096)];
  return Buffer.from(message(3, layer));
}

/** A field of protobuf that holds a number. */
function field(id: number, value: number): number[] {
  return [...varint(id << 3), ...varint(value)];
}

/** A field of protobuf that holds bytes. */
function message(id: number, bytes: readonly number[]): number[] {
  return [...varint((id << 3) | 2), ...varint(bytes.length), ...bytes];
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)];
}
