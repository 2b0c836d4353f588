import { type Connection, sqliteCode } from './connection.ts';

/** The only connection that writes: one transaction after another, in the order they were asked for. */
export class Writer {
  readonly #connection: Connection;
  #last: Promise<unknown> = Promise.resolve();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /**
   * Runs `work` in a transaction of its own. It has reached the disk when this resolves
   * (`synchronous = FULL`).
   * @param committed called right after the commit, before the next transaction begins.
   */
  transaction<T>(
    work: (connection: Connection) => Promise<T>,
    committed?: (result: T) => void,
  ): Promise<T> {
    return this.#next(async (connection) => {
      const result = await connection.transaction('IMMEDIATE', () => work(connection));
      committed?.(result);
      return result;
    });
  }

  /**
   * Runs `work` in one transaction that writes gigabytes. Where nobody else has the file open, each
   * page goes straight to it instead of to the write-ahead log and from there, and a journal beside
   * it keeps the little that was there: what is cut short leaves all as it was.
   */
  bulkTransaction<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    return this.#next(async (connection) => {
      await connection.execute('PRAGMA journal_mode = DELETE').catch(onlyBusy);
      try {
        return await connection.transaction('IMMEDIATE', () => work(connection));
      } finally {
        await connection.execute('PRAGMA journal_mode = WAL');
      }
    });
  }

  /**
   * Empties the write-ahead log into the database, so that what was erased is gone from both.
   * Where a reader still needs the log it stays, until a later commit moves it.
   */
  async flushLog(): Promise<void> {
    await this.#next(async (connection) => {
      await connection.execute('PRAGMA busy_timeout = 0');
      try {
        await connection.all('PRAGMA wal_checkpoint(TRUNCATE)');
      } finally {
        await connection.execute(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
      }
    });
  }

  async close(): Promise<void> {
    await this.#next((connection) => connection.close());
  }

  #next<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const result = this.#last.then(() => work(this.#connection));
    this.#last = result.catch(() => undefined);
    return result;
  }
}

/** How long one process waits for another's transaction. */
export const BUSY_TIMEOUT_MS = 5000;

/** Others have the file open: then all stays as it is. */
function onlyBusy(error: unknown): void {
  if (sqliteCode(error) !== 'SQLITE_BUSY') throw error;
}
