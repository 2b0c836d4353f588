import type { ReportFeature } from '../../../../data/incident/schema.ts';
import { Random } from '../../../../data/synthetic/random.ts';
import { formatCentral } from '../../../../data/time/central.ts';
import type { CategoryId } from '../../../../data/vocabulary/categories.ts';
import { report } from '../../made-reports.ts';

/** Two reports, and whether they are of one event. */
export interface MadePair {
  readonly one: ReportFeature;
  readonly other: ReportFeature;
  /** `same`, or how the two events differ. */
  readonly kind: PairKind;
}

/**
 * Near misses, each with all else alike: the same scene hours later, the same hour some streets
 * away, the next day at the same place, something else next to it.
 */
export const PAIR_KINDS = ['same', 'later', 'elsewhere', 'next day', 'beside it'] as const;
export type PairKind = (typeof PAIR_KINDS)[number];

/** What happened: several people would put each fact in words of their own. */
interface Scene {
  readonly category: CategoryId;
  /** What a second person may file it under. */
  readonly alias: CategoryId;
  readonly titles: readonly string[];
  /** One row a fact; the phrasings of one fact stand in one row. */
  readonly facts: readonly (readonly string[])[];
}

/** @returns as many pairs, the same ones for the same seed; a third of them are of one event. */
export function madePairs(count: number, seed: number): MadePair[] {
  const random = new Random(seed, 12);
  return Array.from({ length: count }, (_, index) => {
    const kind = index % 3 === 0 ? 'same' : random.pick(PAIR_KINDS.slice(1));
    return { kind, ...pairOf(kind, random) };
  });
}

interface Event {
  readonly scene: Scene;
  readonly at: number;
  readonly position: readonly [number, number];
  /** The facts that hold of this event: one phrasing set each. */
  readonly facts: readonly (readonly string[])[];
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const JANUARY = Date.parse('2026-01-05T08:00:00-06:00');

function pairOf(kind: PairKind, random: Random): { one: ReportFeature; other: ReportFeature } {
  const event = eventOf(random.pick(SCENES), random);
  return { one: toldBy(event, random), other: toldBy(otherEvent(event, kind, random), random) };
}

function eventOf(scene: Scene, random: Random): Event {
  return {
    scene,
    at: JANUARY + random.unit() * 25 * 24 * HOUR_MS,
    position: [-93.32 + 0.11 * random.unit(), 44.9 + 0.13 * random.unit()],
    facts: shuffled(scene.facts, random).slice(0, 5),
  };
}

/** @returns the event that the second person tells of. */
function otherEvent(event: Event, kind: PairKind, random: Random): Event {
  // Another event of its kind shares some facts with it, as one vigil does with the next.
  const alike = { ...event, facts: shuffled(event.scene.facts, random).slice(0, 5) };
  switch (kind) {
    case 'same':
      return event;
    case 'later':
      return { ...alike, at: event.at + (4 + 8 * random.unit()) * HOUR_MS };
    case 'next day':
      return { ...alike, at: event.at + (24 + 2 * random.bell() * 0.3) * HOUR_MS };
    case 'elsewhere':
      return { ...alike, position: moved(event.position, 700 + 1800 * random.unit(), random) };
    case 'beside it': {
      const scene = random.pick(SCENES.filter(({ category }) => category !== event.scene.category));
      return { ...eventOf(scene, random), at: event.at, position: event.position };
    }
  }
}

/** One person's report of it: up to 300 m and, in most cases, up to 2 h off, in their own words. */
function toldBy(event: Event, random: Random): ReportFeature {
  const { scene, facts } = event;
  const precision = random.weigh([
    ['exact', 4],
    ['hour', 5],
    ['day', 1],
  ] as const);
  const told = shuffled(facts, random).slice(0, random.whole(3, 5));
  const said = told.map((phrasings) => random.pick(phrasings));
  const padding = shuffled(PADDING, random).slice(0, random.whole(0, 3));
  const at = event.at + (random.unit() - 0.5) * 2 * HOUR_MS;
  return report(
    {
      title: random.pick(scene.titles),
      summary: shuffled([...said, ...padding], random).join(' '),
      category: random.chance(0.85) ? scene.category : scene.alias,
      occurredAt: formatCentral(startOf(precision, at)),
      timePrecision: precision,
      place: 'Minneapolis',
      locationPrecision: random.pick(['block', 'intersection', 'exact']),
    },
    [...moved(event.position, 150 * random.unit(), random)],
  );
}

function startOf(precision: 'exact' | 'hour' | 'day', at: number): number {
  const unit = { exact: MINUTE_MS, hour: HOUR_MS, day: 24 * HOUR_MS }[precision];
  // Days begin at 06:00 UTC in a Minneapolis winter.
  const shift = precision === 'day' ? 6 * HOUR_MS : 0;
  return Math.floor((at - shift) / unit) * unit + shift;
}

function moved(
  [longitude, latitude]: readonly [number, number],
  meters: number,
  random: Random,
): readonly [number, number] {
  const direction = random.unit() * 2 * Math.PI;
  return [
    longitude + (Math.cos(direction) * meters) / 78_700,
    latitude + (Math.sin(direction) * meters) / 111_200,
  ];
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  return list
    .map((item) => ({ item, order: random.unit() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}

const PADDING = [
  'I was walking home when I came past.',
  'It was very cold and windy.',
  'My neighbor told me about it first.',
  'I have some pictures on my phone.',
  'Please let me know if more is needed.',
  'The bus was late because of it.',
  'Nobody around me knew more.',
  'It was over by the time I left.',
];

const SCENES: readonly Scene[] = [
  {
    category: 'protest',
    alias: 'unlawful_assembly',
    titles: ['March to the courthouse', 'Protesters march downtown', 'Crowd marching with signs'],
    facts: [
      [
        'About two hundred people marched.',
        'Some 200 marchers walked past.',
        'A crowd of 200 was marching.',
      ],
      [
        'They chanted against the raids.',
        'Chants about the raids were heard.',
        'People were chanting "no more raids".',
      ],
      ['Drummers led the way.', 'There were drums at the front.', 'A drum group walked ahead.'],
      [
        'The light rail was stopped.',
        'Light rail trains stopped for a while.',
        'Trains of the light rail did not move.',
      ],
      [
        'Nurses in scrubs walked along.',
        'A group of nurses took part.',
        'I saw nurses in their scrubs.',
      ],
      [
        'Somebody spoke from a truck.',
        'A speaker stood on a pickup truck.',
        'There were speeches from a truck.',
      ],
      [
        'Police on bicycles blocked the avenue.',
        'Bicycle police closed the avenue.',
        'Officers on bikes kept cars off the avenue.',
      ],
      [
        'They stopped at the courthouse steps.',
        'It ended at the courthouse.',
        'On the courthouse steps they held a rally.',
      ],
      [
        'A banner hung from the bridge.',
        'There was a long banner on the bridge.',
        'From the bridge people held a banner.',
      ],
      [
        'Students came out of the high school.',
        'High school students joined.',
        'The high school students walked out and joined.',
      ],
    ],
  },
  {
    category: 'vigil',
    alias: 'protest',
    titles: ['Candles at the corner', 'Vigil with candles', 'People mourn with candles'],
    facts: [
      [
        'Candles stood in the snow.',
        'The snow was full of candles.',
        'They put candles into the snow.',
      ],
      ['A choir sang hymns.', 'Hymns were sung by a choir.', 'There was a choir that sang.'],
      [
        'Flowers were laid at the fence.',
        'People left flowers along the fence.',
        'The fence was covered with flowers.',
      ],
      [
        'A pastor read names.',
        'The names were read by a pastor.',
        'One pastor read out the names.',
      ],
      [
        'Around fifty people stood silent.',
        'About 50 people were silent.',
        'Some fifty stood in silence.',
      ],
      [
        'Children held paper lanterns.',
        'There were lanterns made of paper.',
        'Paper lanterns were carried by children.',
      ],
      [
        'Portraits leaned on the wall.',
        'A portrait leaned against the wall.',
        'At the wall there were portraits.',
      ],
      ['Neighbors handed out soup.', 'Hot soup was handed out.', 'There was soup for everyone.'],
      [
        'They observed nine minutes of silence.',
        'Nine minutes of silence were kept.',
        'It was quiet for nine minutes.',
      ],
    ],
  },
  {
    category: 'detention',
    alias: 'stop',
    titles: ['Man taken by agents', 'Agents detain a worker', 'Detained outside the bakery'],
    facts: [
      [
        'Four agents in masks got out.',
        'There were four masked agents.',
        'Masked agents, four of them, came.',
      ],
      [
        'A silver van without plates waited.',
        'Their van was silver, no plates.',
        'They drove a silver van.',
      ],
      [
        'A baker was led away.',
        'They took a man from the bakery.',
        'A worker of the bakery was taken.',
      ],
      ['People blew whistles.', 'Whistles were blown all around.', 'You could hear whistles.'],
      [
        'The agents showed no warrant.',
        'No warrant was shown.',
        'When asked for a warrant they gave none.',
      ],
      [
        'Pepper spray was used on a bystander.',
        'A bystander was hit by pepper spray.',
        'They pepper sprayed somebody watching.',
      ],
      [
        'His phone fell into the street.',
        'A phone was left lying in the street.',
        'The phone lay in the street after.',
      ],
      [
        'They drove off toward the freeway.',
        'The van left for the freeway.',
        'It went off in the direction of the freeway.',
      ],
      ['A window of a car was broken.', 'They broke a car window.', 'One car window got smashed.'],
    ],
  },
  {
    category: 'police_force',
    alias: 'unlawful_assembly',
    titles: ['Tear gas on the avenue', 'Officers fire tear gas', 'Gas and flash bangs'],
    facts: [
      [
        'Tear gas drifted into houses.',
        'The houses filled with tear gas.',
        'Gas came into our houses.',
      ],
      [
        'Three flash bangs went off.',
        'I counted three flash bangs.',
        'There were flash bangs, three.',
      ],
      [
        'A line of officers in helmets advanced.',
        'Helmeted officers walked in a line.',
        'The line of officers wore helmets.',
      ],
      [
        'An order to leave came by loudspeaker.',
        'Over a loudspeaker they ordered all to leave.',
        'A loudspeaker told people to leave.',
      ],
      [
        'A photographer was pushed down.',
        'They pushed a photographer to the ground.',
        'One photographer fell after a push.',
      ],
      ['Somebody rinsed eyes with milk.', 'Medics rinsed eyes.', 'People had their eyes rinsed.'],
      [
        'Pepper balls hit parked cars.',
        'Parked cars were hit by pepper balls.',
        'Pepper balls flew at the parked cars.',
      ],
      [
        'A helicopter hovered above.',
        'There was a helicopter over us.',
        'We had the helicopter hovering.',
      ],
    ],
  },
  {
    category: 'vehicle_collision',
    alias: 'other',
    titles: ['SUV hits a parked car', 'Crash at the crossing', 'Collision with an SUV'],
    facts: [
      [
        'A black SUV ran the red light.',
        'The SUV was black and ran a red light.',
        'It went through red, a black SUV.',
      ],
      [
        'It hit a parked sedan.',
        'A parked sedan was struck.',
        'The sedan that was hit stood parked.',
      ],
      ['The hydrant was knocked over.', 'Water shot from the hydrant.', 'A hydrant broke.'],
      [
        'The driver walked away unhurt.',
        'Nobody was hurt, the driver walked.',
        'The driver was unhurt.',
      ],
      [
        'An ambulance came after ten minutes.',
        'After ten minutes the ambulance arrived.',
        'The ambulance took ten minutes.',
      ],
      [
        'Glass lay across both lanes.',
        'Both lanes were full of glass.',
        'There was glass in the lanes.',
      ],
      ['The airbags had opened.', 'I saw open airbags.', 'Its airbags went off.'],
      [
        'A cyclist jumped aside.',
        'One cyclist had to jump aside.',
        'A person on a bicycle jumped away.',
      ],
    ],
  },
  {
    category: 'property_damage',
    alias: 'other',
    titles: ['Windows broken at the hotel', 'Hotel windows smashed', 'Broken glass at the hotel'],
    facts: [
      [
        'Six windows of the hotel are broken.',
        'The hotel lost six windows.',
        'At the hotel six windows were smashed.',
      ],
      [
        'Paint was sprayed on the doors.',
        'The doors have spray paint.',
        'Someone sprayed paint over the doors.',
      ],
      [
        'A dumpster burned in the alley.',
        'In the alley a dumpster was on fire.',
        'There was fire in a dumpster.',
      ],
      ['The alarm rang for an hour.', 'For an hour the alarm rang.', 'An alarm was ringing.'],
      [
        'Guests stood in the lobby.',
        'The guests were in the lobby.',
        'The lobby was full of guests.',
      ],
      ['Staff swept the sidewalk.', 'The sidewalk was swept by staff.', 'I saw staff sweeping.'],
      ['A brick lay inside.', 'There was a brick on the carpet.', 'Somebody threw a brick.'],
      [
        'The security camera was torn off.',
        'They tore down the camera.',
        'A camera hung from its cable.',
      ],
    ],
  },
];
