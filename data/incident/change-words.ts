import { VERIFICATIONS } from '../vocabulary/verifications.ts';
import type { ChangeLine } from './change-lines.ts';

/** What the parts of a record are called where one has changed. */
const PARTS: Readonly<Record<string, string>> = {
  title: 'Title',
  summary: 'What happened',
  category: 'Category',
  occurredAt: 'When it began',
  endedAt: 'When it ended',
  timePrecision: 'How closely the time is known',
  place: 'Place',
  locationPrecision: 'How closely the place is known',
  locationBasis: 'Where the place is known from',
  actors: 'Groups and offices that took part',
  crowd: 'Size of the crowd',
  injuries: 'Injured',
  fatalities: 'Killed',
  arrests: 'Arrested',
  policeMeasures: 'What officers did',
  crowdMeasures: 'What the crowd did',
  synthetic: 'Whether it was generated',
};

/** @returns the line in English, as feeds and programs get it: "New account: Minneapolis police". */
export function changeWords({ kind, of }: ChangeLine): string {
  switch (kind) {
    case 'part':
      return `${PARTS[of] ?? of} changed`;
    case 'position':
      return 'Position on the map changed';
    case 'account_added':
      return `New account: ${of}`;
    case 'dispute_added':
      return `New account, disputing an earlier one: ${of}`;
    case 'account_taken_out':
      return `Account taken out: ${of}`;
    case 'account_changed':
      return `Account ${of} changed`;
    case 'disputes_changed':
      return `Account ${of}: what it disputes changed`;
    case 'source_added':
      return `New source: ${of}`;
    case 'source_taken_out':
      return `Source taken out: ${of}`;
    case 'source_changed':
      return 'A source changed';
    case 'photo_added':
      return 'New photo';
    case 'photo_taken_out':
      return 'A photo was taken out';
    case 'photo_changed':
      return 'A photo changed';
    case 'decided':
      return `Decided: ${verificationWords(of)}`;
    case 'decision_taken_out':
      return `Decision taken out: ${verificationWords(of)}`;
    case 'first_account':
      return `First account: ${of}`;
    case 'withdrawn':
      return 'Withdrawn from this map';
    case 'redacted':
      return 'What it said then was taken out';
    case 'redacted_before':
      return 'Changed; what it said before was taken out';
  }
}

function verificationWords(id: string): string {
  return VERIFICATIONS.find((entry) => entry.id === id)?.label.toLowerCase() ?? id;
}
