import { Connection } from './connection.ts';
import { BUSY_TIMEOUT_MS } from './writer.ts';

/** A few read-only connections, opened when first needed; who comes when all are busy waits in turn. */
export class Pool {
  readonly #path: string;
  readonly #size: number;
  readonly #all = new Set<Connection>();
  readonly #idle: Connection[] = [];
  readonly #waiting: { give: (connection: Connection) => void; fail: (error: Error) => void }[] =
    [];
  #opening = 0;
  #closed = false;

  constructor(path: string, size: number) {
    this.#path = path;
    this.#size = size;
  }

  async use<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const connection = await this.acquire();
    try {
      return await work(connection);
    } finally {
      this.release(connection);
    }
  }

  /** Whoever acquires must release, or the pool runs dry. */
  async acquire(): Promise<Connection> {
    if (this.#closed) throw closedError();
    const idle = this.#idle.pop();
    if (idle) return idle;
    if (this.#all.size + this.#opening < this.#size) return this.#open();
    return new Promise((give, fail) => {
      this.#waiting.push({ give, fail });
    });
  }

  release(connection: Connection): void {
    const next = this.#waiting.shift();
    if (next) next.give(connection);
    else this.#idle.push(connection);
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
    for (const { fail } of this.#waiting.splice(0)) fail(closedError());
    await Promise.all(
      [...this.#all].map((connection) => {
        connection.interrupt();
        return connection.close();
      }),
    );
    this.#all.clear();
  }

  async #open(): Promise<Connection> {
    this.#opening++;
    try {
      const connection = await Connection.open(this.#path, 'read');
      await connection.execute(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
      this.#all.add(connection);
      return connection;
    } finally {
      this.#opening--;
    }
  }
}

function closedError(): Error {
  return new Error('database: is closed, since the server is stopping.');
}
