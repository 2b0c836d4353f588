const FIRST_MS = 60_000;

/** How long to leave a mail server alone that does not take mail: a minute, then twice as long each time. */
export class BackOff {
  #until = -Infinity;
  #waitMs = FIRST_MS;

  /** @param longestMs it waits no longer. */
  constructor(
    private readonly longestMs: number,
    private readonly now: () => number,
  ) {}

  get isOver(): boolean {
    return this.now() >= this.#until;
  }

  /** Of what fails while it waits already, nothing more is made. */
  failed(): void {
    if (!this.isOver) return;
    this.#until = this.now() + this.#waitMs;
    this.#waitMs = Math.min(2 * this.#waitMs, this.longestMs);
  }

  worked(): void {
    this.#until = -Infinity;
    this.#waitMs = FIRST_MS;
  }
}
