import { isSameJson } from './equal.ts';
import type { IncidentDraft } from './schema.ts';

/** One thing that differs between two states of a record. */
export interface Change {
  /**
   * Where, as a JSON pointer into the Feature (RFC 6901). What has an id is named by it, not by its
   * place: `/properties/accounts/a3`.
   */
  readonly pointer: string;
  /** Null where there was nothing. */
  readonly before: unknown;
  /** Null where there is nothing any more. */
  readonly after: unknown;
}

type Member = Readonly<Record<string, unknown>>;

/** Lists whose members are told apart by their ids; decisions by the day and finding that they are. */
const NAMED_LISTS: Readonly<Record<string, (member: Member) => string>> = {
  accounts: ({ id }) => String(id),
  sources: ({ id }) => String(id),
  photos: ({ id }) => String(id),
  decisions: ({ verification, decidedAt, reason }) => `${decidedAt} ${verification} ${reason}`,
};

/**
 * Compares two states of a record by what its authors wrote.
 * @param before null where there was none: then nothing is compared.
 * @returns each member that differs, in the order in which the later state has them.
 */
export function changesBetween(before: IncidentDraft | null, after: IncidentDraft): Change[] {
  if (before === null) return [];
  const changes: Change[] = [];
  compare('/geometry', before.geometry, after.geometry, changes);
  const [old, now]: [Member, Member] = [before.properties, after.properties];
  for (const name of new Set([...Object.keys(now), ...Object.keys(old)])) {
    const pointer = `/properties/${name}`;
    const key = NAMED_LISTS[name];
    if (key) compareLists(pointer, membersOf(old[name]), membersOf(now[name]), key, changes);
    else compare(pointer, old[name], now[name], changes);
  }
  return changes;
}

function compareLists(
  pointer: string,
  before: readonly Member[],
  after: readonly Member[],
  key: (member: Member) => string,
  changes: Change[],
): void {
  const old = new Map(before.map((member) => [key(member), member]));
  const now = new Map(after.map((member) => [key(member), member]));
  const places = new Map(
    [before, after].flatMap((list) => list.map((member, index) => [key(member), index] as const)),
  );
  for (const name of new Set([...now.keys(), ...old.keys()])) {
    const step = nameOf(now.get(name) ?? old.get(name), places.get(name) ?? 0);
    const [was, is] = [old.get(name), now.get(name)];
    if (!was || !is) {
      compare(`${pointer}/${step}`, was, is, changes);
      continue;
    }
    for (const member of new Set([...Object.keys(is), ...Object.keys(was)])) {
      compare(`${pointer}/${step}/${member}`, was[member], is[member], changes);
    }
  }
}

/** Decisions have no ids: their place stands for one. */
function nameOf(member: Member | undefined, place: number): string {
  return typeof member?.id === 'string' ? member.id : String(place);
}

function membersOf(value: unknown): readonly Member[] {
  return Array.isArray(value) ? value : [];
}

function compare(pointer: string, before: unknown, after: unknown, changes: Change[]): void {
  if (isSameJson(before ?? null, after ?? null)) return;
  changes.push({ pointer, before: before ?? null, after: after ?? null });
}
