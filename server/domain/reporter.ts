import { z } from 'zod';
import type { ReportFeature } from '../../data/incident/schema.ts';
import { plainText } from '../../data/incident/text.ts';
import { screen, type Warning } from '../../data/screening/screen.ts';
import { centralDate, startOfCentral } from '../../data/time/central.ts';
import type { Parsed } from './field-errors.ts';
import { parseReport } from './parse-report.ts';
import type { PhotoStore, ReportPhoto } from './ports/photo-store.ts';
import type {
  FollowedReport,
  ReporterOutcome,
  ReportStore,
  ThreadMessage,
} from './ports/report-store.ts';
import { hashToken } from './secrets.ts';
import type { ServedArea } from './served-area.ts';

export const answerRequest = z.strictObject({ text: plainText(2000, { lines: true }) });

/** 16 bytes, or 32 as in the first version; other texts are no tokens of ours. */
const TOKEN = /^(?:[\w-]{22}|[\w-]{43})$/;

/**
 * What the reporter sees of their report: `withdrawn`, and where it was, once the incident is taken
 * off the map that it was published in or merged into.
 */
export interface ReporterView extends FollowedReport {
  readonly feature: ReportFeature;
  readonly warnings: readonly Warning[];
  readonly thread: readonly ThreadMessage[];
  readonly photos: readonly ReportPhoto[];
  /** The day on which a scheduled one becomes public. */
  readonly publishesOn: string | null;
}

interface Stores {
  readonly reports: ReportStore;
  readonly photos: PhotoStore;
}

/** @returns null for a token that is nobody's, and for one whose report was withdrawn or erased. */
export async function reporterView(token: string, stores: Stores): Promise<ReporterView | null> {
  const tokenHash = tokenHashOf(token);
  const report = tokenHash === null ? null : await stores.reports.byToken(tokenHash);
  const feature = report?.feature ?? null;
  if (!report || report.status === 'withdrawn' || feature === null) return null;
  const [thread, photos] = await Promise.all([
    stores.reports.thread(report.id),
    stores.photos.list([report.id]),
  ]);
  return {
    ...report,
    ...(report.takenOff === null ? {} : { status: 'withdrawn', incidentId: null }),
    feature,
    warnings: screen(feature),
    thread,
    photos: photos.get(report.id) ?? [],
    publishesOn: report.publishesAt === null ? null : centralDate(report.publishesAt),
  };
}

/** Whether there is such a report, before anything that is sent to it is read. */
export async function isKnown(
  token: string,
  { reports }: { readonly reports: Pick<ReportStore, 'byToken'> },
): Promise<boolean> {
  const tokenHash = tokenHashOf(token);
  const report = tokenHash === null ? null : await reports.byToken(tokenHash);
  return report !== null && report.status !== 'withdrawn';
}

/**
 * Puts other words in the place of a pending report's.
 * @param body any parsed JSON value.
 * @param revision that the reporter read; null: whichever it is.
 */
export async function correctReport(
  token: string,
  body: unknown,
  revision: number | null,
  context: {
    readonly reports: Pick<ReportStore, 'correct'>;
    readonly area: ServedArea;
    readonly now: number;
  },
): Promise<Parsed<ReporterOutcome>> {
  const tokenHash = tokenHashOf(token);
  if (tokenHash === null) return { ok: true, value: 'unknown' };
  const parsed = parseReport(body, context);
  if (!parsed.ok) return parsed;
  return { ok: true, value: await context.reports.correct(tokenHash, parsed.value, revision) };
}

/** Answers the moderators, or tells them something more; only while the report is pending. */
export async function answerReport(
  token: string,
  text: string,
  { reports, now }: { readonly reports: Pick<ReportStore, 'answer'>; readonly now: number },
): Promise<ReporterOutcome> {
  const tokenHash = tokenHashOf(token);
  return tokenHash === null ? 'unknown' : reports.answer(tokenHash, text, centralDate(now));
}

/** Takes a report back, or has a rejected one erased at once. */
export async function withdrawReport(
  token: string,
  { reports, now }: { readonly reports: Pick<ReportStore, 'withdraw'>; readonly now: number },
): Promise<ReporterOutcome> {
  const tokenHash = tokenHashOf(token);
  return tokenHash === null ? 'unknown' : reports.withdraw(tokenHash, startOfCentral('day', now));
}

/** @returns null for a text that cannot be a token. */
export function tokenHashOf(token: string): string | null {
  return TOKEN.test(token) ? hashToken(token) : null;
}
