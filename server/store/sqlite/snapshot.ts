import type { Connection } from './connection.ts';
import type { Pool } from './pool.ts';
import { revisionOf } from './revision.ts';

/** A reader that pauses longer gives its snapshot up: an open one keeps the log from shrinking. */
const LONGEST_PAUSE_MS = 120_000;

/** One page of a long read; `end` says where the next begins, null at the last. */
export interface Paged<End> {
  readonly end: End | null;
}

/**
 * Reads page after page from one snapshot of the database, the next while the consumer works on
 * this one. Stops and gives its connection back when the consumer stops iterating.
 * @param read reads the page after `after` (null: the first) at that revision.
 * @throws Error when the consumer pauses for longer than two minutes.
 */
export async function* pagesOf<Page extends Paged<End>, End>(
  pool: Pool,
  read: (connection: Connection, after: End | null, revision: number) => Promise<Page>,
): AsyncGenerator<Page, void, void> {
  const snapshot = await Snapshot.begin(pool);
  let next: Promise<Page> | null = null;
  let pause: NodeJS.Timeout | undefined;
  const readAfter = (after: End | null): Promise<Page> => {
    const page = read(snapshot.connection, after, snapshot.revision);
    // Whoever awaits it gets the error; nobody may, when the consumer stops first.
    page.catch(() => undefined);
    return page;
  };
  try {
    next = readAfter(null);
    while (next) {
      const page: Page = await next;
      next = page.end === null ? null : readAfter(page.end);
      pause = setTimeout(() => snapshot.end(next), LONGEST_PAUSE_MS).unref();
      yield page;
      clearTimeout(pause);
      if (snapshot.hasEnded && next)
        throw new Error('download: paused for too long; start it anew.');
    }
  } finally {
    // A consumer that stops leaves it running, and with it the pages that it refers to.
    clearTimeout(pause);
    await snapshot.end(next);
  }
}

class Snapshot {
  #ended: Promise<void> | null = null;

  private constructor(
    private readonly pool: Pool,
    readonly connection: Connection,
    readonly revision: number,
  ) {}

  static async begin(pool: Pool): Promise<Snapshot> {
    const connection = await pool.acquire();
    try {
      await connection.execute('BEGIN');
      // A transaction sees the database as it is at its first read, so that comes now.
      return new Snapshot(pool, connection, await revisionOf(connection));
    } catch (error) {
      await connection.execute('ROLLBACK').catch(() => undefined);
      pool.release(connection);
      throw error;
    }
  }

  get hasEnded(): boolean {
    return this.#ended !== null;
  }

  /** @param running the page that is being read; it is interrupted. */
  end(running: Promise<unknown> | null): Promise<void> {
    this.#ended ??= this.#release(running);
    return this.#ended;
  }

  async #release(running: Promise<unknown> | null): Promise<void> {
    if (running) {
      this.connection.interrupt();
      await running.catch(() => undefined);
    }
    // Fails only where the connection was closed under it, which ends the transaction as well.
    await this.connection.execute('ROLLBACK').catch(() => undefined);
    this.pool.release(this.connection);
  }
}
