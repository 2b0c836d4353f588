/**
 * The words of a text, as search compares them: compatibility forms unified, marks dropped, lower
 * case, split at whatever is neither letter nor digit. A record matches a search when each of the
 * search's words begins some word of the record. A store indexes these words, not the text, so that
 * its search finds the same in every script.
 */
export function wordsOf(text: string): string[] {
  // Most texts have nothing to unify or to drop, and that takes most of the time.
  if (PLAIN.test(text)) return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

const PLAIN = /^[\n -~]*$/;
