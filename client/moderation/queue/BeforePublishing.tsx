import { VERIFICATIONS, type VerificationId } from '../../../data/vocabulary/verifications.ts';
import type { QueuedReport } from '../../api/moderation.ts';
import { datedWords } from '../../time/words.ts';
import { Warnings } from '../form/Warnings.tsx';
import type { Typed } from './typed.ts';

interface BeforePublishingProps {
  readonly report: QueuedReport;
  readonly typed: Typed;
  readonly type: (part: Partial<Typed>) => void;
}

/** What is to be looked at, chosen and said before a report becomes public. */
export function BeforePublishing({ report, typed, type }: BeforePublishingProps) {
  const { warnings, photos, publishesAt, status, feature } = report;
  return (
    <section class="before-publishing" aria-label="Before publishing">
      <Warnings
        warnings={warnings}
        feature={feature}
        looked={typed.looked}
        onLooked={(looked) => type({ looked })}
      />
      {photos.length > 0 && (
        <fieldset class="photos">
          <legend>Photos to publish: no faces, no plates</legend>
          {photos.map((photo, index) => (
            <PhotoChoice key={photo.id} {...photo} number={index + 1} typed={typed} type={type} />
          ))}
        </fieldset>
      )}
      <label class="verification-choice">
        How sure it is
        <select
          value={typed.verification}
          onChange={(event) => type({ verification: event.currentTarget.value as VerificationId })}
        >
          {VERIFICATIONS.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {publishesAt !== null && (
        <p class="note">
          {status === 'scheduled'
            ? `Accepted. It becomes public by itself: ${datedWords(publishesAt)}.`
            : `Published now, it becomes public ${datedWords(publishesAt)}: this kind of report waits, so that nobody is tracked live.`}
        </p>
      )}
    </section>
  );
}

interface PhotoChoiceProps {
  readonly id: string;
  readonly href: string;
  readonly width: number;
  readonly height: number;
  readonly number: number;
  readonly typed: Typed;
  readonly type: (part: Partial<Typed>) => void;
}

function PhotoChoice({ id, href, width, height, number, typed, type }: PhotoChoiceProps) {
  const alt = typed.photos[id];
  const choose = (isChosen: boolean): void => {
    const { [id]: _left, ...others } = typed.photos;
    type({ photos: isChosen ? { ...others, [id]: alt ?? '' } : others });
  };
  return (
    <div class="photo-choice">
      <a href={href} target="_blank" rel="noopener noreferrer">
        <img
          src={href}
          width={width}
          height={height}
          alt={`Open no. ${number} of the report in full`}
        />
      </a>
      <label class="option">
        <input
          type="checkbox"
          checked={alt !== undefined}
          onChange={(event) => choose(event.currentTarget.checked)}
        />
        <span class="option-label">Publish photo {number}</span>
      </label>
      {alt !== undefined && (
        <label>
          What photo {number} shows, in words
          <input
            id={`alt-${id}`}
            maxLength={300}
            value={alt}
            onInput={(event) =>
              type({ photos: { ...typed.photos, [id]: event.currentTarget.value } })
            }
          />
        </label>
      )}
    </div>
  );
}
