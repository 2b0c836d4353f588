import { isAbort } from '../api/failure.ts';
import { fetchReport, type OwnReport } from '../api/reports.ts';
import type { Store } from '../state/store.ts';

/** Tokens of this device's reports, for whoever chose to have them remembered here. */
const KEY = 'reports';
const MOST = 20;

/** @returns newest first; nothing where storage is blocked or was written by something else. */
export function rememberedTokens(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter((token) => typeof token === 'string') : [];
  } catch {
    return [];
  }
}

/** @returns false where this device keeps nothing. */
export function rememberToken(token: string): boolean {
  return write([token, ...rememberedTokens().filter((other) => other !== token)].slice(0, MOST));
}

export function forgetToken(token: string): void {
  write(rememberedTokens().filter((other) => other !== token));
}

/**
 * Fetches this device's reports, and the one that the address names, so that they show on the own
 * map. A report that cannot be fetched is left out; its private link still says why.
 */
export async function loadOwnReports(store: Store): Promise<void> {
  const { screen } = store.state;
  const tokens = new Set(rememberedTokens());
  if (screen.kind === 'status') tokens.add(screen.token);
  const reports = await Promise.all([...tokens].map(fetchOwn));
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

function write(tokens: readonly string[]): boolean {
  try {
    if (tokens.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(tokens));
    return true;
  } catch {
    return false;
  }
}
