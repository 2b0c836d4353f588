import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

/** What the source of the public page says by itself, and what it asks the catalogues for. */

const client = fileURLToPath(new URL('../../client/', import.meta.url));

interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** Moderators work in English; what is built and what is tested there is no page. */
const NOT_SPOKEN = /^(moderation|language\/compile|vite\.config)/;
/** What these write becomes part of a report, for moderators and readers: records are English. */
const OF_RECORDS = ['report/draft.ts', 'report/place.ts'];
/** Attributes that a person hears or reads. */
const HEARD = ['aria-label', 'aria-description', 'title', 'alt', 'placeholder', 'label'];
/** Attributes that are never words. */
const UNHEARD = ['class', 'd', 'style', 'viewBox', 'points', 'transform', 'rel', 'key', 'accept'];
/** Calls whose text is for who mends the page, or a key. */
const ASIDE = ['say', 'sayParts', 'console.error', 'console.warn', 'console.info'];
const TWO_WORDS = /\p{L}{2,}[,.:;]? \p{L}{2,}/u;
const CAPITALISED = /^\p{Lu}\p{Ll}/u;
/** Names that the platform gives: keys, headers, tags. */
const PLATFORM =
  /^(Arrow(Left|Right|Up|Down)|Home|End|Enter|Escape|Backspace|Delete|Page(Up|Down)|Tab|Alt|Shift|Control|Meta|Content-Type|Accept|Location|Idempotency-Key|Challenge-Solution|If-Match|Date|Feature|FeatureCollection|Point|Polygon|LineString|Map\.Title|Infinity|America\/Chicago|[A-Z][a-zA-Z]*Error)$/;

/** What the platform reads: media queries, selectors, fonts, kinds of content. */
const NO_WORDS =
  /^(\(prefers-.*\)|input, select|Lake Street and Chicago Avenue|Label Semibold|.*system-ui.*|application\/.*)$/;

export function sourceFiles(): string[] {
  return (readdirSync(client, { recursive: true }) as string[])
    .filter((file) => /\.tsx?$/.test(file) && !NOT_SPOKEN.test(file))
    .sort();
}

function parsed(file: string): Node {
  const { program } = parseSync(file, readFileSync(client + file, 'utf8'));
  return program as unknown as Node;
}

/** @returns text that stands in the source itself where a person would read or hear it. */
export function ownWords(file: string): string[] {
  const found: string[] = [];
  if (!OF_RECORDS.includes(file)) walk(parsed(file), []);
  return found;

  function walk(node: Node, above: readonly Node[]): void {
    if (isAside(node)) return;
    if (node.type === 'JSXText' && /\p{L}/u.test(String(node.value).replace(/&\w+;/g, '')))
      note(node.value);
    if (node.type === 'JSXAttribute') {
      const name = nameOf(node.name as Node);
      if (UNHEARD.includes(name)) return;
      const value = node.value as Node | null;
      if (
        HEARD.includes(name) &&
        value?.type === 'Literal' &&
        !NO_WORDS.test(String(value.value))
      ) {
        note(value.value);
      }
    }
    const text = textOf(node);
    const isKey = above.at(-1)?.type === 'Property' && above.at(-1)?.key === node;
    if (text !== null && !isKey && !PLATFORM.test(text) && !NO_WORDS.test(text)) {
      if (TWO_WORDS.test(text) || CAPITALISED.test(text)) note(text);
    }
    for (const child of childrenOf(node)) walk(child, [...above, node]);
  }

  function note(words: unknown): void {
    const text = String(words).trim();
    if (!found.includes(text)) found.push(text);
  }
}

function isAside(node: Node): boolean {
  if (node.type.startsWith('TS') || node.type === 'ImportDeclaration') return true;
  if (node.type === 'NewExpression') return /Error$/.test(nameOf(node.callee as Node));
  return node.type === 'CallExpression' && ASIDE.includes(nameOf(node.callee as Node));
}

function textOf(node: Node): string | null {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'TemplateElement') return (node.value as { cooked: string }).cooked;
  return null;
}

/** A message that the source asks for: its key, with `*` for what is put in, and its values. */
export interface Asked {
  readonly file: string;
  readonly key: string;
  /** Null where they are not all written out. */
  readonly values: readonly string[] | null;
}

/** @returns what the source asks the catalogues for, in calls of `say` and `sayParts`. */
export function askedOf(file: string): Asked[] {
  const found: Asked[] = [];
  walk(parsed(file));
  return found;

  function walk(node: Node): void {
    if (node.type === 'CallExpression' && /^say(Parts)?$/.test(nameOf(node.callee as Node))) {
      const [key, values] = node.arguments as Node[];
      for (const pattern of key ? keysOf(key) : []) {
        found.push({ file, key: pattern, values: namesOf(values) });
      }
    }
    for (const child of childrenOf(node)) walk(child);
  }
}

/** @returns what a file imports, as it is written there. */
export function importsOf(file: string): string[] {
  const body = parsed(file).body as Node[];
  return body.flatMap(({ type, source }) =>
    type === 'ImportDeclaration' ? [String((source as Node).value)] : [],
  );
}

/** @returns a file of the client and all that is loaded with it: by imports that are not of types. */
export function openedWith(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const node of parsed(file).body as Node[]) {
    const from = node.source as Node | null | undefined;
    if (!from || node.importKind === 'type' || node.exportKind === 'type') continue;
    const path = posix.join(posix.dirname(file), String(from.value));
    if (/^[^.].*\.tsx?$/.test(path) && String(from.value).startsWith('.')) openedWith(path, found);
  }
  return found;
}

/** @returns every text of a file that could be a key, for keys that stand in a table. */
export function textsOf(file: string): string[] {
  const found: string[] = [];
  walk(parsed(file));
  return found;

  function walk(node: Node): void {
    found.push(...keysOf(node));
    for (const child of childrenOf(node)) walk(child);
  }
}

function keysOf(node: Node): string[] {
  if (node.type === 'Literal' && typeof node.value === 'string') return [node.value];
  if (node.type !== 'TemplateLiteral') return [];
  return [(node.quasis as Node[]).map((part) => textOf(part) ?? '').join('*')];
}

function namesOf(node: Node | undefined): string[] | null {
  if (!node) return [];
  if (node.type !== 'ObjectExpression') return null;
  const properties = node.properties as Node[];
  if (properties.some(({ type }) => type !== 'Property')) return null;
  return properties.map(({ key }) => nameOf(key as Node));
}

function nameOf(node: Node): string {
  if (node.type === 'MemberExpression') {
    return `${nameOf(node.object as Node)}.${nameOf(node.property as Node)}`;
  }
  return String(node.name ?? node.value ?? '');
}

function childrenOf(node: Node): Node[] {
  return Object.values(node)
    .flat()
    .filter(
      (value): value is Node => typeof value === 'object' && value !== null && 'type' in value,
    );
}
