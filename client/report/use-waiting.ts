import { useEffect, useState } from 'preact/hooks';
import { onWaiting, type WaitingReport, waitingReports } from './waiting.ts';

/** @returns what waits on this device, drawn anew with each change of it. */
export function useWaiting(): readonly WaitingReport[] {
  const [reports, setReports] = useState(waitingReports);
  useEffect(() => onWaiting(() => setReports(waitingReports())), []);
  return reports;
}
