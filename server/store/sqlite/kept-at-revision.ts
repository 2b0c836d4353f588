/**
 * Keeps what was made of one revision of the data, and forgets it all once another is asked for.
 * Where it is full, what nobody asked for the longest goes first.
 */
export class KeptAtRevision<Value> {
  readonly #kept = new Map<string, { value: Value; cost: number }>();
  #revision = -1;
  #cost = 0;

  /** @param most sum of the costs that are kept; the latest is kept whatever it costs. */
  constructor(private readonly most: number) {}

  get(revision: number, name: string): Value | undefined {
    this.#moveTo(revision);
    const found = this.#kept.get(name);
    if (!found) return undefined;
    // Moved to the end: the first is the one that nobody asked for the longest.
    this.#kept.delete(name);
    this.#kept.set(name, found);
    return found.value;
  }

  set(revision: number, name: string, { value, cost }: { value: Value; cost: number }): void {
    // A slow reader of an older revision does not drive out what is newer.
    if (revision < this.#revision) return;
    this.#moveTo(revision);
    this.#cost += cost - (this.#kept.get(name)?.cost ?? 0);
    this.#kept.delete(name);
    this.#kept.set(name, { value, cost });
    for (const [oldest, { cost: freed }] of this.#kept) {
      if (this.#cost <= this.most || oldest === name) break;
      this.#kept.delete(oldest);
      this.#cost -= freed;
    }
  }

  #moveTo(revision: number): void {
    if (revision <= this.#revision) return;
    this.#revision = revision;
    this.#kept.clear();
    this.#cost = 0;
  }
}
