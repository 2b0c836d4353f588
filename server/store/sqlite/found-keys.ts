import { KeyBits } from '../../../data/view/key-bits.ts';
import type { Condition } from './filter-sql.ts';

/** Looked up by key and put in order of time, so many take as long as to walk the order of time. */
const FEW_KEYS = 2500;
const LEAST_BYTES = 1024;

/** Keys of versions, in the forms in which they are asked for: by views as bits, by SQL as bytes. */
export class FoundKeys {
  readonly bits = new KeyBits();
  /** A byte for each key from 1 on, 1 where it is in: SQLite tells one in a fraction of a µs. */
  #flags = new Uint8Array(LEAST_BYTES);
  /** The keys themselves, where they are few. */
  #few: Set<number> | null = new Set();

  /** True where they are looked up one by one. */
  get isFew(): boolean {
    return this.#few !== null;
  }

  /** @returns a condition on `versions AS v` narrowed to the versions that are in, which it asks first. */
  among({ sql, parameters }: Condition): Condition {
    return this.#few === null
      ? {
          sql: `substr($flags, v.key, 1) = x'01' AND ${sql}`,
          parameters: { ...parameters, $flags: this.#flags },
        }
      : {
          sql: `v.key IN (SELECT value FROM json_each($keys)) AND ${sql}`,
          parameters: { ...parameters, $keys: JSON.stringify([...this.#few]) },
        };
  }

  get byteLength(): number {
    return this.#flags.byteLength + this.bits.byteLength;
  }

  add(key: number): void {
    if (key > this.#flags.length) this.#grow(key);
    this.#flags[key - 1] = 1;
    this.bits.add(key);
    this.#few?.add(key);
    if (this.bits.size > FEW_KEYS) this.#few = null;
  }

  /** @returns false where it was not in. */
  delete(key: number): boolean {
    if (!this.bits.delete(key)) return false;
    this.#flags[key - 1] = 0;
    this.#few?.delete(key);
    return true;
  }

  #grow(least: number): void {
    const larger = new Uint8Array(Math.max(least, 2 * this.#flags.length));
    larger.set(this.#flags);
    this.#flags = larger;
  }
}
