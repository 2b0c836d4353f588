import type { Account } from '../../data/incident/schema.ts';
import { knownInstant } from '../../data/time/span.ts';

/** Accounts that belong together because they contradict each other, in two sides. */
export interface Dispute {
  readonly left: readonly Account[];
  readonly right: readonly Account[];
}

/**
 * Parts accounts into disputes and those that nobody contradicts. Within a dispute the sides are
 * found by going along the lines "disputes" (in either direction): who contradicts the left is right.
 * Accounts stand in the order in which they became known.
 */
export function sidesOf(accounts: readonly Account[]): {
  disputes: Dispute[];
  undisputed: Account[];
} {
  const ordered = [...accounts].sort((a, b) => knownAt(a) - knownAt(b));
  const against = opponents(ordered);
  const side = new Map<string, 'left' | 'right'>();
  const disputes: Dispute[] = [];
  const undisputed: Account[] = [];
  for (const account of ordered) {
    if (side.has(account.id)) continue;
    if (!against.get(account.id)?.size) {
      undisputed.push(account);
      continue;
    }
    const members = spread(account.id, against, side);
    const pick = (which: 'left' | 'right'): Account[] =>
      ordered.filter(({ id }) => members.has(id) && side.get(id) === which);
    disputes.push({ left: pick('left'), right: pick('right') });
  }
  return { disputes, undisputed };
}

/** @returns for each account, the ids of those it disputes or is disputed by. */
export function opponents(accounts: readonly Account[]): Map<string, Set<string>> {
  const against = new Map<string, Set<string>>(accounts.map(({ id }) => [id, new Set()]));
  for (const { id, disputes } of accounts) {
    for (const other of disputes) {
      if (other === id || !against.has(other)) continue;
      against.get(id)?.add(other);
      against.get(other)?.add(id);
    }
  }
  return against;
}

function spread(
  first: string,
  against: Map<string, Set<string>>,
  side: Map<string, 'left' | 'right'>,
): Set<string> {
  side.set(first, 'left');
  const members = new Set([first]);
  const waiting = [first];
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    const other = side.get(id) === 'left' ? 'right' : 'left';
    for (const opponent of against.get(id) ?? []) {
      if (members.has(opponent)) continue;
      side.set(opponent, other);
      members.add(opponent);
      waiting.push(opponent);
    }
  }
  return members;
}

/** From when it is known to the public, in milliseconds since 1970. A day counts as its end. */
export function knownAt({ knownAt: text }: Account): number {
  // The schema has checked the text before.
  return knownInstant(text) as number;
}
