import { FEWEST_CORNERS, MOST_CORNERS } from '../../../data/geo/area.ts';
import { MOST_SEARCH_CHARACTERS } from '../../../data/query/filter.ts';
import { CATEGORIES } from '../../../data/vocabulary/categories.ts';
import {
  CATEGORY_DESCRIPTIONS,
  VERIFICATION_DESCRIPTIONS,
} from '../../../data/vocabulary/descriptions.ts';
import { VERIFICATIONS } from '../../../data/vocabulary/verifications.ts';
import { MOST_ITEMS, PROPERTY_NAMES } from '../items.ts';
import { DEFAULT_LIMIT } from '../parameters.ts';
import { DEFAULT_BINS, DEFAULT_ZOOM, HIGHEST_ZOOM, MOST_BINS } from '../view.ts';
import type { Part } from './incident-schemas.ts';

const text = { type: 'string' };

/** By name; every query parameter that some route knows is here. */
export const QUERY_PARAMETERS: Readonly<Record<string, Part>> = {
  bbox: list(
    'bbox',
    'Only in this box: `west,south,east,north` in degrees (WGS 84); west > east crosses 180°. Of six numbers, the third and the last are heights, which are not looked at.',
    { type: 'array', minItems: 4, maxItems: 6, items: { type: 'number' } },
  ),
  within: query(
    'within',
    `Only in this area or on its edge: WKT \`POLYGON((lon lat, lon lat, …))\` in degrees (WGS 84), one ring of ${FEWEST_CORNERS} to ${MOST_CORNERS} corners that does not cross itself. Lines are straight in degrees.`,
    { ...text, example: 'POLYGON((-93.3 44.94,-93.25 44.94,-93.25 44.99,-93.3 44.94))' },
  ),
  datetime: query(
    'datetime',
    'Only what touches this time: a day in Minneapolis such as `2026-01-15`, a moment with its offset (RFC 3339), or `start/end` of these, with `..` for an open end.',
    text,
  ),
  category: list(
    'category',
    `Only these categories. ${meanings(CATEGORY_DESCRIPTIONS)}`,
    vocabulary(CATEGORIES),
  ),
  verification: list(
    'verification',
    `Only what is verified so. ${meanings(VERIFICATION_DESCRIPTIONS)}`,
    vocabulary(VERIFICATIONS),
  ),
  q: query('q', 'Only records that have words which begin so, for each of these words.', {
    ...text,
    maxLength: MOST_SEARCH_CHARACTERS,
  }),
  placed: query('placed', 'Only what has a position, or only what has none.', { type: 'boolean' }),
  asOf: query('asOf', 'As it was known at the end of this day, or at this moment.', text),
  limit: query('limit', 'How many on a page. More than the maximum counts as the maximum.', {
    type: 'integer',
    minimum: 1,
    maximum: MOST_ITEMS,
    default: DEFAULT_LIMIT,
  }),
  cursor: query('cursor', 'Where the page begins: from a `next` link, unchanged.', text),
  sortby: query('sortby', 'Oldest first, or newest first.', {
    ...text,
    enum: ['occurredAt', '-occurredAt'],
    default: 'occurredAt',
  }),
  properties: list(
    'properties',
    'Only these properties of each Feature, which then lacks the others, required ones too; without it, all. Type, id and geometry always come.',
    { type: 'array', minItems: 1, items: { type: 'string', enum: PROPERTY_NAMES } },
  ),
  zoom: query('zoom', 'How close the map is: clusters are of 64 px at the whole zoom below.', {
    type: 'number',
    minimum: 0,
    maximum: HIGHEST_ZOOM,
    default: DEFAULT_ZOOM,
  }),
  bins: query('bins', 'How many bars the timeline has at most.', {
    type: 'integer',
    minimum: 1,
    maximum: MOST_BINS,
    default: DEFAULT_BINS,
  }),
  span: query(
    'span',
    'What the timeline is drawn over: `start/end`, both closed. Without it, all that is known.',
    text,
  ),
};

/** Headers that a request may carry. */
export const HEADER_PARAMETERS: Readonly<Record<string, Part>> = {
  'Idempotency-Key': inHeader(
    'Idempotency-Key',
    'Yours for this report, 1 to 255 visible characters: sent again with it, it is taken once.',
  ),
  'Challenge-Solution': inHeader(
    'Challenge-Solution',
    "Base64 of altcha's payload that solves the `challenge` of `/reporting`; only asked for under load.",
  ),
  'If-Match': inHeader('If-Match', 'The revision that you read, in quotes; 412 if it has changed.'),
};

/** Parts of a path. */
export const PATH_PARAMETERS: Readonly<Record<string, Part>> = {
  id: inPath('id', 'Of an incident, or of a report in the queue.'),
  token: inPath(
    'token',
    'What only the reporter has, from the `Location` of their report, or a follower, from the mails they get.',
  ),
};

function query(name: string, description: string, schema: Part): Part {
  return { name, in: 'query', description, required: false, schema };
}

/** Members separated by commas. */
function list(name: string, description: string, schema: Part): Part {
  return { ...query(name, description, schema), style: 'form', explode: false };
}

function meanings(descriptions: Readonly<Record<string, string>>): string {
  const lines = Object.entries(descriptions).map(([id, means]) => `\`${id}\`: ${means}`);
  return lines.join(' ');
}

function vocabulary(entries: readonly { readonly id: string }[]): Part {
  const ids = entries.map((entry) => entry.id);
  return { type: 'array', minItems: 1, items: { type: 'string', enum: ids } };
}

function inHeader(name: string, description: string): Part {
  return { name, in: 'header', description, required: false, schema: text };
}

function inPath(name: string, description: string): Part {
  return { name, in: 'path', description, required: true, schema: text };
}
