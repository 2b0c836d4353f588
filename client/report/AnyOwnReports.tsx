import { lazy } from '../layout/lazy.tsx';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { useWaiting } from './use-waiting.ts';

interface OwnReportsProps {
  readonly state: State;
  readonly store: Store;
}

const LazyOwnReports = lazy<OwnReportsProps>(
  async () => (await import('./OwnReports.tsx')).OwnReports,
);

/** This device's reports, whose code comes where there are any. */
export function AnyOwnReports({ state, store }: OwnReportsProps) {
  const waiting = useWaiting();
  if (state.ownReports.length + waiting.length === 0) return null;
  return <LazyOwnReports state={state} store={store} />;
}
