import type { ChangeLine } from '../../data/incident/change-lines.ts';
import type { VerificationId } from '../../data/vocabulary/verifications.ts';
import { say } from '../language/say-of-details.ts';
import { verificationLabel } from '../language/vocabulary.ts';

/** @returns what changed of a record, in the language of the page. */
export function lineWords({ kind, of }: ChangeLine): string {
  switch (kind) {
    case 'part':
      return say('change.part', { part: partWords(of) });
    case 'position':
      return say('change.position');
    case 'account_added':
      return say('change.account_added', { by: of });
    case 'dispute_added':
      return say('change.dispute_added', { by: of });
    case 'account_taken_out':
      return say('change.account_taken_out', { by: of });
    case 'account_changed':
      return say('change.account_changed', { id: of });
    case 'disputes_changed':
      return say('change.disputes_changed', { id: of });
    case 'source_added':
      return say('change.source_added', { publisher: of });
    case 'source_taken_out':
      return say('change.source_taken_out', { publisher: of });
    case 'source_changed':
      return say('change.source_changed');
    case 'photo_added':
      return say('change.photo_added');
    case 'photo_taken_out':
      return say('change.photo_taken_out');
    case 'photo_changed':
      return say('change.photo_changed');
    case 'decided':
      return say('change.decided', { verification: verificationLabel(of as VerificationId) });
    case 'decision_taken_out':
      return say('change.decision_taken_out', {
        verification: verificationLabel(of as VerificationId),
      });
    case 'first_account':
      return say('change.first_account', { by: of });
    case 'withdrawn':
      return say('change.withdrawn');
    case 'redacted':
      return say('change.redacted');
    case 'redacted_before':
      return say('change.redacted_before');
  }
}

const PARTS = [
  'title',
  'summary',
  'category',
  'occurredAt',
  'endedAt',
  'timePrecision',
  'place',
  'locationPrecision',
  'locationBasis',
  'actors',
  'crowd',
  'injuries',
  'fatalities',
  'arrests',
  'policeMeasures',
  'crowdMeasures',
  'synthetic',
] as const;

/** A part that a newer server speaks of is called by its own name. */
function partWords(part: string): string {
  const known = PARTS.find((name) => name === part);
  return known ? say(`change.of.${known}`) : part;
}
