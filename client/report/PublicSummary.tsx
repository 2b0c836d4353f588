import { metersWords } from '../detail/words.ts';
import { say } from '../language/say-of-reports.ts';
import { categoryLabel } from '../language/vocabulary.ts';
import { occurrenceWords } from '../time/words.ts';
import { timeNow } from './clock.ts';
import { type ChosenPlace, type Draft, reportOf } from './draft.ts';

/** What will be public, as far as it is told: in sight in every step. */
export function PublicSummary({ draft, photos }: { draft: Draft; photos: number }) {
  const { category, placeWords, place, title } = draft;
  const parts = [
    category && categoryLabel(category),
    title.trim() && `“${title.trim()}”`,
    whenOf(draft),
    placeWords.trim() && place && `${placeWords.trim()} (${placeTag(place)})`,
    photos > 0 && say('public.photos', { count: photos }),
  ].filter(Boolean);
  return (
    <p class="will-be-public">
      <strong>{say('public.title')}</strong>{' '}
      {parts.length > 0 ? parts.join(' · ') : say('public.nothing')}
    </p>
  );
}

function whenOf(draft: Draft): string {
  const { occurredAt, timePrecision } = reportOf(draft, timeNow()).properties;
  if (draft.category === null || !occurredAt) return '';
  const at = Date.parse(occurredAt);
  return occurrenceWords(at, null, timePrecision);
}

function placeTag({ locationPrecision, uncertaintyMeters }: ChosenPlace): string {
  switch (locationPrecision) {
    case 'exact':
      return say('public.exact');
    case 'intersection':
      return say('where.corner');
    case 'block':
      return say('public.block');
    default:
      return say('public.area', { distance: metersWords(uncertaintyMeters) });
  }
}
