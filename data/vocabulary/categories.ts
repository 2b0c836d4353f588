import type { FamilyId } from './families.ts';

/**
 * What kind of thing happened. One incident has one category: the act that made it news.
 *
 * Settled against two counted data sets, named before each category where they have a peer:
 * - ACLED, Armed Conflict Location & Event Data, Codebook (2023): event and sub-event types.
 * - CCC, Crowd Counting Consortium, Coding Protocol: event types, police and participant measures.
 * What the authorities do is split finer than there (detention, raid, stop), since it is what
 * people come to this map to look up; what both leave out (orders, court decisions) is kept apart
 * from events in the street, in the family "other".
 *
 * What each means is said in `descriptions.ts`. `delayHours` is how long after it ended a report of it stays unpublished: a map of where officers
 * are now would put reporters and others in danger.
 */
export const CATEGORIES = [
  // ACLED Peaceful protest; CCC protest, march, rally, strike, walkout.
  {
    id: 'protest',
    label: 'Protest',
    family: 'gathering',
    delayHours: 0,
  },
  // ACLED Peaceful protest; CCC vigil.
  {
    id: 'vigil',
    label: 'Vigil',
    family: 'gathering',
    delayHours: 0,
  },
  // ACLED Protest with intervention; CCC protest with police measures.
  {
    id: 'unlawful_assembly',
    label: 'Declared unlawful assembly',
    family: 'gathering',
    delayHours: 0,
  },
  // ACLED Excessive force against protesters; CCC police measures.
  {
    id: 'police_force',
    label: 'Force by officers',
    family: 'police_measures',
    delayHours: 6,
  },
  // ACLED Armed attack; Excessive force against protesters.
  {
    id: 'shooting',
    label: 'Shooting',
    family: 'violence',
    delayHours: 0,
  },
  // ACLED Mob violence, Attack; CCC injuries.
  {
    id: 'other_violence',
    label: 'Other violence',
    family: 'violence',
    delayHours: 0,
  },
  // ACLED Arrests; CCC arrests.
  {
    id: 'detention',
    label: 'Detention',
    family: 'enforcement',
    delayHours: 24,
  },
  // No peer.
  {
    id: 'raid',
    label: 'Raid',
    family: 'enforcement',
    delayHours: 24,
  },
  // No peer.
  {
    id: 'stop',
    label: 'Stop or questioning',
    family: 'enforcement',
    delayHours: 24,
  },
  // ACLED Looting/property destruction; CCC property damage.
  {
    id: 'property_damage',
    label: 'Property damage',
    family: 'damage',
    delayHours: 0,
  },
  // CCC car ramming, in part.
  {
    id: 'vehicle_collision',
    label: 'Vehicle collision',
    family: 'damage',
    delayHours: 0,
  },
  // ACLED Strategic development: Agreement, Other.
  {
    id: 'statement_place',
    label: 'Official statement or order',
    family: 'other',
    delayHours: 0,
  },
  // ACLED Strategic development: Other.
  {
    id: 'court_decision',
    label: 'Court case or decision',
    family: 'other',
    delayHours: 0,
  },
  // CCC town hall, other.
  {
    id: 'public_event',
    label: 'Public event',
    family: 'other',
    delayHours: 0,
  },
  // ACLED Other.
  {
    id: 'other',
    label: 'Other',
    family: 'other',
    delayHours: 0,
  },
] as const satisfies readonly {
  id: string;
  label: string;
  family: FamilyId;
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
