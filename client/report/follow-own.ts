import type { Store } from '../state/store.ts';
import { rememberedTokens } from './tokens.ts';

/** Shows this device's reports on its own map, where there are any: most have none. */
export async function followOwn(store: Store): Promise<void> {
  if (rememberedTokens().length === 0 && store.state.screen.kind !== 'status') return;
  try {
    const { loadOwnReports } = await import('./own-reports.ts');
    await loadOwnReports(store);
  } catch {
    // The code itself could not be loaded: the private link still opens a report.
  }
}
