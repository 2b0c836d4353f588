import type { Shape } from './shape.ts';

const LABELS: Readonly<Record<string, string>> = {
  by: 'Who speaks',
  says: 'What they say',
  saidAt: 'Said',
  knownAt: 'Public since',
  knownAtBasis: 'Public since rests on',
  sources: 'Sources',
  disputes: 'Disputes',
  accounts: 'Accounts',
  decisions: 'Decisions on how sure it is',
  decidedAt: 'Decided',
  basedOn: 'Rests on something that became known',
  what: 'What became known',
  publishedAt: 'Published',
  archivedUrl: 'Archived copy',
  url: 'Web address',
  alt: 'What the photo shows, in words',
  geometry: 'Position',
  locationBasis: 'Place known from',
};

/** @returns what a field is called: by the schema, or else by its name. */
export function labelOf(name: string, { title }: Shape): string {
  return title ?? LABELS[name] ?? name.charAt(0).toUpperCase() + name.slice(1);
}
