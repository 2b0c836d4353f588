import { useEffect, useState } from 'preact/hooks';
import { type ApiFailure, failureOf, isAbort } from '../api/failure.ts';
import { fetchReport, type ReportState, withdrawReport } from '../api/reports.ts';
import { Mark } from '../marks/Mark.tsx';
import type { Store } from '../state/store.ts';
import { datedWords } from '../time/words.ts';
import { forgetToken, loadOwnReports, rememberedTokens, rememberToken } from './own-reports.ts';

/** Where a report stands, and what that means for its reporter. */
const WORDS: Readonly<Record<ReportState['status'], readonly [verdict: string, more: string]>> = {
  pending: ['Waiting for review', 'It is on your own map, dashed; nobody else sees it.'],
  published: ['Published', 'It is on everyone’s map.'],
  rejected: ['Not published', ''],
  withdrawn: ['Withdrawn', 'What you wrote has been erased.'],
};

/** A report on its private link: where it stands, and a way to take it back. */
export function Status({ token, store }: { token: string; store: Store }) {
  const [report, setReport] = useState<ReportState | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    fetchReport(token, controller.signal).then(
      (loaded) => {
        setReport(loaded);
        void loadOwnReports(store);
      },
      (error: unknown) => {
        if (!isAbort(error)) setFailure(failureOf(error));
      },
    );
    return () => controller.abort();
  }, [token, store]);

  const withdraw = async (): Promise<void> => {
    try {
      await withdrawReport(token);
      setReport((before) => before && { ...before, status: 'withdrawn', feature: null });
      forgetToken(token);
      await loadOwnReports(store);
    } catch (error) {
      setFailure(failureOf(error));
    }
  };

  return (
    <article class="status">
      <h2 class="screen-title" tabIndex={-1}>
        Your report
      </h2>
      {failure && (
        <p role="alert">
          {failure.status === 404
            ? 'There is no report under this link. It may have been mistyped or erased.'
            : failure.message}
        </p>
      )}
      {report && <StatusOf report={report} store={store} />}
      {report && <PrivateLink token={token} />}
      {report?.status === 'pending' && (
        <button type="button" class="button is-danger" onClick={() => void withdraw()}>
          Withdraw this report
        </button>
      )}
    </article>
  );
}

function StatusOf({ report, store }: { report: ReportState; store: Store }) {
  const { incidentId, feature } = report;
  const [verdict, more] = WORDS[report.status];
  return (
    <>
      <p class="status-word" role="status">
        <span class={`verdict status-${report.status}`}>{verdict}</span> {more}
      </p>
      {report.message && <p class="status-message">From the moderators: {report.message}</p>}
      {incidentId && (
        <button
          type="button"
          class="button"
          onClick={() =>
            store.dispatch({ type: 'screenOpened', screen: { kind: 'incident', id: incidentId } })
          }
        >
          Show it on the map
        </button>
      )}
      {feature && (
        <div class="own-words">
          <p class="kind">
            <Mark category={feature.properties.category} verification="unverified" pending />
            <strong>{feature.properties.title}</strong>
          </p>
          <p>{feature.properties.summary}</p>
          <p class="note">{feature.properties.place}</p>
        </div>
      )}
      <p class="note">Received {datedWords(report.receivedOn)}.</p>
    </>
  );
}

/** The only key to a report: copied, and kept on the device where the reporter leaves it so. */
export function PrivateLink({ token }: { token: string }) {
  const link = new URL(`/#report/${token}`, location.href).href;
  const [kept, setKept] = useState(() => rememberedTokens().includes(token));
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link);
      setSaid('Link copied.');
    } catch {
      setSaid('Select the link and copy it.');
    }
  };
  return (
    <div class="private-link">
      <label>
        Your private link
        <input
          readOnly
          value={link}
          onFocus={(event) => event.currentTarget.select()}
          aria-describedby="private-link-note"
        />
      </label>
      <button type="button" class="button" onClick={() => void copy()}>
        Copy link
      </button>
      <p class="note" id="private-link-note">
        It shows where the report stands. Whoever has it can read and withdraw the report; we cannot
        send it again.
      </p>
      <label class="option">
        <input
          type="checkbox"
          checked={kept}
          onChange={(event) => {
            const keep = event.currentTarget.checked;
            if (!keep) forgetToken(token);
            setKept(keep && rememberToken(token));
          }}
        />
        <span class="option-label">Remember on this device</span>
      </label>
      <p class="said" role="status">
        {said}
      </p>
    </div>
  );
}
