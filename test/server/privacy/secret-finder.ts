/** As many characters of a secret as are looked up at each place of a text. */
const PREFIX = 6;

/** Finds any of many thousand texts in a long one, in one pass. Each is 6 characters long or more. */
export class SecretFinder {
  private readonly byPrefix = new Map<string, string[]>();

  add(secrets: readonly string[]): void {
    for (const secret of secrets) {
      const prefix = secret.slice(0, PREFIX);
      this.byPrefix.set(prefix, [...(this.byPrefix.get(prefix) ?? []), secret]);
    }
  }

  find(text: string): string[] {
    const found: string[] = [];
    for (let at = 0; at + PREFIX <= text.length; at++) {
      const candidates = this.byPrefix.get(text.slice(at, at + PREFIX));
      for (const secret of candidates ?? []) if (text.startsWith(secret, at)) found.push(secret);
    }
    return found;
  }
}
