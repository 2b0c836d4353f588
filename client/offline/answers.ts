const CACHE = 'answers';
/** About the last twenty views with their lists. */
const MOST = 60;

/** @returns whether an answer may be kept on the device: public reads of the map, no download. */
export function isKept({ pathname }: URL): boolean {
  return (
    pathname === '/api/view' ||
    pathname.startsWith('/api/view/') ||
    pathname === '/api/changes' ||
    pathname.startsWith('/api/collections/incidents/items')
  );
}

/** Public answers, as they were when last asked: the server's where it answers, else the kept one. */
export class Answers {
  constructor(private readonly caches: CacheStorage) {}

  /**
   * @returns the answer, and when it was kept (ms since 1970) where the server gave none.
   * @throws TypeError where there is neither, as fetch does.
   */
  async of(request: Request): Promise<{ response: Response; keptAt: number | null }> {
    const cache = await this.caches.open(CACHE);
    try {
      const response = await fetch(request);
      if (response.ok) void keep(cache, request, response.clone());
      else if (response.status === 404 || response.status === 410) void forget(cache, request);
      return { response, keptAt: null };
    } catch (error) {
      const kept = await cache.match(request);
      if (!kept) throw error;
      return { response: kept, keptAt: Date.parse(kept.headers.get('Date') ?? '') || null };
    }
  }

  /** Keeps what was asked past the worker: of the browser's own cache, where that holds it still. */
  async keepAsked(asked: readonly string[], origin: string): Promise<void> {
    const urls = asked.map((url) => new URL(url));
    const kept = urls.filter((url) => url.origin === origin && isKept(url));
    await Promise.allSettled(
      kept.map((url) => this.of(new Request(url, { cache: 'force-cache' }))),
    );
  }
}

/** What was withdrawn leaves the device as well: its record, and every list and view that names it. */
async function forget(cache: Cache, { url }: Request): Promise<void> {
  try {
    await cache.delete(url);
    const id = /\/items\/([^/?]+)/.exec(url)?.[1];
    if (id === undefined) return;
    for (const kept of await cache.keys()) {
      const answer = await cache.match(kept);
      if ((await answer?.text())?.includes(`"${decodeURIComponent(id)}"`)) await cache.delete(kept);
    }
  } catch {}
}

/** Storage may be full or forbidden: then nothing is kept, and the map goes on as it does online. */
async function keep(cache: Cache, request: Request, response: Response): Promise<void> {
  try {
    // The newest last: `keys` tells them in the order in which they were put.
    await cache.delete(request);
    await cache.put(request, response);
    const all = await cache.keys();
    await Promise.all(all.slice(0, -MOST).map((old) => cache.delete(old)));
  } catch {}
}
