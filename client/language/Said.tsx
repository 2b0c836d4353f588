/** Words in the language of the page, or the server's own in English, where nobody has translated them. */
export type Words = string | { readonly english: string };

export function Said({ words }: { words: Words }) {
  if (typeof words === 'string') return <>{words}</>;
  return <span lang="en">{words.english}</span>;
}

/** @returns the words alone, where they stand within a sentence. */
export function plainWords(words: Words): string {
  return typeof words === 'string' ? words : words.english;
}
