const CHUNK_BITS = 16;

/**
 * Keys as a set of bits, in chunks of 8 KB: asked for every row of a view, it answers in a
 * nanosecond or two where a `Set` takes tens.
 */
export function keyBits(keys: ReadonlySet<number>): (key: number) => boolean {
  const chunks: (Uint32Array | undefined)[] = [];
  for (const key of keys) {
    const chunk = (chunks[key >>> CHUNK_BITS] ??= new Uint32Array(2 ** (CHUNK_BITS - 5)));
    const word = (key >>> 5) & (chunk.length - 1);
    chunk[word] = (chunk[word] as number) | (1 << (key & 31));
  }
  return (key) => {
    const chunk = chunks[key >>> CHUNK_BITS];
    if (chunk === undefined) return false;
    return (((chunk[(key >>> 5) & (chunk.length - 1)] as number) >>> (key & 31)) & 1) === 1;
  };
}
