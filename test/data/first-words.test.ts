import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { records } from './first-records.ts';

/** No private person is named in the first data set, and its words take no side. */

/** One SHA-256 a line, of a name's words (two or three, rarely one): the names themselves stand nowhere. */
const names = new Set(
  readFileSync(new URL('./private-names.sha256', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== ''),
);

const hash = (words: string): string => createHash('sha256').update(words).digest('hex');

/** Lower case, without marks: `Sörén O'Neil` is `soren`, `o`, `neil`. */
function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** @returns each run of one to three words in `text` whose hash is among `hashes`. */
function namesIn(text: string, hashes: ReadonlySet<string>): string[] {
  const words = wordsOf(text);
  return words.flatMap((_, at) =>
    [1, 2, 3]
      .filter((length) => at + length <= words.length)
      .map((length) => words.slice(at, at + length).join(' '))
      .filter((run) => hashes.has(hash(run))),
  );
}

/** Every text of a record, ids included, addresses left out: a name in a URL cannot be helped. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'url' || key === 'archivedUrl' ? [] : textsOf(inner),
  );
}

describe('names', () => {
  it('finds a name in a sentence, whatever its case and marks', () => {
    const hashes = new Set([hash('zoe example'), hash('ana de ejemplo'), hash('beispielski')]);
    expect(namesIn('Says that ZOË Example left.', hashes)).toEqual(['zoe example']);
    expect(namesIn('ana-de-ejemplo spoke; Beispielski’s car', hashes)).toEqual([
      'ana de ejemplo',
      'beispielski',
    ]);
    expect(namesIn('Zoe, an example', hashes)).toEqual([]);
  });

  it('has a list of hashes to look for', () => {
    expect(names.size).toBeGreaterThan(50);
    expect([...names].filter((line) => !/^[0-9a-f]{64}$/.test(line))).toEqual([]);
  });

  it('names no private person in any text of any record', () => {
    const found = records.flatMap((record) =>
      textsOf(record).flatMap((text) =>
        namesIn(text, names).length > 0 ? [`${record.id}: ${text}`] : [],
      ),
    );
    expect(found).toEqual([]);
  });

  it('still names the two dead whose names families and officials made public, and those in office', () => {
    const all = records.flatMap(textsOf).join('\n');
    for (const name of ['Renee Good', 'Alex Pretti', 'Jacob Frey', 'Tim Walz', 'Brian O’Hara']) {
      expect(all).toContain(name);
      expect(namesIn(name, names)).toEqual([]);
    }
  });
});

/** Words that hide who acted, judge, or doubt somebody without saying who doubts. */
const neverOurs =
  /officer[- ]involved|(?<!\bcalls )\b(rioters?|thugs?)\b|\bmobs?\b|\bit is claimed\b|\ballegedly\b|\breportedly\b|\bclaim(s|ed)\b|\badmit(s|ted that)\b|\bso-called\b|\billegals?\b|\bpeacekeepers?\b|\bmassacre\b|\bmurder(s|ed|er)?\b|\bexecuted\b/i;
/** Words that a party may use, under its own name, and the map never for itself. */
const onlyTheirs =
  /\bagitators?\b|\binsurrectionists?\b|\bterroris(t|m)s?\b|\binva(ded|sion|ders?)\b|\boccup(ation|iers?)\b|\bkidnap|\brioters?\b|\bbrutal/i;

describe('words', () => {
  it.each(records.map((record) => [record.id, record.properties] as const))(
    'takes no side in %s',
    (_, properties) => {
      const { title, summary, place, locationBasis, actors, accounts, decisions } = properties;
      const ours = [title, summary, place, locationBasis, ...actors, ...accounts.map((a) => a.by)];
      ours.push(...decisions.flatMap((d) => [d.reason, d.basedOn?.what ?? '']));
      const theirs = accounts.map((account) => account.says);
      expect([...ours, ...theirs].filter((text) => neverOurs.test(text))).toEqual([]);
      expect(ours.filter((text) => onlyTheirs.test(text))).toEqual([]);
    },
  );
});
