import { useEffect, useRef, useState } from 'preact/hooks';
import { type ApiFailure, failureOf } from '../../api/failure.ts';
import {
  type Decided,
  fetchQueue,
  type Queue,
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

/** Cursors of the pages that were turned, the open one's last. */
type Place = readonly number[];

/**
 * A page of the reports that wait, the one that is open, and what is done to them. After a decision the next
 * opens; where somebody else was quicker the queue is loaded anew and says so.
 */
export function useQueue(onSignedOut: () => void) {
  const [page, setPage] = useState<Queue | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const [notice, setNotice] = useState<Notice>({ words: '', undoes: [] });
  const [busy, setBusy] = useState(false);
  /** Rises whenever the record's heading is to have the focus. */
  const [turn, setTurn] = useState(0);
  const loads = useRef(0);
  const place = useRef<Place>([]);
  /** Where the last decision was made, to which undo goes back, and on which reports. */
  const decidedAt = useRef<Place>([]);
  const decidedIds = useRef<readonly string[]>([]);
  const reports = page?.reports ?? null;
  const report = reports?.find(({ id }) => id === openId) ?? reports?.[0] ?? null;
  const shownId = useRef<string | null>(null);
  shownId.current = report?.id ?? null;

  const say = (words: string): void => setNotice((before) => ({ ...before, words }));
  /**
   * @param isAsked false where nobody did anything: then the open report stays, even if it is gone.
   * @returns what is shown now; null where that is as before.
   */
  const load = async (isAsked = true, at: Place = place.current): Promise<Queue | null> => {
    loads.current += 1;
    const mine = loads.current;
    try {
      const queue = await fetchQueue(at.at(-1) ?? null);
      if (mine !== loads.current) return null;
      // All of its last page is decided.
      if (queue.reports.length === 0 && at.length > 0) return load(isAsked, at.slice(0, -1));
      const shown = shownId.current;
      // What is being typed, or the next key, must not reach another report.
      if (!isAsked && shown !== null && !queue.reports.some(({ id }) => id === shown)) {
        say('This report is gone: withdrawn, or decided by somebody else. Go on to the next.');
        return null;
      }
      place.current = at;
      setPage(queue);
      setOpenId((id) =>
        queue.reports.some((one) => one.id === id) ? id : (queue.reports[0]?.id ?? null),
      );
      return queue;
    } catch (error) {
      const failure = failureOf(error);
      if (failure.status === 401) onSignedOut();
      else say(failure.message);
      return null;
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
    setPage(
      (before) =>
        before && {
          ...before,
          reports: before.reports.map((one) => (one.id === id ? { ...one, ...part } : one)),
        },
    );
  const open = (id: string): void => {
    setOpenId(id);
    setTurn((before) => before + 1);
  };
  const isPage = (by: 1 | -1): boolean =>
    by === 1 ? (page?.next ?? null) !== null : (page?.before ?? 0) > 0;
  /** Opens the next page at its first report, or the one before at its last. */
  const turnPage = async (by: 1 | -1): Promise<void> => {
    if (!page || !isPage(by)) return;
    const at = place.current;
    const queue = await load(true, by === 1 && page.next ? [...at, page.next] : at.slice(0, -1));
    // Where some were decided meanwhile, the page before goes on into the one that was left.
    const first = queue?.reports.findIndex(({ id }) => id === page.reports[0]?.id) ?? -1;
    const next = queue?.reports.at(by === 1 ? 0 : Math.max(first, 0) - 1);
    if (next) open(next.id);
  };
  /** @param by 1 for the next, -1 for the one before. */
  const step = (by: 1 | -1): void => {
    if (!reports || !report) return;
    const next = reports[reports.indexOf(report) + by];
    if (next) open(next.id);
    else void turnPage(by);
  };
  /** Takes decided reports out, and opens what comes after them, on the next page where it must. */
  const takeOut = async (ids: readonly string[]): Promise<void> => {
    const at = report ? (reports?.indexOf(report) ?? 0) : 0;
    const left = reports?.filter(({ id }) => !ids.includes(id)) ?? [];
    const next = reports?.slice(at).find(({ id }) => !ids.includes(id));
    loads.current += 1;
    decidedAt.current = place.current;
    decidedIds.current = ids;
    setPage((before) => before && { ...before, reports: left, total: before.total - ids.length });
    setOpenId((next ?? left.at(-1))?.id ?? null);
    setTurn((before) => before + 1);
    if (left.length === 0) await load();
    else if (!next) await turnPage(1);
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
      await takeOut([id]);
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
      decidedIds.current = [];
      await load(true, undoes === scheduled ? place.current : decidedAt.current);
      open(first.id);
    });
  };
  return {
    page,
    reports,
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
    isPage,
    turnPage,
    takeOut,
    run,
    decide,
    takeBack,
    wasDecided: (id: string) => decidedIds.current.includes(id),
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
