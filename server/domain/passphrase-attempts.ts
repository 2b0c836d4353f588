const WINDOW_MS = 15 * 60_000;
/** For one name, known or not. */
export const MOST_FOR_A_NAME = 5;
/** For all names together, which bounds what is kept. */
export const MOST_FOR_ALL = 60;

/** Passphrases tried lately, in memory alone: a right one gives its attempts back. */
export class PassphraseAttempts {
  #attempts: { readonly name: string; readonly at: number }[] = [];
  #failures = 0;

  constructor(private readonly now: () => number) {}

  /**
   * Counts an attempt before it is judged, so that many at once are as limited as one by one.
   * @returns 0, or after how many ms another is taken.
   */
  begin(name: string): number {
    const now = this.now();
    this.#attempts = this.#attempts.filter(({ at }) => at > now - WINDOW_MS);
    const own = this.#attempts.filter((attempt) => attempt.name === name);
    const wait = Math.max(
      waitOf(own, MOST_FOR_A_NAME, now),
      waitOf(this.#attempts, MOST_FOR_ALL, now),
    );
    if (wait === 0) this.#attempts.push({ name, at: now });
    return wait;
  }

  succeeded(name: string): void {
    this.#attempts = this.#attempts.filter((attempt) => attempt.name !== name);
  }

  failed(): void {
    this.#failures++;
  }

  /** @returns how many failed since this was last asked. */
  takeFailures(): number {
    const failures = this.#failures;
    this.#failures = 0;
    return failures;
  }
}

function waitOf(attempts: readonly { readonly at: number }[], most: number, now: number): number {
  const oldest = attempts.at(-most);
  return oldest === undefined ? 0 : oldest.at + WINDOW_MS - now;
}
