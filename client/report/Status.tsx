import { useEffect, useRef, useState } from 'preact/hooks';
import { type ApiFailure, failureOf, isAbort } from '../api/failure.ts';
import { fetchReport, type ReportState } from '../api/reports.ts';
import { Said } from '../language/Said.tsx';
import { say } from '../language/say-of-reports.ts';
import { Mark } from '../marks/Mark.tsx';
import type { Store } from '../state/store.ts';
import { datedWords, occurrenceWords } from '../time/words.ts';
import { LeaveButton } from './LeaveButton.tsx';
import { OwnPhotos } from './OwnPhotos.tsx';
import { loadOwnReports } from './own-reports.ts';
import { PrivateLink } from './PrivateLink.tsx';
import { failureWords } from './problem-words.ts';
import { Thread } from './Thread.tsx';
import { forgetToken } from './tokens.ts';
import { Withdraw } from './Withdraw.tsx';

export interface StatusProps {
  readonly token: string;
  readonly store: Store;
}

/** A report on its private link: where it stands, what was asked, and ways to mend it or take it back. */
export function Status({ token, store }: StatusProps) {
  const [report, setReport] = useState<ReportState | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const read = async (signal?: AbortSignal): Promise<void> => {
    try {
      setReport(await fetchReport(token, signal));
      setFailure(null);
      await loadOwnReports(store);
    } catch (error) {
      if (!isAbort(error)) setFailure(failureOf(error));
    }
  };
  useEffect(() => {
    const controller = new AbortController();
    void read(controller.signal);
    return () => controller.abort();
  }, [token, store]);

  const onWithdrawn = (): void => {
    setReport((before) => before && { ...before, status: 'withdrawn', feature: null });
    forgetToken(token);
    const reports = store.state.ownReports.filter((own) => own.token !== token);
    store.dispatch({ type: 'ownReportsArrived', reports });
    heading.current?.focus();
  };

  return (
    <article class="status">
      <div class="form-head">
        <h2 class="screen-title" tabIndex={-1} ref={heading}>
          {say('status.title')}
        </h2>
        <LeaveButton />
      </div>
      {failure && (
        <p role="alert">
          <Said words={failureWords(failure)} />
        </p>
      )}
      {report && (
        <>
          <Standing report={report} store={store} />
          <Thread token={token} report={report} onAnswered={() => void read()} />
          <OwnWords report={report} token={token} store={store} />
          {report.feature && (
            <OwnPhotos token={token} report={report} onChanged={() => void read()} />
          )}
          {report.feature && <PrivateLink token={token} />}
          <Withdraw token={token} report={report} onWithdrawn={onWithdrawn} />
        </>
      )}
    </article>
  );
}

/** What it means for its reporter where a report stands. */
function meaningOf({ status, publishesOn, takenOff }: ReportState): string {
  if (takenOff) return say('status.takenOff.more', { day: datedWords(takenOff.on) });
  if (status !== 'scheduled') return say(`status.${status}.more`);
  return publishesOn ? say('status.publishesOn', { day: datedWords(publishesOn) }) : '';
}

function Standing({ report, store }: { report: ReportState; store: Store }) {
  const { incidentId, message, receivedOn, status, takenOff } = report;
  return (
    <>
      <p class="status-word" role="status">
        <span class={`verdict status-${status}`}>
          {takenOff ? say('status.takenOff') : say(`status.${status}`)}
        </span>{' '}
        {meaningOf(report)}
      </p>
      {takenOff?.why && <p class="status-message">{say('status.why', { why: takenOff.why })}</p>}
      {message && <p class="status-message">{say('status.from', { message })}</p>}
      {incidentId && (
        <button
          type="button"
          class="button"
          onClick={() =>
            store.dispatch({ type: 'screenOpened', screen: { kind: 'incident', id: incidentId } })
          }
        >
          {say('status.show')}
        </button>
      )}
      <p class="note">{say('status.received', { day: datedWords(receivedOn) })}</p>
    </>
  );
}

function OwnWords({ report, token, store }: StatusProps & { report: ReportState }) {
  const { feature, warnings, status } = report;
  if (!feature) return null;
  const { category, title, summary, place, occurredAt, endedAt, timePrecision, sources } =
    feature.properties;
  const when = occurrenceWords(
    Date.parse(occurredAt),
    endedAt === null ? null : Date.parse(endedAt),
    timePrecision,
  );
  const isPending = status === 'pending';
  const found = new Set(warnings.map(({ code }) => code));
  return (
    <section class="own-words" aria-label={say('status.wrote')}>
      <p class="kind">
        <Mark category={category} verification="unverified" pending />
        <strong>{title}</strong>
      </p>
      <p class="written">{summary}</p>
      <p class="note">
        {when} · {place}
      </p>
      {sources.length > 0 && (
        <p class="note">
          {say('status.links', { links: sources.map(({ publisher }) => publisher).join(', ') })}
        </p>
      )}
      {isPending && found.size > 0 && (
        <div class="field-warning">
          {[...found].map((code) => (
            <p key={code}>{say(`private.${code}`)}</p>
          ))}
        </div>
      )}
      {isPending && (
        <button
          type="button"
          class="button"
          onClick={() =>
            store.dispatch({
              type: 'screenOpened',
              screen: { kind: 'report', correcting: null, amending: token },
            })
          }
        >
          {say('status.correct')}
        </button>
      )}
    </section>
  );
}
