const BITS = 12;
const CHUNK = 1 << BITS;

/**
 * Says in which page a key's row is: a table of page numbers in chunks, four bytes a key where keys
 * are dense (as row ids are), against some forty of a `Map`.
 */
export class KeyDirectory {
  private readonly chunks = new Map<number, { pages: Uint32Array; used: number }>();

  /** @returns the page's id, or 0 where the key is unknown. */
  get(key: number): number {
    return this.chunks.get(key >>> BITS)?.pages[key & (CHUNK - 1)] ?? 0;
  }

  /** @param page the page's id, from 1 on. */
  set(key: number, page: number): void {
    let chunk = this.chunks.get(key >>> BITS);
    if (!chunk) {
      chunk = { pages: new Uint32Array(CHUNK), used: 0 };
      this.chunks.set(key >>> BITS, chunk);
    }
    if (chunk.pages[key & (CHUNK - 1)] === 0) chunk.used++;
    chunk.pages[key & (CHUNK - 1)] = page;
  }

  delete(key: number): void {
    const chunk = this.chunks.get(key >>> BITS);
    if (!chunk || chunk.pages[key & (CHUNK - 1)] === 0) return;
    chunk.pages[key & (CHUNK - 1)] = 0;
    if (--chunk.used === 0) this.chunks.delete(key >>> BITS);
  }

  get byteLength(): number {
    return this.chunks.size * CHUNK * 4;
  }
}
