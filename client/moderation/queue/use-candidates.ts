import { useEffect, useState } from 'preact/hooks';
import type { IncidentFeature, ReportFeature } from '../../../data/incident/schema.ts';
import { failureOf, isAbort } from '../../api/failure.ts';
import {
  type Candidate,
  fetchCandidates,
  fetchQueued,
  type QueuedReport,
} from '../../api/moderation.ts';
import { fetchPublished } from '../../api/moderation-incidents.ts';

/** A likely duplicate with its record. */
export type Likely = Candidate &
  (
    | { readonly kind: 'incident'; readonly feature: IncidentFeature }
    | { readonly kind: 'report'; readonly feature: ReportFeature; readonly revision: number }
  );

export interface Candidates {
  /** Null until they have come. */
  readonly found: readonly Likely[] | null;
  readonly problem: string | null;
}

const ASKING: Candidates = { found: null, problem: null };

/** What likely tells of the same event as a report, best first. */
export function useCandidates(
  report: QueuedReport | null,
  reports: readonly QueuedReport[] | null,
): Candidates {
  const [candidates, setCandidates] = useState<Candidates>(ASKING);
  useEffect(() => {
    setCandidates(ASKING);
    if (report?.status !== 'pending') return;
    const controller = new AbortController();
    findLikely(report.id, reports ?? [], controller.signal).then(
      (found) => {
        if (!controller.signal.aborted) setCandidates({ found, problem: null });
      },
      (error) => {
        if (isAbort(error) || controller.signal.aborted) return;
        setCandidates({ found: [], problem: failureOf(error).message });
      },
    );
    return () => controller.abort();
  }, [report?.id, report?.revision]);
  return candidates;
}

async function findLikely(
  id: string,
  reports: readonly QueuedReport[],
  signal: AbortSignal,
): Promise<readonly Likely[]> {
  const candidates = await fetchCandidates(id, signal);
  const found = await Promise.all(candidates.map((one) => withRecord(one, reports)));
  return found.filter((one) => one !== null);
}

/** @returns null where it went since. */
async function withRecord(
  candidate: Candidate,
  reports: readonly QueuedReport[],
): Promise<Likely | null> {
  try {
    if (candidate.kind === 'report') {
      // It may stand on another page.
      const { feature, revision } =
        reports.find(({ id }) => id === candidate.id) ?? (await fetchQueued(candidate.id));
      return { ...candidate, kind: 'report', feature, revision };
    }
    return { ...candidate, kind: 'incident', feature: await fetchPublished(candidate.id) };
  } catch (error) {
    if (failureOf(error).status === 404) return null;
    throw error;
  }
}
