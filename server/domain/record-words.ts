import type { IncidentFeature } from '../../data/incident/schema.ts';
import { wordsOf } from '../../data/query/words.ts';

/**
 * The words that a search finds a record by: title, summary, place, actors, what the accounts say
 * and who says it, publishers and titles of sources.
 * @returns them with a space between, in the form in which `wordsOf` compares, each once.
 */
export function recordWords({ properties }: IncidentFeature): string {
  const texts = [properties.title, properties.summary, properties.place, ...properties.actors];
  for (const account of properties.accounts) texts.push(account.by, account.says);
  for (const source of properties.sources) texts.push(source.publisher, source.title ?? '');
  return [...new Set(wordsOf(texts.join('\n')))].join(' ');
}
