import { useEffect, useRef, useState } from 'preact/hooks';
import { say } from '../language/say-of-reports.ts';
import { tokenOfSent } from './keep-waiting.ts';
import { LeaveButton } from './LeaveButton.tsx';
import { PhotoUploads } from './PhotoUploads.tsx';
import { PrivateLink } from './PrivateLink.tsx';
import type { Photo } from './photo.ts';
import { useWaiting } from './use-waiting.ts';

/** What became of sending: taken in, or waiting on this device for a connection. */
export type SentReport =
  | { readonly kind: 'sent'; readonly token: string; readonly photos: readonly Photo[] }
  | {
      readonly kind: 'waiting';
      readonly key: string;
      readonly isKept: boolean;
      readonly arePhotosKept: boolean;
    };

/** What a person has in hand afterwards, and what happens next. */
export function Sent({ sent }: { sent: SentReport }) {
  useWaiting();
  if (sent.kind === 'sent') return <Taken token={sent.token} photos={sent.photos} />;
  const token = tokenOfSent(sent.key);
  return token === null ? <Waits {...sent} /> : <Taken token={token} photos={[]} />;
}

function Taken({ token, photos }: { token: string; photos: readonly Photo[] }) {
  const [arePhotosDone, setPhotosDone] = useState(photos.length === 0);
  return (
    <section class="sent">
      <Heading words={say('sent.thanks')} />
      {photos.length > 0 && (
        <PhotoUploads token={token} photos={photos} onDone={() => setPhotosDone(true)} />
      )}
      {!arePhotosDone && <p class="note">{say('sent.keepOpen')}</p>}
      <PrivateLink token={token} />
      <h3 class="section-title">{say('sent.next')}</h3>
      <ol class="next">
        <li>{say('sent.read')}</li>
        <li>{say('sent.question')}</li>
        <li>{say('sent.published')}</li>
        <li>{say('sent.correct')}</li>
      </ol>
    </section>
  );
}

function Waits({ isKept, arePhotosKept }: { isKept: boolean; arePhotosKept: boolean }) {
  return (
    <section class="sent">
      <Heading words={say('sent.waits')} />
      <p>{isKept ? say('sent.onceKept') : say('sent.once')}</p>
      {!isKept && <p class="field-warning">{say('sent.keptNot')}</p>}
      {!arePhotosKept && <p class="field-warning">{say('sent.noPhotos')}</p>}
      <p class="note">{say('sent.link')}</p>
    </section>
  );
}

function Heading({ words }: { words: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div class="form-head">
      <h2 class="screen-title" tabIndex={-1} ref={heading}>
        {words}
      </h2>
      <LeaveButton />
    </div>
  );
}
