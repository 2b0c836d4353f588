import { useEffect, useState } from 'preact/hooks';
import { ApiError } from '../api/failure.ts';
import { type ReportPhoto, sendPhoto } from '../api/reports.ts';
import { Said, type Words } from '../language/Said.tsx';
import { say, sayParts } from '../language/say-of-reports.ts';
import { Thumbnail } from './PhotosField.tsx';
import { jpegOf, type Photo } from './photo.ts';
import { failureWords } from './problem-words.ts';

interface PhotoUploadsProps {
  readonly token: string;
  readonly photos: readonly Photo[];
  readonly onDone: (sent: readonly ReportPhoto[]) => void;
}

type Progress = 'waiting' | 'sending' | 'sent' | { readonly failed: Words };

/** Sends photos after their report, one by one. One that fails can be tried again, and costs no report. */
export function PhotoUploads({ token, photos, onDone }: PhotoUploadsProps) {
  const [progress, setProgress] = useState<Readonly<Record<number, Progress>>>({});
  const [sent, setSent] = useState<readonly ReportPhoto[]>([]);
  const of = (photo: Photo): Progress => progress[photo.id] ?? 'waiting';

  const send = async (photo: Photo): Promise<void> => {
    setProgress((before) => ({ ...before, [photo.id]: 'sending' }));
    try {
      const taken = await sendPhoto(token, await jpegOf(photo));
      setSent((before) => [...before, taken]);
      setProgress((before) => ({ ...before, [photo.id]: 'sent' }));
    } catch (error) {
      const failed =
        error instanceof ApiError ? failureWords(error.failure) : (error as Error).message;
      setProgress((before) => ({ ...before, [photo.id]: { failed } }));
    }
  };
  useEffect(() => {
    void (async () => {
      for (const photo of photos) await send(photo);
    })();
  }, []);
  useEffect(() => {
    if (sent.length === photos.length) onDone(sent);
  }, [sent]);

  return (
    <ol class="photos" aria-label={say('photos.sending')}>
      {photos.map((photo, index) => {
        const now = of(photo);
        return (
          <li key={photo.id}>
            <Thumbnail photo={photo} label={say('photos.number', { number: index + 1 })} />
            <span>
              <span role="status" tabIndex={-1}>
                {typeof now === 'object'
                  ? sayParts('photos.failed', { why: <Said words={now.failed} /> })
                  : say(`photos.is.${now}`)}
              </span>
              {typeof now === 'object' && (
                <button
                  type="button"
                  class="button"
                  onClick={({ currentTarget }) => {
                    // What is said of it stays; the button goes.
                    currentTarget.parentElement
                      ?.querySelector<HTMLElement>('[role=status]')
                      ?.focus();
                    void send(photo);
                  }}
                >
                  {sayParts('photos.again', {
                    number: index + 1,
                    hidden: (words) => <span class="visually-hidden">{words}</span>,
                  })}
                </button>
              )}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
