import type { Response } from 'express';

/** Those who wait for one answer: once all of them have gone away, or have it, `signal` is aborted. */
export class Waiting {
  readonly #controller = new AbortController();
  #clients = 0;

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  add(response: Response): void {
    this.#clients++;
    const leave = (): void => {
      this.#clients--;
      if (this.#clients === 0) this.#controller.abort();
    };
    if (response.destroyed) leave();
    else response.once('close', leave);
  }
}

/** @returns null where all have left before it was made. */
export async function unlessAllLeft<T>(making: Promise<T>, waiting: Waiting): Promise<T | null> {
  try {
    return await making;
  } catch (error) {
    if (waiting.signal.aborted) return null;
    throw error;
  }
}

/** Makes what one client waits for. @returns null where the client has left before it was made. */
export function madeFor<T>(
  response: Response,
  make: (signal: AbortSignal) => Promise<T>,
): Promise<T | null> {
  const waiting = new Waiting();
  waiting.add(response);
  return unlessAllLeft(make(waiting.signal), waiting);
}
