import { AUDIT_ACTS } from '../../../data/vocabulary/audit-acts.ts';
import { datedWords } from '../../time/words.ts';
import { labelOf } from '../form/labels.ts';

/** @returns what was done, in words; an act that this version no longer does, by its id. */
export function actWords(act: string): string {
  return AUDIT_ACTS.find(({ id }) => id === act)?.label ?? act;
}

const LABELS: Readonly<Record<string, string>> = {
  accounts: 'Accounts',
  allowed: 'Warnings that were looked at',
  count: 'How many',
  ended: 'Sessions ended',
  from: 'From',
  how: 'By',
  incident: 'Incident',
  into: 'Under report',
  notice: 'Notice',
  publishesAt: 'Public from',
  redactsEarlier: 'Earlier revisions redacted',
  report: 'Report',
  restored: 'Brought back revision',
  revision: 'Revision',
  role: 'Role',
  sources: 'Sources',
  to: 'To',
  undone: 'Taken back',
};

/** @returns what else is known of an act, a line each; what says nothing is left out. */
export function detailWords(detail: unknown): readonly string[] {
  if (typeof detail !== 'object' || detail === null) return [];
  return Object.entries(detail).flatMap(([name, value]) => {
    const words = valueWords(name, value);
    return words === '' ? [] : [`${LABELS[name] ?? name}: ${words}`];
  });
}

/** @returns what the field is called that a JSON pointer names. */
function fieldOf(pointer: unknown): string {
  return labelOf(String(pointer).split('/').at(-1) ?? '', {});
}

function valueWords(name: string, value: unknown): string {
  if (value === null || value === false) return '';
  if (value === true) return 'yes';
  if (name === 'publishesAt') return datedWords(new Date(Number(value)).toISOString());
  if (name === 'allowed' && Array.isArray(value)) return value.map(fieldOf).join(', ');
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
