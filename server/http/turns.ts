/**
 * Gives parts of long work a turn of the event loop each: long texts that are written together would
 * else be written one after another while everybody waits, a download and the clock included.
 */
export class Turns {
  #last: Promise<void> = Promise.resolve();

  /** Resolves in a turn that nobody else was given. */
  next(): Promise<void> {
    this.#last = this.#last.then(() => new Promise((resolve) => setImmediate(resolve)));
    return this.#last;
  }
}
