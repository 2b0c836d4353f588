import type {
  IncidentDraft,
  IncidentFeature,
  ReportFeature,
} from '../../../data/incident/schema.ts';
import { categoryOf } from '../../../data/vocabulary/categories.ts';
import { countWords, whenWords, whereWords } from '../../detail/words.ts';
import { labelOf } from '../form/labels.ts';

export interface NamedFact {
  /** JSON pointer of what it tells of. */
  readonly pointer: string;
  readonly label: string;
  readonly words: string;
}

export type Compared = ReportFeature | IncidentFeature | IncidentDraft;

/** What of a record moderators read and compare, in words. */
export function factsOf(feature: Compared): readonly NamedFact[] {
  // Both kinds hold all that is read here.
  const properties = feature.properties as IncidentFeature['properties'];
  const { crowdSizeLow, crowdSizeHigh, injuries, fatalities, arrests } = properties;
  const facts: NamedFact[] = [
    fact('title', 'Title', properties.title),
    fact('summary', 'What happened', properties.summary),
    fact('category', 'Kind', categoryOf(properties.category).label),
    fact('occurredAt', 'When', whenWords(properties)),
    fact('place', 'Where', whereWords(properties)),
    { pointer: '/geometry', label: 'Position', words: positionWords(feature.geometry) },
    fact('locationBasis', 'Place known from', properties.locationBasis),
    fact('crowdSizeLow', 'Crowd', countWords(crowdSizeLow, crowdSizeHigh)),
    fact('injuries', 'Injured', countWords(injuries)),
    fact('fatalities', 'Killed', countWords(fatalities)),
    fact('arrests', 'Arrested', countWords(arrests)),
    fact('actors', 'Who took part', properties.actors.join('\n')),
    fact(
      'accounts',
      'Accounts',
      properties.accounts.map(({ by, says }) => `${by}: ${says}`).join('\n'),
    ),
    fact(
      'sources',
      'Links',
      properties.sources.map(({ url, publisher }) => url ?? publisher).join('\n'),
    ),
  ];
  return facts.filter(({ words }) => words !== '' && words !== 'not known');
}

function fact(name: string, label: string, words: string): NamedFact {
  return { pointer: `/properties/${name}`, label, words };
}

export function positionWords(geometry: Compared['geometry'] | null): string {
  if (geometry === null) return 'none, known only to the city';
  const [longitude, latitude] = geometry.coordinates;
  return `${latitude} N, ${-longitude} W`;
}

/** @returns the label of what a pointer points at: `Title`, `Links`. */
export function labelAt(pointer: string, feature: Compared): string {
  const named = factsOf(feature).find((one) => `${pointer}/`.startsWith(`${one.pointer}/`));
  if (named) return named.label;
  const [first = ''] = pointer.replace('/properties/', '/').split('/').slice(1);
  return labelOf(first, {});
}
