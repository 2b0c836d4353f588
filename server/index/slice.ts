/** How long the index may work before the event loop has a turn. */
const SLICE_MS = 4;

/** Work in small steps, which gives an answer at its end. */
export type Steps<Answer> = Generator<void, Answer, void>;

/**
 * Cuts long work into slices, so that a download, the clock and other requests have their turns
 * between: a worker looks at `isOver` after each small step and then waits for `next`.
 */
export class Slice {
  #end = performance.now() + SLICE_MS;

  get isOver(): boolean {
    return performance.now() >= this.#end;
  }

  async next(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.#end = performance.now() + SLICE_MS;
  }
}

/** Takes steps to their end. @throws the signal's reason once it is aborted, after they have been given up. */
export async function inSlices<Answer>(
  steps: Steps<Answer>,
  slice: Slice,
  signal: AbortSignal | null = null,
): Promise<Answer> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (!slice.isOver) continue;
    await slice.next();
    if (signal?.aborted) steps.throw(signal.reason);
  }
}
