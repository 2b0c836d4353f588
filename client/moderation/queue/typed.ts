import type { ReportFeature } from '../../../data/incident/schema.ts';
import type { VerificationId } from '../../../data/vocabulary/verifications.ts';
import type { ChosenPhoto, QueuedReport } from '../../api/moderation.ts';
import type { JsonObject } from '../form/shape.ts';

/** What a moderator has typed or ticked at a report, kept whatever else happens to the page. */
export interface Typed {
  readonly message: string;
  readonly question: string;
  readonly note: string;
  readonly verification: VerificationId;
  /** Pointers of warnings that were looked at. */
  readonly looked: readonly string[];
  /** Chosen for publication, by id, each with its words. */
  readonly photos: Readonly<Record<string, string>>;
  /** Null where the record isn't edited. */
  readonly edited: Edited | null;
}

export interface Edited {
  /** The record as it stands in the form. */
  readonly feature: JsonObject;
  /** What it was when the edit began, or when what changed since was last looked at. */
  readonly base: ReportFeature;
}

export const NOTHING_TYPED: Typed = {
  message: '',
  question: '',
  note: '',
  verification: 'unverified',
  looked: [],
  photos: {},
  edited: null,
};

/** @returns the words that would be lost if the report went, or null. */
export function wordsTyped({ message, question, note }: Typed): string | null {
  return [message, question, note].filter((text) => text.trim() !== '').join(' · ') || null;
}

/** @returns why a report cannot be published as it stands, and the id of what to go to; or null. */
export function whyNotYet(
  report: QueuedReport,
  typed: Typed,
): { readonly words: string; readonly fieldId: string } | null {
  if (report.status === 'scheduled') {
    return { words: 'It is accepted already. Press u to take that back.', fieldId: 'record' };
  }
  const unseen = report.warnings.findIndex(({ pointer }) => !typed.looked.includes(pointer));
  if (unseen >= 0) {
    return {
      words: 'Look at each warning and tick it before you publish, or edit the record.',
      fieldId: `warning-${unseen}`,
    };
  }
  const undescribed = chosenPhotos(report, typed).find(({ alt }) => alt.trim() === '');
  if (!undescribed) return null;
  return {
    words: 'Say in words what each chosen photo shows.',
    fieldId: `alt-${undescribed.id}`,
  };
}

export function chosenPhotos(report: QueuedReport, typed: Typed): readonly ChosenPhoto[] {
  return report.photos.flatMap(({ id }) => {
    const alt = typed.photos[id];
    return alt === undefined ? [] : [{ id, alt }];
  });
}
