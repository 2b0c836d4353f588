import { useEffect, useRef, useState } from 'preact/hooks';
import { failureOf } from '../api/failure.ts';
import { fetchQueue, publish, type QueuedReport, reject } from '../api/moderation.ts';
import { Mark } from '../marks/Mark.tsx';
import { datedWords } from '../time/words.ts';
import { ReportRecord } from './ReportRecord.tsx';

/** Queue on the left, the report and what would be public in the middle; all by keys. */
export function QueueView({ onSignedOut }: { onSignedOut: () => void }) {
  const [reports, setReports] = useState<readonly QueuedReport[] | null>(null);
  const [current, setCurrent] = useState(0);
  const [message, setMessage] = useState('');
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const messageInput = useRef<HTMLInputElement>(null);
  const report = reports?.[Math.min(current, reports.length - 1)] ?? null;

  const load = async (): Promise<void> => {
    try {
      setReports((await fetchQueue()).reports);
    } catch (error) {
      const failure = failureOf(error);
      if (failure.status === 401) onSignedOut();
      else setSaid(failure.message);
    }
  };
  useEffect(() => void load(), []);

  const decide = async (done: string, act: (report: QueuedReport) => Promise<unknown>) => {
    if (!report || busy) return;
    setBusy(true);
    try {
      await act(report);
      setSaid(done);
      setMessage('');
      setReports((before) => before?.filter(({ id }) => id !== report.id) ?? null);
    } catch (error) {
      const failure = failureOf(error);
      if (failure.status === 401) onSignedOut();
      setSaid(stale(failure.status) ?? failure.message);
      if (stale(failure.status)) await load();
    } finally {
      setBusy(false);
    }
  };
  const publishIt = () => decide('Published. It is on everyone’s map.', publish);
  const rejectIt = () => decide('Rejected.', (one) => reject(one, message.trim() || null));

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (isTyping(event) || event.metaKey || event.ctrlKey || event.altKey) return;
      const last = (reports?.length ?? 1) - 1;
      if (event.key === 'j') setCurrent((at) => Math.min(at + 1, last));
      else if (event.key === 'k') setCurrent((at) => Math.max(Math.min(at, last) - 1, 0));
      else if (event.key === 'p') void publishIt();
      else if (event.key === 'r') messageInput.current?.focus();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });

  return (
    <div class="queue-layout">
      <nav class="queue" aria-label="Reports waiting">
        <h2>
          Waiting <span class="count">{reports?.length ?? '…'}</span>
        </h2>
        <ol>
          {reports?.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                class="row"
                aria-current={one === report ? 'true' : undefined}
                onClick={() => setCurrent(reports.indexOf(one))}
              >
                <Mark
                  category={one.feature.properties.category}
                  verification="unverified"
                  pending
                />
                <span class="row-text">
                  <span class="row-title">{one.feature.properties.title}</span>
                  <span class="row-meta">Received {datedWords(one.receivedOn, 'short')}</span>
                </span>
              </button>
            </li>
          ))}
        </ol>
        <p class="keys">
          <kbd>j</kbd> next <kbd>k</kbd> previous <kbd>p</kbd> publish <kbd>r</kbd> reject
        </p>
      </nav>
      <section class="decision">
        <p class="said" role="status">
          {said}
        </p>
        {reports?.length === 0 && <p class="empty">No reports are waiting.</p>}
        {report && <ReportRecord key={report.id} report={report} />}
        {report && (
          <div class="decide">
            <label>
              Message to the reporter, with a rejection (optional; Enter rejects)
              <input
                ref={messageInput}
                maxLength={1000}
                value={message}
                onInput={(event) => setMessage(event.currentTarget.value)}
                onKeyDown={(event) => {
                  if (event.key === 'Escape') event.currentTarget.blur();
                  if (event.key === 'Enter') void rejectIt();
                }}
              />
            </label>
            <div class="actions">
              <button
                type="button"
                class="button is-primary"
                disabled={busy}
                onClick={() => void publishIt()}
              >
                Publish
              </button>
              <button
                type="button"
                class="button is-danger"
                disabled={busy}
                onClick={() => void rejectIt()}
              >
                Reject
              </button>
            </div>
          </div>
        )}
      </section>
    </div>
  );
}

/** Somebody else was quicker: the queue is loaded anew. */
function stale(status: number): string | null {
  if (status === 409) return 'Somebody has decided on this report already.';
  if (status === 412) return 'This report has changed since you opened it. Read it again.';
  return status === 404 ? 'This report has been withdrawn.' : null;
}

function isTyping({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
}
