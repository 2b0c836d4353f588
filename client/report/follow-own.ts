import type { Store } from '../state/store.ts';
import { rememberedTokens } from './tokens.ts';

/** Shows this device's reports on its own map, where there are any: most have none. */
export async function followOwn(store: Store): Promise<void> {
  if (rememberedTokens().length === 0 && store.state.screen.kind !== 'status') return;
  const part = await import('./own-reports.ts').catch(() => null);
  // A private link still opens its report.
  if (!part) window.addEventListener('online', () => void followOwn(store), { once: true });
  await part?.loadOwnReports(store);
}
