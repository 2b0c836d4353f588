import { ApiError, type ApiFailure } from '../api/failure.ts';
import { sendPhoto } from '../api/reports.ts';
import { plainWords } from '../language/Said.tsx';
import type { Store } from '../state/store.ts';
import { changeWaiting, dropWaiting, putWaiting, stillWaits } from './keep-waiting.ts';
import { loadOwnReports } from './own-reports.ts';
import { shelvedPhotos, shelvePhotos } from './photo-shelf.ts';
import { failureWords, fieldWords } from './problem-words.ts';
import { sendWithWork } from './send.ts';
import { rememberToken } from './tokens.ts';
import { type WaitingReport, waitingReports } from './waiting.ts';

let underWay: Promise<void> | null = null;

/** Sends what waits on this device, one after the other. What still cannot be sent goes on waiting. */
export function sendWaiting(store: Store): Promise<void> {
  underWay ??= alone(() => sendAll(store)).finally(() => {
    underWay = null;
  });
  return underWay;
}

/** One page of this device at a time; without locks, the key keeps two pages from making two. */
async function alone(work: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return work();
  await navigator.locks.request('send-waiting', { ifAvailable: true }, (lock) =>
    lock ? work() : undefined,
  );
}

async function sendAll(store: Store): Promise<void> {
  let sent = false;
  for (const report of waitingReports()) {
    if (report.refusal !== null || !stillWaits(report)) continue;
    try {
      const token = report.token ?? (await sendWithWork(report.feature, report.key, null, null));
      sent = true;
      // Remembered before the photos: were the page closed now, nothing would be sent twice.
      rememberToken(token);
      changeWaiting({ ...report, token });
      await sendPhotos(report.key, token);
      dropWaiting(report.key, token);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (isOnlyLater(error)) break;
      changeWaiting({ ...report, refusal: refusalOf(error) });
    }
  }
  if (sent) await loadOwnReports(store);
}

function refusalOf({ failure }: ApiError): string {
  const [wrong] = failure.errors;
  return plainWords(wrong ? fieldWords(wrong) : failureWords(failure));
}

/** Each goes off the shelf once it is there, or was refused for good. @throws ApiError to try again later. */
async function sendPhotos(key: string, token: string): Promise<void> {
  let left = await shelvedPhotos(key);
  while (left[0]) {
    try {
      await sendPhoto(token, left[0]);
    } catch (error) {
      if (!(error instanceof ApiError) || isOnlyLater(error)) throw error;
    }
    left = left.slice(1);
    await shelvePhotos(key, left);
  }
}

/** No connection, too many at the moment, paused: nothing is wrong with the report. */
export function isOnlyLater({ failure }: ApiError): boolean {
  return failure.kind !== 'problem' || failure.status === 429 || failure.status >= 500;
}

/** It may have arrived or not: sent again as it is, under the same key, it is there once. */
export function isAnswerLost({ kind, status }: ApiFailure): boolean {
  return kind !== 'problem' || status === 502 || status === 504;
}

/** @returns whether it waits on the device, and not on this page alone; photos too. */
export async function letWait(
  report: Pick<WaitingReport, 'key' | 'feature'>,
  photos: readonly Blob[],
): Promise<{ readonly isKept: boolean; readonly arePhotosKept: boolean }> {
  const arePhotosKept = photos.length === 0 || (await shelvePhotos(report.key, photos));
  const isKept = putWaiting({ ...report, token: null, refusal: null });
  return { isKept, arePhotosKept };
}
