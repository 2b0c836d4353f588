import { lazy } from '../layout/lazy.tsx';
import type { Store } from '../state/store.ts';
import type { ReportFormProps } from './ReportForm.tsx';
import type { StatusProps } from './Status.tsx';

/** The form, the gazetteer and the schema come only when somebody reports. */
export const LazyReportForm = lazy<ReportFormProps>(
  async () => (await import('./ReportForm.tsx')).ReportForm,
);

export const LazyStatus = lazy<StatusProps>(async () => (await import('./Status.tsx')).Status);

export const LazyOpenReport = lazy<{ store: Store }>(
  async () => (await import('./OpenReport.tsx')).OpenReport,
);
