import sqlite3 from 'sqlite3';

export type Value = string | number | Uint8Array | null;
/** Values by name, as in `{ $id: 'a' }`. */
export type Parameters = Readonly<Record<`$${string}`, Value>>;

/**
 * One connection of sqlite3 as promises. Queries run on libuv's thread pool; rows become objects on
 * the event loop, so a query for many rows should join them in SQL first.
 */
export class Connection {
  readonly #database: sqlite3.Database;
  #isClosed = false;

  private constructor(database: sqlite3.Database) {
    this.#database = database;
  }

  /** @param access `read` refuses to write and to make a file that is not there. */
  static open(path: string, access: 'read' | 'write'): Promise<Connection> {
    const mode =
      access === 'read' ? sqlite3.OPEN_READONLY : sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE;
    return new Promise((resolve, reject) => {
      const database = new sqlite3.Database(path, mode, (error) => {
        if (error) reject(error);
        else resolve(new Connection(database));
      });
    });
  }

  /** Runs statements without parameters and without answers, separated by semicolons. */
  execute(sql: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#database.exec(sql, (error) => (error ? reject(error) : resolve()));
    });
  }

  /** @returns how many rows were changed. */
  run(sql: string, parameters: Parameters = {}): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#database.run(sql, parameters, function done(this: sqlite3.RunResult, error) {
        if (error) reject(error);
        else resolve(this.changes);
      });
    });
  }

  all<Row>(sql: string, parameters: Parameters = {}): Promise<Row[]> {
    return new Promise((resolve, reject) => {
      this.#database.all<Row>(sql, parameters, (error, rows) => {
        if (error) reject(error);
        else resolve(rows);
      });
    });
  }

  get<Row>(sql: string, parameters: Parameters = {}): Promise<Row | undefined> {
    return new Promise((resolve, reject) => {
      this.#database.get<Row | undefined>(sql, parameters, (error, row) => {
        if (error) reject(error);
        else resolve(row);
      });
    });
  }

  /** Runs `work` in a transaction: committed when it resolves, taken back when it rejects. */
  async transaction<T>(kind: 'DEFERRED' | 'IMMEDIATE', work: () => Promise<T>): Promise<T> {
    await this.execute(`BEGIN ${kind}`);
    try {
      const result = await work();
      await this.execute('COMMIT');
      return result;
    } catch (error) {
      // Some errors (disk full, I/O) have rolled back already; the first error is the one to tell.
      await this.execute('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }

  /** Stops the query that runs now, if any: it rejects with SQLITE_INTERRUPT. */
  interrupt(): void {
    // Of a closed one nothing runs, and sqlite3 throws.
    if (!this.#isClosed) this.#database.interrupt();
  }

  /** Waits for what runs, then closes. */
  close(): Promise<void> {
    this.#isClosed = true;
    return new Promise((resolve, reject) => {
      this.#database.close((error) => (error ? reject(error) : resolve()));
    });
  }
}

/** @returns SQLite's name of the error, `SQLITE_BUSY`, or null for any other error. */
export function sqliteCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' && error.code.startsWith('SQLITE_') ? error.code : null;
}
