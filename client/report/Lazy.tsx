import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { say } from '../language/say.ts';
import { usePart } from '../layout/use-part.ts';
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

/** A part of the page whose code comes when it is first shown. */
export function lazy<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return function Lazy(props: Props) {
    const { Part, isFailed } = usePart(load);
    useEffect(() => {
      // What had the focus may have gone while the code was on its way.
      if (!Part || document.activeElement !== document.body) return;
      document.querySelector<HTMLElement>('.screen h2[tabindex="-1"]')?.focus();
    }, [Part]);
    if (isFailed) return <p role="alert">{say('page.partMissing')}</p>;
    return Part ? <Part {...props} /> : <div aria-busy="true" />;
  };
}
