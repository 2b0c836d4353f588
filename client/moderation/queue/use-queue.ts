import { useEffect, useRef, useState } from 'preact/hooks';
import { type ApiFailure, failureOf } from '../../api/failure.ts';
import {
  type Decided,
  fetchQueue,
  type QueuedReport,
  type Seen,
  undo,
} from '../../api/moderation.ts';

/** What happened last, and what `u` would take back. */
export interface Notice {
  readonly words: string;
  readonly undoes: readonly Seen[];
}

const REFRESH_MS = 30_000;

/**
 * The reports that wait, the one that is open, and what is done to them. After a decision the next
 * opens; where somebody else was quicker the queue is loaded anew and says so.
 */
export function useQueue(onSignedOut: () => void) {
  const [reports, setReports] = useState<readonly QueuedReport[] | null>(null);
  const [total, setTotal] = useState(0);
  const [openId, setOpenId] = useState<string | null>(null);
  const [notice, setNotice] = useState<Notice>({ words: '', undoes: [] });
  const [busy, setBusy] = useState(false);
  /** Rises whenever the record's heading is to have the focus. */
  const [turn, setTurn] = useState(0);
  const loads = useRef(0);
  const report = reports?.find(({ id }) => id === openId) ?? reports?.[0] ?? null;
  const shownId = useRef<string | null>(null);
  shownId.current = report?.id ?? null;

  const say = (words: string): void => setNotice((before) => ({ ...before, words }));
  /** @param isAsked false where nobody did anything: then the open report stays, even if it is gone. */
  const load = async (isAsked = true): Promise<void> => {
    loads.current += 1;
    const mine = loads.current;
    try {
      const queue = await fetchQueue();
      if (mine !== loads.current) return;
      const shown = shownId.current;
      // What is being typed, or the next key, must not reach another report.
      if (!isAsked && shown !== null && !queue.reports.some(({ id }) => id === shown)) {
        say('This report is gone: withdrawn, or decided by somebody else. Go on to the next.');
        return;
      }
      setReports(queue.reports);
      setTotal(queue.total);
      setOpenId((id) =>
        queue.reports.some((one) => one.id === id) ? id : (queue.reports[0]?.id ?? null),
      );
    } catch (error) {
      const failure = failureOf(error);
      if (failure.status === 401) onSignedOut();
      else say(failure.message);
    }
  };
  useEffect(() => {
    void load();
    const refresh = (): void => {
      if (document.visibilityState === 'visible') void load(false);
    };
    const timer = setInterval(refresh, REFRESH_MS);
    document.addEventListener('visibilitychange', refresh);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', refresh);
    };
  }, []);

  /** Changes what is shown of a report until the queue is loaded again. */
  const patch = (id: string, part: Partial<QueuedReport>): void =>
    setReports(
      (before) => before?.map((one) => (one.id === id ? { ...one, ...part } : one)) ?? null,
    );
  const open = (id: string): void => {
    setOpenId(id);
    setTurn((before) => before + 1);
  };
  /** @param by 1 for the next, -1 for the one before. */
  const step = (by: 1 | -1): void => {
    if (!reports || !report) return;
    const next = reports[reports.indexOf(report) + by];
    if (next) open(next.id);
  };
  /** Takes decided reports out, and opens what comes after them. */
  const takeOut = (ids: readonly string[]): void => {
    const at = report ? (reports?.indexOf(report) ?? 0) : 0;
    const left = reports?.filter(({ id }) => !ids.includes(id)) ?? [];
    const next = reports?.slice(at).find(({ id }) => !ids.includes(id)) ?? left.at(-1) ?? null;
    loads.current += 1;
    setReports(left);
    setTotal((before) => before - ids.length);
    setOpenId(next?.id ?? null);
    setTurn((before) => before + 1);
  };
  /** Runs one act at a time. @param kept words typed that are told should the report be gone. */
  const run = async (
    perform: () => Promise<void>,
    kept: string | null = null,
  ): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    try {
      await perform();
      return true;
    } catch (error) {
      const failure = failureOf(error);
      if (failure.status === 401) onSignedOut();
      say(refusalWords(failure) + (kept === null ? '' : ` What you typed is kept: ${kept}`));
      if ([404, 409, 412].includes(failure.status)) await load();
      return false;
    } finally {
      setBusy(false);
    }
  };
  /** An act after which the report is no longer in the queue as it was. */
  const decide = (
    perform: (report: QueuedReport) => Promise<Decided>,
    words: (decided: Decided) => string,
    kept: string | null,
  ): Promise<boolean> => {
    if (!report) return Promise.resolve(false);
    const { id } = report;
    return run(async () => {
      const decided = await perform(report);
      setNotice({ words: words(decided), undoes: [{ id, revision: decided.revision }] });
      takeOut([id]);
      if (decided.status === 'scheduled') await load();
    }, kept);
  };
  const takeBack = (): Promise<boolean> => {
    const scheduled = report?.status === 'scheduled' ? [report] : [];
    const undoes = notice.undoes.length > 0 ? notice.undoes : scheduled;
    const [first] = undoes;
    if (!first) {
      say('There is nothing of yours to take back here.');
      return Promise.resolve(false);
    }
    return run(async () => {
      for (const seen of undoes) await undo(seen);
      const many = undoes.length > 1 ? `${undoes.length} reports wait` : 'The report waits';
      setNotice({ words: `Taken back. ${many} again.`, undoes: [] });
      await load();
      open(first.id);
    });
  };
  return {
    reports,
    total,
    report,
    notice,
    busy,
    turn,
    say,
    setNotice,
    load,
    patch,
    open,
    step,
    takeOut,
    run,
    decide,
    takeBack,
    focusRecord: () => setTurn((before) => before + 1),
  };
}

export type QueueState = ReturnType<typeof useQueue>;

/** What was not done, and what to do about it. */
function refusalWords({ status, message, errors }: ApiFailure): string {
  if (status === 412) {
    return 'It has changed since you opened it. The newest is shown now: read it again, then decide.';
  }
  if (status === 404) return 'It is gone: withdrawn, or decided by somebody else.';
  const [first] = errors;
  return first ? `${message} ${first.message}` : message;
}
