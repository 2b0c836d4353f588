import { VERIFICATIONS } from '../vocabulary/verifications.ts';
import type { Change } from './changes.ts';

/** What the members of a record are called where one has changed. */
const NAMES: Readonly<Record<string, string>> = {
  title: 'Title',
  summary: 'What happened',
  category: 'Category',
  occurredAt: 'When it began',
  endedAt: 'When it ended',
  timePrecision: 'How closely the time is known',
  place: 'Place',
  locationPrecision: 'How closely the place is known',
  uncertaintyMeters: 'How closely the place is known',
  locationBasis: 'Where the place is known from',
  actors: 'Groups and offices that took part',
  crowdSizeLow: 'Size of the crowd',
  crowdSizeHigh: 'Size of the crowd',
  injuries: 'Injured',
  fatalities: 'Killed',
  arrests: 'Arrested',
  policeMeasures: 'What officers did',
  crowdMeasures: 'What the crowd did',
  synthetic: 'Whether it was generated',
};

/** @returns what changed, a line each, without repeating a line: "New account: Minneapolis police". */
export function changeWords(changes: readonly Change[]): string[] {
  return [...new Set(changes.map(lineOf))];
}

function lineOf({ pointer, before, after }: Change): string {
  const [, whole, name = '', id, member] = pointer.split('/');
  if (whole === 'geometry') return 'Position on the map changed';
  if (id === undefined) return `${NAMES[name] ?? name} changed`;
  if (name === 'accounts') return accountLine(id, member, before, after);
  if (name === 'sources') return sourceLine(member, before, after);
  if (name === 'photos') return listed('photo', before, after);
  return decisionLine(before, after);
}

function accountLine(id: string, member: string | undefined, before: unknown, after: unknown) {
  if (member === 'disputes') {
    return `Account ${id}: what it disputes changed`;
  }
  if (member !== undefined) return `Account ${id} changed`;
  const by = text(after ?? before, 'by');
  if (after === null) return `Account taken out: ${by}`;
  const disputes = list(after, 'disputes').length > 0;
  return `New account${disputes ? ', disputing an earlier one' : ''}: ${by}`;
}

function sourceLine(member: string | undefined, before: unknown, after: unknown): string {
  if (member !== undefined) return 'A source changed';
  const publisher = text(after ?? before, 'publisher');
  return after === null ? `Source taken out: ${publisher}` : `New source: ${publisher}`;
}

function decisionLine(before: unknown, after: unknown): string {
  const id = text(after ?? before, 'verification');
  const label = VERIFICATIONS.find((entry) => entry.id === id)?.label.toLowerCase() ?? id;
  return after === null ? `Decision taken out: ${label}` : `Decided: ${label}`;
}

function listed(what: string, before: unknown, after: unknown): string {
  if (before === null) return `New ${what}`;
  return after === null ? `A ${what} was taken out` : `A ${what} changed`;
}

function text(value: unknown, name: string): string {
  const found = typeof value === 'object' && value !== null ? Reflect.get(value, name) : '';
  return typeof found === 'string' ? found : '';
}

function list(value: unknown, name: string): readonly unknown[] {
  const found = typeof value === 'object' && value !== null ? Reflect.get(value, name) : [];
  return Array.isArray(found) ? found : [];
}
