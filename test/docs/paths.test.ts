import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

const documents = [
  'README.md',
  '.github/ARCHITECTURE.md',
  '.github/CONTRIBUTING.md',
  '.github/PERFORMANCE.md',
  '.github/SECURITY.md',
  '.github/MODERATION.md',
  'server/README.md',
  'data/README.md',
] as const;

describe.each(documents)('%s', (document) => {
  it('links only to files and headings that exist', () => {
    const broken = linksOf(read(document)).filter((link) => !leadsSomewhere(document, link));
    expect(broken).toEqual([]);
  });

  it('names only files and folders that exist', () => {
    const gone = pathsNamedIn(read(document)).filter((path) => !existsSync(join(root, path)));
    expect(gone).toEqual([]);
  });
});

test('the README leads with the command that starts the map, and names the one that tests it', () => {
  const readme = read('README.md');
  expect(readme).toContain('npm ci && npm start');
  expect(readme).toContain('npm ci && npm test');
});

function read(document: string): string {
  return readFileSync(join(root, document), 'utf8');
}

/** Targets of Markdown links and images, and of HTML `src`, that lie in this repository. */
function linksOf(markdown: string): string[] {
  const prose = markdown.replace(/^```[\s\S]*?^```/gm, '');
  const targets = [
    ...prose.matchAll(/\]\(\s*<?([^)\s>]+)/g),
    ...prose.matchAll(/^\[[^\]]+\]:\s*<?([^\s>]+)/gm),
    ...prose.matchAll(/\ssrc(?:set)?="([^"\s]+)/g),
  ].map((match) => match[1] as string);
  return targets.filter((target) => !/^[a-z][a-z0-9+.-]*:/i.test(target));
}

function leadsSomewhere(document: string, link: string): boolean {
  const [path = '', heading] = decodeURI(link).split('#');
  const file = path === '' ? join(root, document) : join(root, dirname(document), path);
  if (!existsSync(file)) return false;
  return heading === undefined || headingsOf(readFileSync(file, 'utf8')).has(heading);
}

/** Anchors of headings, as the forges make them: lower case, hyphens for blanks, no punctuation. */
function headingsOf(markdown: string): Set<string> {
  const titles = [...markdown.matchAll(/^#{1,6}\s+(.+)$/gm)].map((match) => match[1] as string);
  return new Set(
    titles.map((title) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replace(/\s/g, '-'),
    ),
  );
}

/** Whatever stands in backticks and begins with one of our folders; patterns such as `*` left out. */
function pathsNamedIn(markdown: string): string[] {
  const named = [...markdown.matchAll(/`((?:data|server|client|test|\.ci|\.github)\/[\w./-]*)`/g)];
  return named.map((match) => match[1] as string);
}
