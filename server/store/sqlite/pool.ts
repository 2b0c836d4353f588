import { Connection } from './connection.ts';
import { BUSY_TIMEOUT_MS } from './writer.ts';

interface Waiting {
  readonly give: (connection: Connection) => void;
  readonly fail: (reason: unknown) => void;
}

/** A few read-only connections, opened when first needed; who comes when all are busy waits in turn. */
export class Pool {
  readonly #path: string;
  readonly #size: number;
  readonly #all = new Set<Connection>();
  readonly #idle: Connection[] = [];
  /** In the order in which they came. */
  readonly #waiting = new Set<Waiting>();
  #opening = 0;
  #closed = false;

  constructor(path: string, size: number) {
    this.#path = path;
    this.#size = size;
  }

  /** @param signal once it is aborted, nothing is waited for, and what runs is interrupted. */
  async use<T>(work: (connection: Connection) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const connection = await this.acquire(signal);
    const interrupt = (): void => connection.interrupt();
    signal?.addEventListener('abort', interrupt);
    try {
      signal?.throwIfAborted();
      return await work(connection);
    } finally {
      signal?.removeEventListener('abort', interrupt);
      this.release(connection);
    }
  }

  /** Whoever acquires must release, or the pool runs dry. @throws the signal's reason. */
  async acquire(signal?: AbortSignal): Promise<Connection> {
    signal?.throwIfAborted();
    if (this.#closed) throw closedError();
    const idle = this.#idle.pop();
    if (idle) return idle;
    if (this.#all.size + this.#opening < this.#size) return this.#open();
    return new Promise((give, fail) => {
      const waiting = { give, fail };
      this.#waiting.add(waiting);
      signal?.addEventListener('abort', () => {
        if (this.#waiting.delete(waiting)) fail(signal.reason);
      });
    });
  }

  release(connection: Connection): void {
    const [next] = this.#waiting;
    if (!next) {
      this.#idle.push(connection);
      return;
    }
    this.#waiting.delete(next);
    next.give(connection);
  }

  /** Closes what nobody uses: it is opened anew when needed. */
  async rest(): Promise<void> {
    const idle = this.#idle.splice(0);
    for (const connection of idle) this.#all.delete(connection);
    await Promise.all(idle.map((connection) => connection.close()));
  }

  /** Interrupts what runs; later reads reject. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#failWaiting(closedError());
    await Promise.all(
      [...this.#all].map((connection) => {
        connection.interrupt();
        return connection.close();
      }),
    );
    this.#all.clear();
  }

  #failWaiting(error: unknown): void {
    for (const { fail } of this.#waiting) fail(error);
    this.#waiting.clear();
  }

  async #open(): Promise<Connection> {
    this.#opening++;
    try {
      const connection = await Connection.open(this.#path, 'read');
      try {
        await connection.execute(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
        // The pool may have been closed meanwhile, when this one was not yet among its own.
        if (this.#closed) throw closedError();
      } catch (error) {
        await connection.close();
        throw error;
      }
      this.#all.add(connection);
      return connection;
    } catch (error) {
      // Who waits, waits for one to be released: where none is open or opens, none ever is.
      if (this.#all.size === 0 && this.#opening === 1) this.#failWaiting(error);
      throw error;
    } finally {
      this.#opening--;
    }
  }
}

function closedError(): Error {
  return new Error('database: is closed, since the server is stopping.');
}
