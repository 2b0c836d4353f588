import type { IncidentDraft } from '../incident/schema.ts';
import { type CategoryId, categoryOf } from '../vocabulary/categories.ts';
import { CROWD_MEASURES, POLICE_MEASURES } from '../vocabulary/measures.ts';
import type { Random } from './random.ts';

type Subject = Pick<
  IncidentDraft['properties'],
  | 'category'
  | 'actors'
  | 'crowdSizeLow'
  | 'crowdSizeHigh'
  | 'injuries'
  | 'fatalities'
  | 'arrests'
  | 'policeMeasures'
  | 'crowdMeasures'
> & { readonly label: string; readonly detail: string };

const HOW_OFTEN: readonly (readonly [CategoryId, number])[] = [
  ['protest', 34],
  ['stop', 14],
  ['property_damage', 10],
  ['detention', 8],
  ['vigil', 7],
  ['police_force', 6],
  ['vehicle_collision', 5],
  ['public_event', 5],
  ['statement_place', 3],
  ['shooting', 3],
  ['other_violence', 2],
  ['raid', 1.5],
  ['unlawful_assembly', 0.8],
  ['court_decision', 0.4],
  ['other', 0.3],
];

const GATHERINGS: readonly CategoryId[] = ['protest', 'vigil', 'unlawful_assembly', 'public_event'];
const WITH_OFFICERS: readonly CategoryId[] = [
  'unlawful_assembly',
  'police_force',
  'detention',
  'raid',
  'stop',
];

const GROUPS = [
  'Neighborhood association',
  'Student union',
  'Tenants together',
  'Congregation',
  'Cycling club',
  'Labor local',
  'City police',
  'County sheriff',
  'Federal agency',
  'Transit police',
];

const DETAILS = [
  'Traffic was held for part of the time.',
  'It was over before dark.',
  'Snow lay on the ground.',
  'Music was heard two blocks away.',
  'The bus line was diverted.',
  'Signs in several languages were seen.',
  'A drum group led the way.',
  'Neighbors brought coffee.',
  'The side street stayed open.',
  'A helicopter circled for a while.',
  'The shop on the corner closed early.',
  'Footage of it was passed around.',
];

/** What a synthetic incident is about; what nobody counted is null, not 0. */
export function randomSubject(random: Random): Subject {
  const category = random.weigh(HOW_OFTEN);
  const isGathering = GATHERINGS.includes(category);
  const hasOfficers = WITH_OFFICERS.includes(category) || random.chance(0.1);
  const crowd =
    isGathering && random.chance(0.6) ? Math.round(10 ** (1 + 2.5 * random.unit())) : null;
  return {
    category,
    label: categoryOf(category).label,
    detail: random.pick(DETAILS),
    actors: random.chance(0.5) ? [random.pick(GROUPS)] : [],
    crowdSizeLow: crowd,
    crowdSizeHigh: crowd === null ? null : Math.round(crowd * (1 + random.unit())),
    injuries: random.chance(0.08) ? random.whole(1, 6) : null,
    fatalities: category === 'shooting' && random.chance(0.15) ? 1 : null,
    arrests: hasOfficers && random.chance(0.3) ? random.whole(1, 30) : null,
    policeMeasures: hasOfficers ? [random.pick(POLICE_MEASURES).id] : [],
    crowdMeasures: isGathering ? [random.pick(CROWD_MEASURES).id] : [],
  };
}
