import type { Store } from '../state/store.ts';
import { waitingReports } from './waiting.ts';

/** Browsers tell late, or never, that a connection is back. */
const TRY_EVERY_MS = 30_000;

/** Sends reports that wait on this device: when the page opens, when the connection is back, and now and then. */
export function followWaiting(store: Store): void {
  const send = async (): Promise<void> => {
    if (!waitingReports().some(({ refusal }) => refusal === null) || !navigator.onLine) return;
    // Where the code itself cannot be loaded, the next try may bring it.
    const part = await import('./send-waiting.ts').catch(() => null);
    await part?.sendWaiting(store);
  };
  window.addEventListener('online', () => void send());
  setInterval(() => void send(), TRY_EVERY_MS);
  void send();
}
