import { useEffect, useRef, useState } from 'preact/hooks';
import type { IncidentFeature, ReportInput } from '../../data/incident/schema.ts';
import { type ApiFailure, failureOf, isAbort } from '../api/failure.ts';
import { correctReport, type OwnReport, type Reporting } from '../api/reports.ts';
import { say } from '../language/say-of-reports.ts';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import {
  byField,
  checkReport,
  type FieldErrors,
  firstStep,
  only,
  STEP_FIELDS,
  withoutMended,
} from './check.ts';
import { timeNow } from './clock.ts';
import { DetailsStep } from './DetailsStep.tsx';
import { type Draft, draftOf, newDraft, reportOf, withUnasked } from './draft.ts';
import { Failure } from './Failure.tsx';
import { FormHead, KeptNote, STEPS } from './FormHead.tsx';
import { holdPhotos, useHeldPhotos } from './held-photos.ts';
import { loadOwnReports } from './own-reports.ts';
import { PublicSummary } from './PublicSummary.tsx';
import { jpegOf } from './photo.ts';
import { outsideCity } from './places.ts';
import type { SentReport } from './Sent.tsx';
import { sendWithWork } from './send.ts';
import { isAnswerLost, letWait, sendWaiting } from './send-waiting.ts';
import { rememberToken } from './tokens.ts';
import { useDraft } from './use-draft.ts';
import { WhatStep } from './WhatStep.tsx';
import { WhereStep } from './WhereStep.tsx';
import { Working } from './Working.tsx';

interface StepsProps {
  readonly state: State;
  readonly store: Store;
  readonly correcting: IncidentFeature | null;
  /** The reporter's own report, to be corrected. */
  readonly amends: OwnReport | null;
  readonly reporting: Reporting;
  readonly onSent: (sent: SentReport) => void;
}

const LAST = STEPS.length - 1;

/** Three steps, one thumb. Errors stand beside their field, and nothing typed is lost. */
export function Steps({ state, store, correcting, amends, reporting, onSent }: StepsProps) {
  const amended = amends?.report.feature ?? null;
  const kept = useDraft(
    amended ? draftOf(amended) : newDraft(correcting),
    amends ? 'amends' : (correcting?.id ?? null),
  );
  const { draft } = kept;
  const [photos, setPhotos] = useHeldPhotos(kept.key);
  const [step, setStep] = useState(0);
  const [errors, setErrors] = useState<FieldErrors>({});
  /** Rises each time errors are found: the first then takes the focus, and keeps it while mended. */
  const [refusals, setRefusals] = useState(0);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [sending, setSending] = useState<'no' | 'sending' | 'working'>('no');
  const form = useRef<HTMLFormElement>(null);
  const work = useRef<AbortController | null>(null);
  const isLeft = useRef(false);

  useEffect(() => {
    if (state.sheet !== 'peek') {
      store.dispatch({ type: 'sheetMoved', sheet: step === 0 ? 'half' : 'full' });
    }
  }, [step]);
  useEffect(() => focusFirstError(form.current), [refusals]);
  useEffect(
    () => () => {
      isLeft.current = true;
      work.current?.abort();
    },
    [],
  );

  const change = (part: Partial<Draft>): void => {
    kept.change(part);
    setErrors((before) => withoutMended(before, part));
  };
  const goTo = (next: number): void => {
    setStep(next);
    form.current?.querySelector<HTMLElement>('h2')?.focus();
    form.current?.closest('.sheet-body, .panel-body')?.scrollTo({ top: 0 });
  };
  const refuse = (found: FieldErrors): void => {
    setErrors(found);
    if (Object.keys(found).length === 0) return;
    setStep(firstStep(found));
    setRefusals((count) => count + 1);
  };
  const onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (sending !== 'no') return;
    const report = reportOf(draft, timeNow());
    const found = checkReport(report, timeNow());
    const mine = only(found, step === LAST ? Object.keys(found) : (STEP_FIELDS[step] ?? []));
    if (step === 0 && draft.place) {
      const outside = await outsideCity(draft.place.position);
      if (outside !== null) mine['/geometry/coordinates'] = outside;
    }
    setFailure(null);
    refuse(mine);
    if (Object.keys(mine).length > 0) return;
    if (step < LAST) goTo(step + 1);
    else await send(report);
  };
  const forget = (): void => {
    kept.forget();
    holdPhotos(kept.key, []);
  };
  const wait = async (report: ReportInput): Promise<SentReport> => {
    // Where this browser cannot write them, the report waits without them, which is said.
    const pictures = await Promise.all(photos.map(jpegOf)).catch(() => null);
    const where = await letWait({ key: kept.key, feature: report }, pictures ?? []);
    forget();
    const arePhotosKept = pictures !== null && where.arePhotosKept;
    return { kind: 'waiting', key: kept.key, ...where, arePhotosKept };
  };
  const send = async (report: ReportInput): Promise<void> => {
    setSending('sending');
    const controller = new AbortController();
    work.current = controller;
    try {
      if (amends) {
        const { token, report: read } = amends;
        await correctReport(token, withUnasked(report, amended), read.revision);
        store.dispatch({ type: 'screenOpened', screen: { kind: 'status', token } });
        return;
      }
      const token = await sendWithWork(report, kept.key, reporting.challenge, {
        onWork: (isWorking) => setSending(isWorking ? 'working' : 'sending'),
        signal: controller.signal,
      });
      rememberToken(token);
      forget();
      onSent({ kind: 'sent', token, photos });
      await loadOwnReports(store);
    } catch (error) {
      if (isAbort(error)) {
        // Whoever leaves the form has sent it, and need not stay: the work is begun anew without it.
        if (isLeft.current) {
          await wait(report);
          await sendWaiting(store);
        }
        return;
      }
      const failed = failureOf(error);
      if (!amends && isAnswerLost(failed)) {
        onSent(await wait(report));
        return;
      }
      setFailure(failed);
      refuse(byField(failed.errors, report));
    } finally {
      setSending('no');
    }
  };

  const props = { draft, change, errors };
  return (
    <form class="report-form" ref={form} noValidate onSubmit={(event) => void onSubmit(event)}>
      <FormHead
        title={amends ? say('form.correct') : say('form.title')}
        step={step}
        onStep={goTo}
        store={store}
      />
      {failure && <Failure failure={failure} errors={errors} />}
      {step === 0 && <WhereStep {...props} state={state} store={store} />}
      {step === 1 && <WhatStep {...props} />}
      {step === 2 && (
        <DetailsStep
          {...props}
          photos={photos}
          onPhotos={amends ? null : setPhotos}
          mostPhotos={reporting.photos.most}
        />
      )}
      <KeptNote
        kept={kept}
        hasPhotos={photos.length > 0}
        onClear={() => {
          kept.clear();
          setPhotos([]);
          // The button that was pressed goes with what it cleared.
          form.current?.querySelector<HTMLElement>('h2')?.focus();
        }}
      />
      <div class="form-foot">
        <PublicSummary draft={draft} photos={photos.length} />
        {step === LAST && <p class="promise">{say('form.promise')}</p>}
        <div class="actions">
          {step > 0 && (
            <button type="button" class="button" onClick={() => goTo(step - 1)}>
              {say('form.back')}
            </button>
          )}
          <button type="submit" class="button is-primary" aria-disabled={sending !== 'no'}>
            {say(step < LAST ? 'form.next' : buttonKey(sending !== 'no', amends !== null))}
          </button>
        </div>
        <p class="said" role="status">
          {sending === 'working' && say('form.working')}
        </p>
        {sending === 'working' && (
          <Working
            onStop={() => {
              work.current?.abort();
              form.current?.querySelector<HTMLElement>('[type=submit]')?.focus();
            }}
          />
        )}
      </div>
    </form>
  );
}

function buttonKey(isSending: boolean, isAmending: boolean) {
  if (isSending) return 'form.sending';
  return isAmending ? 'form.save' : 'form.send';
}

function focusFirstError(form: HTMLElement | null): void {
  const first = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
  const inner = first?.querySelector<HTMLElement>('input');
  (inner ?? first)?.focus();
}
