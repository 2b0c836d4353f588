import { say } from '../language/say-of-details.ts';
import { listWords } from '../language/words.ts';

const PARTS = [
  'within',
  'datetime',
  'range',
  'category',
  'verification',
  'q',
  'asOf',
  'map',
  'incident',
  'show',
  'lang',
  'token',
] as const;

/** @returns `the category and the map position`; what this map has no name for is said once. */
export function droppedWords(names: readonly string[]): string {
  const words = names.map((name) => {
    const part = PARTS.find((known) => known === name);
    return part ? say(`notice.part.${part}`) : say('notice.part.unknown');
  });
  return listWords([...new Set(words)]);
}

/** What of a link could not be read. */
export function Dropped({ names }: { names: readonly string[] }) {
  return <>{say('notice.dropped', { parts: droppedWords(names) })}</>;
}
