import { lazy } from '../layout/lazy.tsx';
import type { Store } from '../state/store.ts';
import type { ReportFormProps } from './ReportForm.tsx';
import type { StatusProps } from './Status.tsx';

/**
 * The form, the gazetteer and the schema come only when somebody reports; with them what lists the
 * report afterwards, since it may be written where there is no connection any more.
 */
export const LazyReportForm = lazy<ReportFormProps>(async () => {
  const [{ ReportForm }] = await Promise.all([
    import('./ReportForm.tsx'),
    import('./OwnReports.tsx'),
  ]);
  return ReportForm;
});

export const LazyStatus = lazy<StatusProps>(async () => (await import('./Status.tsx')).Status);

export const LazyOpenReport = lazy<{ store: Store }>(
  async () => (await import('./OpenReport.tsx')).OpenReport,
);
