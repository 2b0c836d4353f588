import type { Change } from './changes.ts';

/** What changed of a record, to be said in a line. */
export interface ChangeLine {
  readonly kind: ChangeLineKind;
  /** The part of a record, who speaks, who published, the id of an account that changed, or a verification; else ''. */
  readonly of: string;
}

export type ChangeLineKind =
  | 'part'
  | 'position'
  | 'account_added'
  /** A new account that disputes one that was there. */
  | 'dispute_added'
  | 'account_taken_out'
  | 'account_changed'
  | 'disputes_changed'
  | 'source_added'
  | 'source_taken_out'
  | 'source_changed'
  | 'photo_added'
  | 'photo_taken_out'
  | 'photo_changed'
  | 'decided'
  | 'decision_taken_out'
  | 'first_account'
  | 'withdrawn'
  /** What it said then, or before, was taken out. */
  | 'redacted'
  | 'redacted_before';

/** Members of a record that are spoken of as one. */
const PARTS: Readonly<Record<string, string>> = {
  uncertaintyMeters: 'locationPrecision',
  crowdSizeLow: 'crowd',
  crowdSizeHigh: 'crowd',
};

/** @returns what changed, without repeating a line. */
export function changeLines(changes: readonly Change[]): ChangeLine[] {
  const lines = new Map(changes.map(lineOf).map((line) => [`${line.kind} ${line.of}`, line]));
  return [...lines.values()];
}

function lineOf({ pointer, before, after }: Change): ChangeLine {
  const [, whole, name = '', id, member] = pointer.split('/');
  if (whole === 'geometry') return line('position');
  if (id === undefined) return line('part', PARTS[name] ?? name);
  if (name === 'accounts') return accountLine(id, member, before, after);
  if (name === 'sources') return sourceLine(member, before, after);
  if (name === 'photos') {
    return line(
      before === null ? 'photo_added' : after === null ? 'photo_taken_out' : 'photo_changed',
    );
  }
  return line(
    after === null ? 'decision_taken_out' : 'decided',
    text(after ?? before, 'verification'),
  );
}

function accountLine(id: string, member: string | undefined, before: unknown, after: unknown) {
  if (member !== undefined)
    return line(member === 'disputes' ? 'disputes_changed' : 'account_changed', id);
  const by = text(after ?? before, 'by');
  if (after === null) return line('account_taken_out', by);
  return line(list(after, 'disputes').length > 0 ? 'dispute_added' : 'account_added', by);
}

function sourceLine(member: string | undefined, before: unknown, after: unknown): ChangeLine {
  if (member !== undefined) return line('source_changed');
  return line(
    after === null ? 'source_taken_out' : 'source_added',
    text(after ?? before, 'publisher'),
  );
}

function line(kind: ChangeLineKind, of = ''): ChangeLine {
  return { kind, of };
}

function text(value: unknown, name: string): string {
  const found = typeof value === 'object' && value !== null ? Reflect.get(value, name) : '';
  return typeof found === 'string' ? found : '';
}

function list(value: unknown, name: string): readonly unknown[] {
  const found = typeof value === 'object' && value !== null ? Reflect.get(value, name) : [];
  return Array.isArray(found) ? found : [];
}
