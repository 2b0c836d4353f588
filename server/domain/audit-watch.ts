import { ChainCheck } from './audit-chain.ts';
import type { AuditEntry, AuditLog, ChainFinding } from './ports/audit-log.ts';

/** For so long entries that held once are taken to hold. */
const TRUSTED_MS = 3_600_000;

/**
 * Says whether the audit log stands unaltered without reading all of it each time: what was added
 * since the last question is checked at once, all of it on the first question and again every hour.
 */
export class AuditWatch {
  #chain = new ChainCheck();
  #brokenAt: number | null = null;
  #readWholeAt = Number.NEGATIVE_INFINITY;
  /** Questions are answered one after another: each goes on where the one before ended. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly audit: Pick<AuditLog, 'entries' | 'page'>) {}

  /** @param now ms. */
  check(now: number): Promise<ChainFinding> {
    const finding = this.#last.then(() => this.#check(now));
    this.#last = finding.catch(() => undefined);
    return finding;
  }

  async #check(now: number): Promise<ChainFinding> {
    const isTrusted = this.#brokenAt === null && now - this.#readWholeAt < TRUSTED_MS;
    if (!isTrusted || !(await this.#endsAsItDid())) await this.#readWhole(now);
    else await this.#follow(this.#chain.count);
    const { count, last } = this.#chain;
    return { count, last, brokenAt: this.#brokenAt };
  }

  /** @returns whether the last entry that held still is where it was. */
  async #endsAsItDid(): Promise<boolean> {
    const { count, last } = this.#chain;
    const [entry] = await this.audit.page(1, count + 1);
    return count === 0 || (entry?.number === count && entry.hash === last);
  }

  async #readWhole(now: number): Promise<void> {
    const known = this.#chain;
    this.#chain = new ChainCheck();
    this.#brokenAt = null;
    await this.#follow(null, ({ number, hash }) => {
      // A chain made anew holds by itself, but is not the one that was read before.
      if (number === known.count && hash !== known.last) this.#brokenAt = number;
    });
    if (this.#brokenAt === null && this.#chain.count < known.count) {
      this.#brokenAt = this.#chain.count + 1;
    }
    if (this.#brokenAt === null) this.#readWholeAt = now;
    // What was known stays known: the log is no truer for having been asked about twice.
    else this.#chain = known;
  }

  async #follow(
    after: number | null,
    seen: (entry: AuditEntry) => void = () => undefined,
  ): Promise<void> {
    for await (const entry of this.audit.entries(after)) {
      if (!this.#chain.follows(entry)) {
        this.#brokenAt = entry.number;
        return;
      }
      seen(entry);
    }
  }
}
