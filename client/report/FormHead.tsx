import { say } from '../language/say-of-reports.ts';
import { numberWords } from '../language/words.ts';
import type { Store } from '../state/store.ts';
import { LeaveButton, SafetyNote } from './LeaveButton.tsx';
import type { DraftInHand } from './use-draft.ts';

export const STEPS = ['form.where', 'form.what', 'form.details'] as const;

interface FormHeadProps {
  readonly title: string;
  readonly step: number;
  readonly onStep: (step: number) => void;
  readonly store: Store;
}

/** What this is, how far it has got, and the way out. */
export function FormHead({ title, step, onStep, store }: FormHeadProps) {
  return (
    <>
      <div class="form-head">
        <h2 class="screen-title" tabIndex={-1}>
          {title}
        </h2>
        <LeaveButton />
      </div>
      <ol class="steps">
        {STEPS.map((label, index) => (
          <li key={label} aria-current={index === step ? 'step' : undefined}>
            <button type="button" disabled={index > step} onClick={() => onStep(index)}>
              {numberWords(index + 1)}. {say(label)}
            </button>
          </li>
        ))}
      </ol>
      {step === 0 && (
        <div class="form-aside">
          <SafetyNote />
          <button
            type="button"
            class="link-button"
            onClick={() => store.dispatch({ type: 'screenOpened', screen: { kind: 'ownReport' } })}
          >
            {say('form.openSent')}
          </button>
        </div>
      )}
    </>
  );
}

interface KeptNoteProps {
  readonly kept: DraftInHand;
  readonly hasPhotos: boolean;
  readonly onClear: () => void;
}

/** What the device keeps of it, and how to clear that. */
export function KeptNote({ kept, hasPhotos, onClear }: KeptNoteProps) {
  return (
    <p class="note kept-note" role="status">
      {kept.isKept === 'yes' && (
        <>
          {kept.isResumed ? say('form.keptBefore') : say('form.kept')}{' '}
          {hasPhotos && `${say('form.keptPhotos')} `}
          <button type="button" class="link-button" onClick={onClear}>
            {say('form.clear')}
          </button>
        </>
      )}
      {kept.isKept === 'failed' && say('form.keptNot')}
    </p>
  );
}
