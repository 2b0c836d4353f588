import { readAddress } from '../address.ts';

/** An id alone: words with hyphens, as every record's is. */
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)+$/i;

/**
 * @param text what somebody typed or pasted.
 * @returns the id of the incident that it names: by a link to it on the map or on the moderators'
 *   page, or by the id alone; null where it names none.
 */
export function linkedIncident(text: string): string | null {
  const words = text.trim();
  if (ID.test(words)) return words;
  if (!URL.canParse(words)) return null;
  const { searchParams, hash } = new URL(words);
  const address = readAddress(hash);
  return searchParams.get('incident') ?? (address.kind === 'incident' ? address.id : null);
}
