/** A run of text that both have, or one alone. */
export interface Run {
  readonly kind: 'both' | 'before' | 'after';
  readonly text: string;
}

/** Longer texts are told as wholly other: the table grows with the product of their words. */
const MOST_WORDS = 1500;

/** Compares two texts word by word (longest common subsequence). */
export function wordDifference(before: string, after: string): readonly Run[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  if (a.length > MOST_WORDS || b.length > MOST_WORDS) {
    return [
      { kind: 'before', text: before },
      { kind: 'after', text: after },
    ];
  }
  const common = commonLengths(a, b);
  const runs: Run[] = [];
  const add = (kind: Run['kind'], text: string): void => {
    const last = runs.at(-1);
    if (last?.kind === kind) runs[runs.length - 1] = { kind, text: last.text + text };
    else runs.push({ kind, text });
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add('both', a[i] ?? '');
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && at(common, i + 1, j) >= at(common, i, j + 1))) {
      add('before', a[i] ?? '');
      i += 1;
    } else {
      add('after', b[j] ?? '');
      j += 1;
    }
  }
  return runs;
}

/** Words, each with the blanks after it. */
function wordsOf(text: string): readonly string[] {
  return text.match(/\S+\s*|\s+/g) ?? [];
}

/** How long the longest common subsequence of what follows each pair of positions is. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = lengths[i] as Uint16Array;
      row[j] =
        a[i] === b[j]
          ? at(lengths, i + 1, j + 1) + 1
          : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
    }
  }
  return lengths;
}

function at(lengths: readonly Uint16Array[], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0;
}
