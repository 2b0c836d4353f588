import { useEffect, useRef, useState } from 'preact/hooks';
import { say, sayParts } from '../language/say-of-reports.ts';
import { BlurEditor } from './BlurEditor.tsx';
import { drawPhoto, type Photo, readPhoto } from './photo.ts';
import { useFocusAfterRemoval } from './use-focus-after-removal.ts';

interface PhotosFieldProps {
  readonly photos: readonly Photo[];
  readonly onPhotos: (photos: readonly Photo[]) => void;
  readonly most: number;
}

/** Photos, chosen or taken, drawn anew on this device, with faces and plates blurred by hand. */
export function PhotosField({ photos, onPhotos, most }: PhotosFieldProps) {
  const [said, setSaid] = useState('');
  const [open, setOpen] = useState<Photo | null>(null);
  const { box, willRemove } = useFocusAfterRemoval<HTMLFieldSetElement>(photos.length);
  const add = async (files: readonly File[]): Promise<void> => {
    setSaid(say('photos.reading'));
    const read: Photo[] = [];
    const failed: string[] = [];
    for (const file of files.slice(0, most - photos.length)) {
      try {
        read.push(await readPhoto(file));
      } catch (error) {
        failed.push(error instanceof Error ? error.message : String(error));
      }
    }
    if (files.length > most - photos.length) failed.push(say('photos.most', { count: most }));
    onPhotos([...photos, ...read]);
    setSaid(failed.join(' '));
    const [first] = read;
    if (first && read.length === 1) setOpen(first);
  };
  return (
    <fieldset class="field photos-field" ref={box}>
      <legend>{say('photos.title')}</legend>
      <p class="hint">{say('photos.hint')}</p>
      {photos.length > 0 && (
        <ol class="photos">
          {photos.map((photo, index) => (
            <li key={photo.id}>
              <Thumbnail photo={photo} label={say('photos.number', { number: index + 1 })} />
              <span class="actions">
                <button type="button" class="button" onClick={() => setOpen(photo)}>
                  {sayParts('photos.blur', {
                    number: index + 1,
                    hidden: (words) => <span class="visually-hidden">{words}</span>,
                  })}
                </button>
                <button
                  type="button"
                  class="button"
                  onClick={() => {
                    willRemove(index);
                    onPhotos(photos.filter(({ id }) => id !== photo.id));
                  }}
                >
                  {sayParts('photos.remove', {
                    number: index + 1,
                    hidden: (words) => <span class="visually-hidden">{words}</span>,
                  })}
                </button>
              </span>
            </li>
          ))}
        </ol>
      )}
      {photos.length < most && (
        <div class="actions">
          <FileButton label={say('photos.choose')} onFiles={(files) => void add(files)} multiple />
          <FileButton label={say('photos.take')} onFiles={(files) => void add(files)} capture />
        </div>
      )}
      <p class="said" role="status">
        {said}
      </p>
      {open && (
        <BlurEditor
          photo={open}
          onDone={(strokes) => {
            if (strokes) {
              onPhotos(photos.map((one) => (one.id === open.id ? { ...one, strokes } : one)));
            }
            setOpen(null);
          }}
        />
      )}
    </fieldset>
  );
}

export function Thumbnail({ photo, label }: { photo: Photo; label: string }) {
  const shown = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (shown.current) drawPhoto(shown.current, photo);
  }, [photo]);
  return <canvas class="thumbnail" role="img" aria-label={label} ref={shown} />;
}

interface FileButtonProps {
  readonly label: string;
  readonly onFiles: (files: readonly File[]) => void;
  readonly multiple?: boolean;
  readonly capture?: boolean;
}

function FileButton({ label, onFiles, multiple = false, capture = false }: FileButtonProps) {
  return (
    <label class={capture ? 'button file-button touch-only' : 'button file-button'}>
      {label}
      <input
        type="file"
        accept="image/jpeg,image/png,image/webp,image/heic,image/heif"
        multiple={multiple}
        {...(capture ? { capture: 'environment' as const } : {})}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </label>
  );
}
