import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const folder = fileURLToPath(new URL('../../.github', import.meta.url));
const rows = readFileSync(join(folder, 'SECURITY.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(2)
  .map((line) => line.split('|').map((cell) => cell.trim()));

it('names for each control where it is and what proves it', () => {
  expect(rows.length).toBeGreaterThan(10);
  for (const [, , , control, where, proof] of rows) {
    expect(linksIn(where), control).not.toEqual([]);
    expect(proofsIn(proof), control).not.toEqual([]);
  }
});

it('names threats by STRIDE', () => {
  for (const [, , stride] of rows) expect(stride).toMatch(/^[STRIDE](, [STRIDE])*$/);
});

it.each([
  ...new Set(rows.flatMap((row) => proofsIn(row[5]).map(({ test, name }) => `${test} › ${name}`))),
])('%s is a test', (proof) => {
  const [file = '', name = ''] = proof.split(' › ');
  const pattern = new RegExp(`^${name.split('…').map(literally).join('.+')}$`);
  expect(titlesIn(join(folder, file)).some((title) => pattern.test(title))).toBe(true);
});

function linksIn(cell = ''): string[] {
  return [...cell.matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1] ?? '');
}

/** Each name in curly quotes, with the file whose link stands before it. */
function proofsIn(cell = ''): { test: string; name: string }[] {
  return cell.split('; ').flatMap((part) => {
    const [test = ''] = linksIn(part);
    return [...part.matchAll(/“([^”]+)”/g)].map((match) => ({ test, name: match[1] ?? '' }));
  });
}

/** What `it`, `test` and `describe` are called with in a file. */
function titlesIn(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  const calls = source.matchAll(/\(\s*(['"`])((?:(?!\1)[^\\]|\\.)*)\1,\s*(?:async )?\(/g);
  return [...calls].map((match) => (match[2] ?? '').replaceAll('\\', ''));
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
