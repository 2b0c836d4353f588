import type { FieldErrors } from './check.ts';
import type { Draft } from './draft.ts';
import { errorOf, Field } from './Field.tsx';
import { privateDetailWarning } from './private-details.ts';

interface DetailsStepProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly errors: FieldErrors;
}

export function DetailsStep({ draft, change, errors }: DetailsStepProps) {
  return (
    <>
      <Field
        id="report-title"
        label="In one line"
        hint="Plain and neutral, such as “Crowd gathers outside the courthouse”."
        error={errors['/properties/title']}
        warning={privateDetailWarning(draft.title)}
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
        label="What did you see?"
        hint="Say what you saw yourself, and what others told you. Leave out names, faces, licence plates and home addresses: they can put people in danger."
        error={errors['/properties/summary']}
        warning={privateDetailWarning(draft.summary)}
      >
        <textarea
          {...errorOf('report-summary', errors['/properties/summary'])}
          rows={6}
          maxLength={4000}
          value={draft.summary}
          onInput={(event) => change({ summary: event.currentTarget.value })}
        />
      </Field>
      <Field
        id="report-links"
        label="Links (optional)"
        hint="Full web addresses of reports, posts or videos, one a line."
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
