/** Tokens of reports that were sent from this device, until whoever sent them has them forgotten. */
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

function write(tokens: readonly string[]): boolean {
  try {
    if (tokens.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(tokens));
    return true;
  } catch {
    return false;
  }
}
