import { z } from 'zod';
import { plainText } from '../../data/incident/text.ts';

/** Whether this map takes reports, and what its pages say where it doesn't. */
export interface Reporting {
  readonly open: boolean;
  readonly notice: string | null;
}

export interface ReportingStore {
  get(): Promise<Reporting>;
  /** @param by the administrator, for the audit log. @param now milliseconds since 1970. */
  set(reporting: Reporting, by: string, now: number): Promise<void>;
}

export const reportingRequest = z.strictObject({
  open: z.boolean({ error: 'Expected true or false: whether reports are taken.' }),
  notice: plainText(600, { lines: true }).nullable().default(null),
});

const PAUSED = 'This map takes no reports at the moment. Please try again later.';

/** @returns what to tell who wants to report; null where reports are taken. */
export function whyPaused({ open, notice }: Reporting): string | null {
  return open ? null : (notice ?? PAUSED);
}
