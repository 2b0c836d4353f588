/** Where progress is told: a terminal gets a bar that redraws itself, anything else lines. */
export interface ProgressOutput {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const BAR_CELLS = 30;
const BAR_EVERY_MS = 100;
const LINE_EVERY_MS = 5000;

/** Tells how far a long command is, how fast it goes and when it will be done. */
export class Progress {
  private readonly started = performance.now();
  private told = this.started;

  constructor(
    private readonly title: string,
    private readonly total: number,
    private readonly output: ProgressOutput,
  ) {}

  /** @param done how many of the total. Tells at most ten times a second. */
  show(done: number): void {
    const now = performance.now();
    if (now - this.told < (this.output.isTTY ? BAR_EVERY_MS : LINE_EVERY_MS)) return;
    this.told = now;
    this.tell(done);
  }

  /** Tells that all is done. */
  end(): void {
    this.tell(this.total);
    if (this.output.isTTY) this.output.write('\n');
  }

  private tell(done: number): void {
    const seconds = (performance.now() - this.started) / 1000;
    const perSecond = done / Math.max(seconds, 0.001);
    const left = done < this.total && done > 0 ? (this.total - done) / perSecond : 0;
    const share = this.total === 0 ? 1 : done / this.total;
    const facts = `${number(done)} of ${number(this.total)} (${Math.floor(share * 100)} %), ${number(Math.round(perSecond))} a second, ${left > 0 ? `${Math.ceil(left)} s left` : `${seconds.toFixed(1)} s`}`;
    if (!this.output.isTTY) {
      this.output.write(`${this.title}: ${facts}\n`);
      return;
    }
    const filled = Math.round(BAR_CELLS * share);
    const bar = '█'.repeat(filled) + '░'.repeat(BAR_CELLS - filled);
    this.output.write(`\r${this.title} ${bar} ${facts}\x1b[K`);
  }
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}
