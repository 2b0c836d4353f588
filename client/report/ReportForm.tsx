import { useEffect, useRef, useState } from 'preact/hooks';
import { categoryOf } from '../../data/vocabulary/categories.ts';
import { type ApiFailure, failureOf } from '../api/failure.ts';
import { sendReport } from '../api/reports.ts';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { byField, checkReport, type FieldErrors, firstStep, STEP_FIELDS } from './check.ts';
import { DetailsStep } from './DetailsStep.tsx';
import { type Draft, newDraft, reportOf } from './draft.ts';
import { loadOwnReports, rememberToken } from './own-reports.ts';
import { outsideCity } from './places.ts';
import { PrivateLink } from './Status.tsx';
import { WhatStep } from './WhatStep.tsx';
import { WhereStep } from './WhereStep.tsx';

export interface ReportFormProps {
  readonly state: State;
  readonly store: Store;
  readonly correcting: string | null;
}

const STEPS = ['Where', 'What and when', 'Details'] as const;
const LAST = STEPS.length - 1;

/** Kept while the page is open, so that leaving the form by Back loses nothing that was typed. */
let kept: { draft: Draft; correcting: string | null } | null = null;

/** Three steps, one thumb. Errors stand beside their field, and nothing typed is lost. */
export function ReportForm({ state, store, correcting }: ReportFormProps) {
  const [draft, setDraft] = useState<Draft>(() =>
    kept && kept.correcting === correcting ? kept.draft : newDraft(correcting),
  );
  const [step, setStep] = useState(0);
  const [errors, setErrors] = useState<FieldErrors>({});
  /** Rises each time errors are found: the first then takes the focus, and keeps it while mended. */
  const [refusals, setRefusals] = useState(0);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [sending, setSending] = useState(false);
  const [token, setToken] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    kept = token === null ? { draft, correcting } : null;
  }, [draft, correcting, token]);
  useEffect(() => {
    if (state.sheet !== 'peek') {
      store.dispatch({ type: 'sheetMoved', sheet: step === 0 ? 'half' : 'full' });
    }
  }, [step]);
  useEffect(() => focusFirstError(form.current), [refusals]);

  const change = (part: Partial<Draft>): void => {
    setDraft((before) => ({ ...before, ...part }));
    setErrors((before) => withoutMended(before, part));
  };
  const goTo = (next: number): void => {
    setStep(next);
    form.current?.querySelector<HTMLElement>('h2')?.focus();
  };
  const onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const report = reportOf(draft, Date.now());
    const found = checkReport(report, Date.now());
    const mine = only(found, step === LAST ? Object.keys(found) : (STEP_FIELDS[step] ?? []));
    if (step === 0 && draft.place) {
      const outside = await outsideCity(draft.place.position);
      if (outside !== null) mine['/geometry/coordinates'] = outside;
    }
    setErrors(mine);
    setFailure(null);
    if (Object.keys(mine).length > 0) {
      setStep(firstStep(mine));
      setRefusals((count) => count + 1);
      return;
    }
    if (step < LAST) {
      goTo(step + 1);
      return;
    }
    setSending(true);
    try {
      const sent = await sendReport(report);
      rememberToken(sent);
      setToken(sent);
      await loadOwnReports(store);
    } catch (error) {
      const failed = failureOf(error);
      const refused = byField(failed.errors, report);
      setErrors(refused);
      setFailure(failed);
      if (Object.keys(refused).length > 0) {
        setStep(firstStep(refused));
        setRefusals((count) => count + 1);
      }
    } finally {
      setSending(false);
    }
  };

  if (token !== null) return <Sent token={token} />;
  const props = { draft, change, errors };
  return (
    <form class="report-form" ref={form} noValidate onSubmit={(event) => void onSubmit(event)}>
      <h2 class="screen-title" tabIndex={-1}>
        Report an incident
      </h2>
      <ol class="steps">
        {STEPS.map((label, index) => (
          <li key={label} aria-current={index === step ? 'step' : undefined}>
            <button type="button" disabled={index > step} onClick={() => goTo(index)}>
              {index + 1}. {label}
            </button>
          </li>
        ))}
      </ol>
      {failure && (
        <p class="form-error" role="alert">
          {errors[''] ??
            (failure.errors.length > 0
              ? 'Some things need mending before it can be sent.'
              : failure.message)}{' '}
          {failure.kind === 'network' && 'Nothing you typed is lost.'}
        </p>
      )}
      {step === 0 && <WhereStep {...props} state={state} store={store} />}
      {step === 1 && <WhatStep {...props} />}
      {step === 2 && <DetailsStep {...props} />}
      {step === 2 && <WillBePublic draft={draft} />}
      <div class="form-foot">
        {step === LAST && (
          <p class="promise">Published only after review. We keep no address of yours.</p>
        )}
        <div class="actions">
          {step > 0 && (
            <button type="button" class="button" onClick={() => goTo(step - 1)}>
              Back
            </button>
          )}
          <button type="submit" class="button is-primary" disabled={sending}>
            {step < LAST ? 'Next' : sending ? 'Sending…' : 'Send report'}
          </button>
        </div>
      </div>
    </form>
  );
}

function WillBePublic({ draft }: { draft: Draft }) {
  return (
    <p class="note">
      Will be public: {draft.category ? categoryOf(draft.category).label : 'the kind'}, the time, “
      {draft.placeWords}” ({draft.place?.locationPrecision}), what you write here, and the links.
      The day it arrived is kept; the minute is not.
    </p>
  );
}

function Sent({ token }: { token: string }) {
  return (
    <section class="sent">
      <h2 class="screen-title" tabIndex={-1} ref={(heading) => heading?.focus()}>
        Thank you. Your report waits for review.
      </h2>
      <p>
        A moderator reads it next. Until then it is on your own map alone, dashed. Keep this link to
        see what became of it, or to take it back.
      </p>
      <PrivateLink token={token} />
    </section>
  );
}

/** An error goes when its field is touched; the next step checks anew. */
function withoutMended(errors: FieldErrors, part: Partial<Draft>): FieldErrors {
  const touched = Object.keys(part).map((name) => FIELD_OF[name]);
  if (!touched.some((field) => field !== undefined && errors[field])) return errors;
  return Object.fromEntries(Object.entries(errors).filter(([field]) => !touched.includes(field)));
}

const FIELD_OF: Readonly<Record<string, string>> = {
  placeWords: '/properties/place',
  category: '/properties/category',
  when: '/properties/occurredAt',
  pickedTime: '/properties/occurredAt',
  title: '/properties/title',
  summary: '/properties/summary',
  links: '/properties/sources',
};

function only(errors: FieldErrors, fields: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).filter(([field]) => fields.includes(field)));
}

function focusFirstError(form: HTMLElement | null): void {
  const first = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
  const inner = first?.querySelector<HTMLElement>('input');
  (inner ?? first)?.focus();
}
