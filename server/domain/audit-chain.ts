import { createHash } from 'node:crypto';
import type { AuditEntry } from './ports/audit-log.ts';

/** What stands before the first entry. */
export const CHAIN_START = '0'.repeat(64);

/**
 * @param previous the hash of the entry before, or CHAIN_START.
 * @returns SHA-256 (hex) over `previous` and the entry as canonical JSON: so that an entry cannot be
 *   changed, taken out or put between others without every later hash being wrong.
 */
export function chainHash(
  previous: string,
  number: number,
  act: Omit<AuditEntry, 'number' | 'hash'>,
): string {
  const { at, by, act: name, subject, detail } = act;
  const text = canonicalJson({ number, at, by, act: name, subject, detail });
  return createHash('sha256').update(previous).update(text).digest('hex');
}

/** Follows a chain entry by entry, in order. */
export class ChainCheck {
  #count = 0;
  #last = CHAIN_START;

  /** How many entries held, and the hash of the last. */
  get count(): number {
    return this.#count;
  }
  get last(): string {
    return this.#last;
  }

  /** @returns whether the entry follows those before. */
  follows(entry: AuditEntry): boolean {
    const number = this.#count + 1;
    if (entry.number !== number || entry.hash !== chainHash(this.#last, number, entry))
      return false;
    this.#count = number;
    this.#last = entry.hash;
    return true;
  }
}

/** JSON with members in the order of their names, and nothing between them (RFC 8785, §3.2). */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value))
    return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}
