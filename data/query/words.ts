/**
 * The words of a text, as search compares them: compatibility forms unified, marks dropped, lower
 * case, split at whatever is neither letter nor digit. A record matches a search when each of the
 * search's words begins some word of the record; SQLite's FTS5 with `unicode61 remove_diacritics 2`
 * and prefix queries finds the same.
 */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
