import type { FamilyId } from './families.ts';

/**
 * What kind of thing happened. One incident has one category: the act that made it news.
 *
 * Settled against two counted data sets, named beside each category where they have a peer:
 * - ACLED, Armed Conflict Location & Event Data, Codebook (2023): event and sub-event types.
 * - CCC, Crowd Counting Consortium, Coding Protocol: event types, police and participant measures.
 * What the authorities do is split finer than there (detention, raid, stop), since it is what
 * people come to this map to look up; what both leave out (orders, court decisions) is kept apart
 * from events in the street, in the family "other".
 *
 * `delayHours` is how long after it ended a report of it stays unpublished: a map of where officers
 * are now would put reporters and others in danger.
 */
export const CATEGORIES = [
  {
    id: 'protest',
    label: 'Protest',
    family: 'gathering',
    description: 'March, rally, strike, walkout or blockade by people who want something changed.',
    peers: 'ACLED Peaceful protest; CCC protest, march, rally, strike, walkout',
    delayHours: 0,
  },
  {
    id: 'vigil',
    label: 'Vigil',
    family: 'gathering',
    description: 'People gather to mourn or remember.',
    peers: 'ACLED Peaceful protest; CCC vigil',
    delayHours: 0,
  },
  {
    id: 'unlawful_assembly',
    label: 'Declared unlawful assembly',
    family: 'gathering',
    description: 'A gathering that the police declared unlawful; the word is theirs.',
    peers: 'ACLED Protest with intervention; CCC protest with police measures',
    delayHours: 0,
  },
  {
    id: 'police_force',
    label: 'Force by officers',
    family: 'police_measures',
    description:
      'Officers of any agency use or threaten force: chemical agents, takedowns, batons, drawn weapons.',
    peers: 'ACLED Excessive force against protesters; CCC police measures',
    delayHours: 6,
  },
  {
    id: 'shooting',
    label: 'Shooting',
    family: 'violence',
    description: 'A firearm was fired at or near people.',
    peers: 'ACLED Armed attack; Excessive force against protesters',
    delayHours: 0,
  },
  {
    id: 'other_violence',
    label: 'Other violence',
    family: 'violence',
    description: 'People were hurt by other means than a firearm, by anyone but officers.',
    peers: 'ACLED Mob violence, Attack; CCC injuries',
    delayHours: 0,
  },
  {
    id: 'detention',
    label: 'Detention',
    family: 'enforcement',
    description: 'Officers take or hold a person.',
    peers: 'ACLED Arrests; CCC arrests',
    delayHours: 24,
  },
  {
    id: 'raid',
    label: 'Raid',
    family: 'enforcement',
    description: 'Officers enter a home or workplace.',
    peers: 'no peer',
    delayHours: 24,
  },
  {
    id: 'stop',
    label: 'Stop or questioning',
    family: 'enforcement',
    description: 'Officers stop, follow or question people or go from door to door.',
    peers: 'no peer',
    delayHours: 24,
  },
  {
    id: 'property_damage',
    label: 'Property damage',
    family: 'damage',
    description: 'Buildings, vehicles or objects are damaged or set on fire.',
    peers: 'ACLED Looting/property destruction; CCC property damage',
    delayHours: 0,
  },
  {
    id: 'vehicle_collision',
    label: 'Vehicle collision',
    family: 'damage',
    description: 'A vehicle strikes a person, a vehicle or an object.',
    peers: 'CCC car ramming, in part',
    delayHours: 0,
  },
  {
    id: 'statement_place',
    label: 'Official statement or order',
    family: 'other',
    description: 'An authority or office holder announces, orders or withdraws something.',
    peers: 'ACLED Strategic development: Agreement, Other',
    delayHours: 0,
  },
  {
    id: 'court_decision',
    label: 'Court case or decision',
    family: 'other',
    description: 'A suit, charge, ruling or injunction.',
    peers: 'ACLED Strategic development: Other',
    delayHours: 0,
  },
  {
    id: 'public_event',
    label: 'Public event',
    family: 'other',
    description: 'A town hall, visit, concert or other event that is not a protest.',
    peers: 'CCC town hall, other',
    delayHours: 0,
  },
  {
    id: 'other',
    label: 'Other',
    family: 'other',
    description: 'None of the above.',
    peers: 'ACLED Other',
    delayHours: 0,
  },
] as const satisfies readonly {
  id: string;
  label: string;
  family: FamilyId;
  description: string;
  peers: string;
  delayHours: number;
}[];

export type CategoryId = (typeof CATEGORIES)[number]['id'];

export const CATEGORY_IDS: readonly CategoryId[] = CATEGORIES.map((category) => category.id);

const byId = new Map<string, (typeof CATEGORIES)[number]>(CATEGORIES.map((c) => [c.id, c]));

/** @throws RangeError if `id` is not in the vocabulary; parse input with the schema first. */
export function categoryOf(id: string): (typeof CATEGORIES)[number] {
  const found = byId.get(id);
  if (!found) throw new RangeError(`category "${id}" is not one of: ${CATEGORY_IDS.join(', ')}`);
  return found;
}
