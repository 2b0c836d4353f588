import { useState } from 'preact/hooks';
import { MOST_PHOTOS } from '../../data/incident/photo-limits.ts';
import { type ApiFailure, failureOf } from '../api/failure.ts';
import { erasePhoto, type ReportState } from '../api/reports.ts';
import { Said } from '../language/Said.tsx';
import { say, sayParts } from '../language/say-of-reports.ts';
import { PhotosField } from './PhotosField.tsx';
import { PhotoUploads } from './PhotoUploads.tsx';
import type { Photo } from './photo.ts';
import { failureWords } from './problem-words.ts';
import { useFocusAfterRemoval } from './use-focus-after-removal.ts';

interface OwnPhotosProps {
  readonly token: string;
  readonly report: ReportState;
  readonly onChanged: () => void;
}

/** The photos of a report, as the server keeps them; while it is pending, more can come and any can go. */
export function OwnPhotos({ token, report: { photos, status }, onChanged }: OwnPhotosProps) {
  const [chosen, setChosen] = useState<readonly Photo[]>([]);
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const { box, willRemove } = useFocusAfterRemoval<HTMLElement>(photos.length);
  const isPending = status === 'pending';
  const erase = async (id: string, index: number): Promise<void> => {
    try {
      await erasePhoto(token, id);
      willRemove(index);
      onChanged();
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  const send = (): void => {
    // The button goes, and comes not back.
    box.current?.focus();
    setSending(true);
  };
  if (!isPending && photos.length === 0) return null;
  return (
    <section class="own-photos" aria-label={say('photos.own')} tabIndex={-1} ref={box}>
      {photos.length > 0 && (
        <ol class="photos">
          {photos.map(({ id, width, height, href }, index) => (
            <li key={id}>
              <img
                class="thumbnail"
                src={new URL(href, location.href).pathname}
                width={width}
                height={height}
                alt={say('photos.ownOne', { number: index + 1, count: photos.length })}
              />
              {isPending && (
                <button type="button" class="button" onClick={() => void erase(id, index)}>
                  {sayParts('photos.erase', {
                    number: index + 1,
                    hidden: (words) => <span class="visually-hidden">{words}</span>,
                  })}
                </button>
              )}
            </li>
          ))}
        </ol>
      )}
      {failure && (
        <p role="alert">
          <Said words={failureWords(failure)} />
        </p>
      )}
      {isPending && !isSending && (
        <div class="report-form answer-form">
          <PhotosField
            photos={chosen}
            onPhotos={setChosen}
            most={Math.max(0, MOST_PHOTOS - photos.length)}
          />
          {chosen.length > 0 && (
            <button type="button" class="button is-primary" onClick={send}>
              {say('photos.send', { count: chosen.length })}
            </button>
          )}
        </div>
      )}
      {isSending && (
        <PhotoUploads
          token={token}
          photos={chosen}
          onDone={() => {
            setSending(false);
            setChosen([]);
            onChanged();
          }}
        />
      )}
    </section>
  );
}
