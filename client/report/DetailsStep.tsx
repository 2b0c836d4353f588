import { say } from '../language/say-of-reports.ts';
import type { FieldErrors } from './check.ts';
import type { Draft } from './draft.ts';
import { errorOf, Field } from './Field.tsx';
import { PhotosField } from './PhotosField.tsx';
import type { Photo } from './photo.ts';
import { privateWarning } from './private-warning.ts';

interface DetailsStepProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly errors: FieldErrors;
  readonly photos: readonly Photo[];
  /** Null where photos are looked after elsewhere. */
  readonly onPhotos: ((photos: readonly Photo[]) => void) | null;
  readonly mostPhotos: number;
}

/** What was seen, in words and pictures, and where else it can be read. */
export function DetailsStep(props: DetailsStepProps) {
  const { draft, change, errors, photos, onPhotos, mostPhotos } = props;
  return (
    <>
      <Field
        id="report-title"
        label={say('form.line')}
        hint={say('form.lineHint')}
        error={errors['/properties/title']}
        warning={privateWarning(draft.title)}
      >
        <input
          {...errorOf('report-title', errors['/properties/title'])}
          maxLength={160}
          value={draft.title}
          onInput={(event) => change({ title: event.currentTarget.value })}
        />
      </Field>
      <Field
        id="report-summary"
        label={say('form.seen')}
        hint={say('form.seenHint')}
        error={errors['/properties/summary']}
        warning={privateWarning(draft.summary)}
      >
        <textarea
          {...errorOf('report-summary', errors['/properties/summary'])}
          rows={6}
          maxLength={4000}
          value={draft.summary}
          onInput={(event) => change({ summary: event.currentTarget.value })}
        />
      </Field>
      {onPhotos && <PhotosField photos={photos} onPhotos={onPhotos} most={mostPhotos} />}
      <Field
        id="report-links"
        label={say('form.links')}
        hint={say('form.linksHint')}
        error={errors['/properties/sources']}
      >
        <textarea
          {...errorOf('report-links', errors['/properties/sources'])}
          rows={2}
          inputMode="url"
          value={draft.links}
          onInput={(event) => change({ links: event.currentTarget.value })}
        />
      </Field>
    </>
  );
}
