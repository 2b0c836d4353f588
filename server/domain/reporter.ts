import type { Report, ReportStore } from './ports/report-store.ts';
import { hashToken } from './secrets.ts';

/** Longer texts are no tokens of ours, and need not be hashed to know it. */
const TOKEN = /^[\w-]{43}$/;

/** @returns what the reporter may see of their report; null for a token that is nobody's. */
export async function reportOf(
  token: string,
  reports: Pick<ReportStore, 'byToken'>,
): Promise<Report | null> {
  return TOKEN.test(token) ? reports.byToken(hashToken(token)) : null;
}

/** Takes a pending report back and erases it. @returns false where there is none pending. */
export async function withdrawReport(
  token: string,
  reports: Pick<ReportStore, 'withdraw'>,
): Promise<boolean> {
  return TOKEN.test(token) && (await reports.withdraw(hashToken(token)));
}
