import { isAbort } from '../api/failure.ts';
import { fetchReport, type OwnReport } from '../api/reports.ts';
import type { Store } from '../state/store.ts';
import { rememberedTokens } from './tokens.ts';

/**
 * Fetches this device's reports, and the one that the address names, so that they show on the own
 * map. A report that cannot be fetched is left out; its private link still says why.
 */
export async function loadOwnReports(store: Store): Promise<void> {
  const { screen } = store.state;
  const tokens = new Set(rememberedTokens());
  if (screen.kind === 'status') tokens.add(screen.token);
  const [reports] = await Promise.all([
    Promise.all([...tokens].map(fetchOwn)),
    // What draws them comes beside them; without it they are listed all the same.
    import('../map/pending-marks.ts').catch(() => undefined),
  ]);
  store.dispatch({
    type: 'ownReportsArrived',
    reports: reports.filter((report) => report !== null),
  });
}

async function fetchOwn(token: string): Promise<OwnReport | null> {
  try {
    return { token, report: await fetchReport(token) };
  } catch (error) {
    if (isAbort(error) || error instanceof Error) return null;
    throw error;
  }
}
