/**
 * Lets long work begin once a turn of the event loop: views that are asked for together would else be
 * counted one after another while everybody waits, a download and the clock included.
 */
export class Turns {
  #last: Promise<void> = Promise.resolve();

  /** Resolves in a turn that nobody else was given. */
  next(): Promise<void> {
    this.#last = this.#last.then(() => new Promise((resolve) => setImmediate(resolve)));
    return this.#last;
  }
}
