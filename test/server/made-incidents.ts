import type { IncidentDraft } from '../../data/incident/schema.ts';
import { formatCentral } from '../../data/time/central.ts';
import { CATEGORIES } from '../../data/vocabulary/categories.ts';
import { CATEGORY_DESCRIPTIONS } from '../../data/vocabulary/descriptions.ts';

/** What a test says of an incident; the rest is plain and lawful. */
export interface Made {
  readonly id?: string;
  readonly geometry?: IncidentDraft['geometry'];
  readonly properties?: Partial<IncidentDraft['properties']>;
}

export const NOON = '2026-01-14T12:00:00-06:00';

/** @returns one incident with what the test says of it. */
export function incident({ id = 'vigil', geometry, properties }: Made = {}): IncidentDraft {
  return {
    type: 'Feature',
    id,
    geometry: geometry === undefined ? at(-93.265, 44.978) : geometry,
    properties: {
      title: 'Vigil at the park',
      summary: 'People gathered with candles.',
      category: 'vigil',
      occurredAt: NOON,
      endedAt: null,
      timePrecision: 'exact',
      place: 'Powderhorn Park',
      locationPrecision: 'block',
      uncertaintyMeters: 150,
      locationBasis: 'Street grid',
      actors: [],
      crowdSizeLow: null,
      crowdSizeHigh: null,
      injuries: null,
      fatalities: null,
      arrests: null,
      policeMeasures: [],
      crowdMeasures: [],
      accounts: [account()],
      sources: [],
      decisions: [],
      synthetic: true,
      ...properties,
    },
  };
}

type Account = IncidentDraft['properties']['accounts'][number];

export function account(said: Partial<Account> = {}): Account {
  return {
    id: 'a1',
    by: 'A passer-by',
    role: 'witness',
    says: 'About twenty people.',
    saidAt: null,
    knownAt: '2026-01-14',
    knownAtBasis: 'said',
    sources: [],
    disputes: [],
    ...said,
  };
}

export function at(longitude: number, latitude: number): NonNullable<IncidentDraft['geometry']> {
  return { type: 'Point', coordinates: [longitude, latitude] };
}

const DECADE_START = Date.UTC(2016, 0, 1);
const DECADE_MS = 3650 * 86_400_000;

/** @returns `count` incidents spread over ten years and the city, the same ones each time. */
export function manyIncidents(count: number, prefix = 'made'): IncidentDraft[] {
  const random = mulberry32(count);
  return Array.from({ length: count }, (_, index) => {
    const occurredAt = formatCentral(DECADE_START + Math.floor(random() * DECADE_MS));
    const category = CATEGORIES[Math.floor(random() ** 2 * CATEGORIES.length)] ?? CATEGORIES[0];
    const longitude = Number((-93.33 + 0.14 * random()).toFixed(5));
    const latitude = Number((44.89 + 0.16 * random()).toFixed(5));
    return incident({
      id: `${prefix}-${index}`,
      geometry: random() < 0.03 ? null : at(longitude, latitude),
      properties: {
        title: `${category.label} ${index}`,
        summary: `${CATEGORY_DESCRIPTIONS[category.id]} Made for tests; nothing of it took place. ${WORDS[index % WORDS.length]}.`,
        category: category.id,
        occurredAt,
        timePrecision: random() < 0.2 ? 'day' : 'exact',
        accounts: [account({ knownAt: occurredAt.slice(0, 10) })],
      },
    });
  });
}

const WORDS = ['Nicollet', 'Hennepin', 'Lyndale', 'Cedar', 'Chicago', 'Bloomington', 'Ñandú'];

/** A small seeded generator (Tommy Ettinger's mulberry32): numbers from 0 to 1. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
