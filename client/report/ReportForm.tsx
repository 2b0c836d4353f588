import { useEffect, useState } from 'preact/hooks';
import { MOST_PHOTO_BYTES, MOST_PHOTOS } from '../../data/incident/photo-limits.ts';
import type { IncidentFeature } from '../../data/incident/schema.ts';
import { ApiError, type ApiFailure, failureOf, isAbort } from '../api/failure.ts';
import { fetchReport, fetchReporting, type OwnReport, type Reporting } from '../api/reports.ts';
import { Said } from '../language/Said.tsx';
import { say } from '../language/say-of-reports.ts';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { setClock } from './clock.ts';
import { LeaveButton } from './LeaveButton.tsx';
import { failureWords } from './problem-words.ts';
import { Sent, type SentReport } from './Sent.tsx';
import { Steps } from './Steps.tsx';

export interface ReportFormProps {
  readonly state: State;
  readonly store: Store;
  /** A record of the map that is said to be wrong. */
  readonly correcting: IncidentFeature | null;
  /** Token of a report that its reporter corrects. */
  readonly amending: string | null;
}

/** Until the server has said more, and where there is no connection to ask. */
const UNASKED: Reporting = {
  open: true,
  notice: null,
  challenge: null,
  photos: { mostBytes: MOST_PHOTO_BYTES, most: MOST_PHOTOS },
  saidAt: NaN,
};

/** From "may reports be sent" to "here is your private link". */
export function ReportForm({ state, store, correcting, amending }: ReportFormProps) {
  const reporting = useReporting();
  const { own, failure } = useOwn(amending);
  const [sent, setSent] = useState<SentReport | null>(null);

  if (sent) return <Sent sent={sent} />;
  if (!reporting.open && amending === null) return <Paused notice={reporting.notice} />;
  if (failure) {
    return (
      <p role="alert">
        <Said words={failureWords(failure)} />
      </p>
    );
  }
  if (amending !== null && own === null) return <div aria-busy="true" />;
  return (
    <Steps
      key={amending ?? correcting?.id ?? ''}
      state={state}
      store={store}
      correcting={correcting}
      amends={own}
      reporting={reporting}
      onSent={setSent}
    />
  );
}

function Paused({ notice }: { notice: string | null }) {
  return (
    <section class="sent">
      <LeaveButton />
      <h2 class="screen-title" tabIndex={-1} ref={(heading) => heading?.focus()}>
        {say('paused.title')}
      </h2>
      <p>{notice ?? say('paused.later')}</p>
      <p class="note">{say('paused.danger')}</p>
    </section>
  );
}

function useReporting(): Reporting {
  const [reporting, setReporting] = useState(UNASKED);
  useEffect(() => {
    const controller = new AbortController();
    const take = (answer: Reporting): void => {
      setClock(answer.saidAt);
      setReporting(answer);
    };
    fetchReporting(controller.signal).then(take, (error: unknown) => {
      // Without an answer the form is filled in all the same, and waits for a connection.
      if (!isAbort(error) && !(error instanceof ApiError)) throw error;
    });
    return () => controller.abort();
  }, []);
  return reporting;
}

function useOwn(token: string | null): { own: OwnReport | null; failure: ApiFailure | null } {
  const [own, setOwn] = useState<OwnReport | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  useEffect(() => {
    if (token === null) return;
    const controller = new AbortController();
    fetchReport(token, controller.signal).then(
      (report) => setOwn({ token, report }),
      (error: unknown) => {
        if (!isAbort(error)) setFailure(failureOf(error));
      },
    );
    return () => controller.abort();
  }, [token]);
  return { own, failure };
}
