import type { Account, Decision, IncidentDraft, Source } from '../incident/schema.ts';
import type { Role } from '../vocabulary/roles.ts';
import type { VerificationId } from '../vocabulary/verifications.ts';
import type { Random } from './random.ts';
import { dateOf, LAST_DAY } from './time.ts';

type Told = Pick<IncidentDraft['properties'], 'accounts' | 'sources' | 'decisions'>;

const SPEAKERS: readonly (readonly [by: string, role: Role])[] = [
  ['A passer-by', 'witness'],
  ['A neighbor', 'witness'],
  ['A reporter at the scene', 'journalist'],
  ['The organizers', 'organizer'],
  ['A police spokesperson', 'police'],
  ['A council member', 'elected_official'],
  ['An agency spokesperson', 'government'],
  ['A relative', 'family'],
];

const SAYINGS = [
  'It was calm from beginning to end.',
  'More people came than anyone expected.',
  'Officers kept their distance.',
  'Officers moved in without a warning.',
  'A warning was given three times.',
  'Nobody was hurt.',
  'At least one person was hurt.',
  'It began earlier than was said.',
  'The street was never blocked.',
  'It was filmed from several sides.',
];

const PUBLISHERS = ['Synthetic Gazette', 'Made-up Radio', 'Example Newsroom', 'Invented Observer'];

/** How many accounts an incident has: most have one, and a few are told again much later. */
const HOW_MANY: readonly (readonly [number, number])[] = [
  [1, 70],
  [2, 21],
  [3, 9],
];

/** @param day of the incident, as `dateOf` counts them. */
export function randomAccounts(random: Random, day: number): Told {
  const accounts: Account[] = [];
  const sources: Source[] = [];
  const count = random.weigh(HOW_MANY);
  let knownDay = Math.min(LAST_DAY, day + (random.chance(0.7) ? 0 : random.whole(1, 10)));
  for (let number = 1; number <= count; number++) {
    const nextDay = number > 1 && random.chance(0.45) ? knownDay + later(random) : knownDay;
    if (nextDay > LAST_DAY) break;
    knownDay = nextDay;
    const source = random.chance(0.5) ? sourceOf(random, number, knownDay) : null;
    if (source) sources.push(source);
    accounts.push(accountOf(random, number, { day, knownDay, source }));
  }
  const isDisputed = accounts.some((account) => account.disputes.length > 0);
  return {
    accounts,
    sources,
    decisions: decisionsOf(random, knownDay, isDisputed, accounts.length),
  };
}

function accountOf(
  random: Random,
  number: number,
  { day, knownDay, source }: { day: number; knownDay: number; source: Source | null },
): Account {
  const [by, role] = random.pick(SPEAKERS);
  return {
    id: `a${number}`,
    by,
    role,
    says: random.pick(SAYINGS),
    saidAt: random.chance(0.6) ? dateOf(Math.max(day, knownDay - random.whole(0, 3))) : null,
    knownAt: dateOf(knownDay),
    knownAtBasis: source ? 'published' : 'received',
    sources: source ? [source.id] : [],
    disputes: number > 1 && random.chance(0.35) ? [`a${random.whole(1, number - 1)}`] : [],
  };
}

function sourceOf(random: Random, number: number, knownDay: number): Source {
  return {
    id: `s${number}`,
    publisher: random.pick(PUBLISHERS),
    title: null,
    url: `https://example.org/synthetic/${random.whole(1, 999_999)}`,
    publishedAt: dateOf(knownDay),
    archivedUrl: null,
  };
}

/** Seven of ten are decided on; a third of these only later, when something more became known. */
function decisionsOf(
  random: Random,
  knownDay: number,
  isDisputed: boolean,
  accounts: number,
): Decision[] {
  if (random.chance(0.3)) return [];
  const isLate = random.chance(0.2);
  const decidedDay = isLate ? knownDay + later(random) : knownDay;
  if (decidedDay > LAST_DAY) return [];
  const verification: VerificationId = isDisputed
    ? 'disputed'
    : random.weigh([
        ['corroborated', accounts > 1 ? 60 : 10],
        ['verified', 25],
        ['unverified', 30],
        ['retracted', 2],
      ]);
  return [
    {
      verification,
      decidedAt: dateOf(decidedDay),
      reason: 'Synthetic: decided at random.',
      basedOn: isLate
        ? { what: 'Synthetic: a recording turned up.', knownAt: dateOf(decidedDay) }
        : null,
    },
  ];
}

/** Days until more becomes known: mostly some, now and then more than a year. */
function later(random: Random): number {
  return Math.ceil(400 * random.unit() ** 4) + 1;
}
