import type { CategoryId } from './categories.ts';
import type { VerificationId } from './verifications.ts';

/** What each means, in a sentence: for documentation, and the catalogues that the page speaks from. */
export const CATEGORY_DESCRIPTIONS: Readonly<Record<CategoryId, string>> = {
  protest: 'March, rally, strike, walkout or blockade by people who want something changed.',
  vigil: 'People gather to mourn or remember.',
  unlawful_assembly: 'A gathering that the police declared unlawful; the word is theirs.',
  police_force:
    'Officers of any agency use or threaten force: chemical agents, takedowns, batons, drawn weapons.',
  shooting: 'A firearm was fired at or near people.',
  other_violence: 'People were hurt by other means than a firearm, by anyone but officers.',
  detention: 'Officers take or hold a person.',
  raid: 'Officers enter a home or workplace.',
  stop: 'Officers stop, follow or question people or go from door to door.',
  property_damage: 'Buildings, vehicles or objects are damaged or set on fire.',
  vehicle_collision: 'A vehicle strikes a person, a vehicle or an object.',
  statement_place: 'An authority or office holder announces, orders or withdraws something.',
  court_decision: 'A suit, charge, ruling or injunction.',
  public_event: 'A town hall, visit, concert or other event that is not a protest.',
  other: 'None of the above.',
};

export const VERIFICATION_DESCRIPTIONS: Readonly<Record<VerificationId, string>> = {
  unverified: 'One party or one source says so; nothing independent was found.',
  corroborated: 'Two or more independent sources agree on the main facts.',
  verified: 'A document, recording or finding that the editors read or saw settles the main facts.',
  disputed: 'Parties contradict each other on what matters most.',
  retracted: 'It did not happen as reported, or the one who said so took it back.',
};
