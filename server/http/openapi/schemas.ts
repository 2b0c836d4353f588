import { CATEGORY_IDS } from '../../../data/vocabulary/categories.ts';
import { VERIFICATION_IDS } from '../../../data/vocabulary/verifications.ts';
import { FOLLOWED_PARAMETERS } from '../../domain/following/filter.ts';
import { MAIL_LANGUAGES } from '../../domain/following/words/words.ts';
import { incidentSchema, type Part, reportSchema } from './incident-schemas.ts';

const text = { type: 'string' };
const wholeNumber = { type: 'integer', minimum: 0 };
const counts = { type: 'object', additionalProperties: wholeNumber };

export function reference(kind: 'schemas' | 'parameters' | 'responses', name: string): Part {
  return { $ref: `#/components/${kind}/${name}` };
}

function object(properties: Part, optional: readonly string[] = []): Part {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', required, properties };
}

function listOf(items: Part): Part {
  return { type: 'array', items };
}

const schema = (name: string): Part => reference('schemas', name);
const links = listOf(schema('Link'));
/** What seems to put people in danger, and what to change. */
const warnings = listOf(object({ pointer: text, message: text, code: text }));

const mailLanguage = { type: 'string', enum: MAIL_LANGUAGES };
const followedFilter = {
  ...object(
    Object.fromEntries(FOLLOWED_PARAMETERS.map((name) => [name, text])),
    FOLLOWED_PARAMETERS,
  ),
  description: 'Query parameters, each by its name; none: everything.',
};

/** A cluster or a single incident of a view. */
const mark = object({
  type: { type: 'string', enum: ['Feature'] },
  id: text,
  geometry: schema('Point'),
  properties: {
    type: 'object',
    required: ['cluster'],
    description: 'Of a cluster: counts. Of a single incident: what a map shows of it.',
    properties: {
      cluster: { type: 'boolean' },
      point_count: wholeNumber,
      point_count_abbreviated: text,
      categories: counts,
      verifications: counts,
      imprecise: { ...wholeNumber, description: 'How many are known no closer than an area.' },
      expansion_zoom: { ...wholeNumber, description: 'The zoom at which it comes apart.' },
      title: text,
      category: { type: 'string', enum: CATEGORY_IDS },
      verification: { type: 'string', enum: VERIFICATION_IDS },
      occurredAt: text,
      latestAt: text,
      timePrecision: text,
      place: text,
      locationPrecision: text,
      uncertaintyMeters: { type: 'number', nullable: true },
      synthetic: { type: 'boolean' },
    },
  },
});

/** By the name under which the rest of the description refers to them. */
export const SCHEMAS: Readonly<Record<string, Part>> = {
  Incident: incidentSchema,
  Incidents: object({
    type: { type: 'string', enum: ['FeatureCollection'] },
    features: listOf(schema('Incident')),
    links,
    numberMatched: { ...wholeNumber, description: 'On all pages together.' },
    numberReturned: { ...wholeNumber, description: 'On this page.' },
    timeStamp: text,
    revision: { ...wholeNumber, description: 'Rises with every change to any record.' },
  }),
  IncidentFile: object({
    type: { type: 'string', enum: ['FeatureCollection'] },
    features: listOf(schema('Incident')),
  }),
  View: object({
    type: { type: 'string', enum: ['FeatureCollection'] },
    features: listOf(mark),
    matched: { ...wholeNumber, description: 'In the box: point counts and single incidents.' },
    unplaced: { ...wholeNumber, description: 'Match but for box and area, and have no position.' },
    matchedAnywhere: { ...wholeNumber, description: 'Match but for the box, or have no position.' },
    total: { ...wholeNumber, description: 'All that was known at `asOf`.' },
    zoom: { ...wholeNumber, description: 'Of the clusters: the one asked for, or a lower one.' },
    timeline: object({
      from: text,
      to: text,
      binSeconds: { type: 'number' },
      byCategory: { type: 'object', additionalProperties: listOf(wholeNumber) },
      byVerification: { type: 'object', additionalProperties: listOf(wholeNumber) },
      before: { ...wholeNumber, description: 'Begin before the first bin.' },
      after: { ...wholeNumber, description: 'Begin after the last bin.' },
      whole: object({ from: text, to: text }),
    }),
    facets: object({ category: counts, verification: counts }),
    revision: wholeNumber,
    timeStamp: text,
  }),
  KnownDays: object({
    days: listOf({
      type: 'array',
      minItems: 2,
      maxItems: 2,
      items: {},
      description: 'A day in Minneapolis, and how many versions.',
    }),
    revision: wholeNumber,
  }),
  History: object({
    id: text,
    withdrawn: { type: 'boolean' },
    revisions: listOf(
      object({
        revision: wholeNumber,
        at: { ...text, description: 'A day in Minneapolis.' },
        kind: {
          type: 'string',
          enum: ['first', 'import', 'report', 'merge', 'edit', 'undo', 'withdraw'],
        },
        by: { ...text, description: 'A role; never a name.' },
        why: { type: 'string', nullable: true },
        changes: listOf(
          object({
            pointer: { ...text, description: 'Into the Feature; members of lists by their ids.' },
            before: { nullable: true },
            after: { nullable: true },
          }),
        ),
        redacted: {
          type: 'boolean',
          description: 'Something that it or the one before said was taken out: not shown.',
        },
      }),
    ),
    links,
  }),
  Changes: object({
    days: listOf(
      object({
        day: text,
        changes: listOf(
          object({
            incidentId: { type: 'string', nullable: true },
            title: { type: 'string', nullable: true, description: 'Null: it is withdrawn.' },
            category: { type: 'string', nullable: true },
            verification: { type: 'string', nullable: true },
            revision: wholeNumber,
            at: text,
            kind: { type: 'string', enum: ['added', 'updated', 'learned', 'withdrawn'] },
            why: { type: 'string', nullable: true },
            what: { ...listOf(text), description: 'What changed, in English.' },
            lines: {
              ...listOf(object({ kind: text, of: text })),
              description: 'The same, to be said in another language.',
            },
          }),
        ),
      }),
    ),
    links,
    revision: wholeNumber,
  }),
  Report: reportSchema,
  ReportReceipt: object({ status: text, receivedOn: text, warnings, links }),
  ReportStatus: object({
    status: {
      type: 'string',
      enum: ['pending', 'scheduled', 'published', 'merged', 'rejected', 'withdrawn'],
      description: 'Withdrawn: an editor has taken it off the map; see `takenOff`.',
    },
    receivedOn: text,
    revision: wholeNumber,
    message: { type: 'string', nullable: true, description: 'What a moderator wrote.' },
    incidentId: { type: 'string', nullable: true },
    publishesOn: { type: 'string', nullable: true, description: 'A day, where it is scheduled.' },
    takenOff: {
      ...object({ on: text, why: { type: 'string', nullable: true } }),
      nullable: true,
      description: 'The day on which an editor took it off the map, and the public reason.',
    },
    feature: { type: 'object' },
    warnings,
    thread: listOf(
      object({ from: { type: 'string', enum: ['moderator', 'reporter'] }, text, on: text }),
    ),
    photos: listOf(schema('ReportPhoto')),
  }),
  ReportAnswer: object({ text: { type: 'string', maxLength: 2000 } }),
  ReportPhoto: object({ id: text, width: wholeNumber, height: wholeNumber, href: text }),
  Photo: { type: 'string', format: 'binary' },
  Reporting: object({
    open: { type: 'boolean' },
    notice: { type: 'string', nullable: true },
    challenge: { type: 'object', nullable: true, description: 'Of altcha; null at rest.' },
    photos: object({
      types: listOf(text),
      mostBytes: wholeNumber,
      mostPixels: wholeNumber,
      most: wholeNumber,
    }),
  }),
  FollowingOffered: object({ offered: { type: 'boolean' } }),
  FollowingRequest: object({
    address: { type: 'string', maxLength: 254 },
    language: mailLanguage,
    filter: followedFilter,
  }),
  FollowingReceipt: object({ status: { type: 'string', enum: ['sent'] } }),
  FollowingAction: object({ action: { type: 'string', enum: ['confirm'] } }),
  Follower: object({
    status: { type: 'string', enum: ['unconfirmed', 'following'] },
    filter: followedFilter,
    language: mailLanguage,
  }),
  Landing: object({ title: text, description: text, links }),
  Conformance: object({ conformsTo: listOf(text) }),
  Collections: object({ links, collections: listOf(schema('Collection')) }),
  Collection: object(
    {
      id: text,
      title: text,
      description: text,
      itemType: text,
      crs: listOf(text),
      extent: { type: 'object' },
      links,
    },
    ['extent'],
  ),
  Health: object({ status: text }),
  Link: object({ rel: text, type: text, title: text, href: text }, ['title']),
  Point: object({
    type: { type: 'string', enum: ['Point'] },
    coordinates: { type: 'array', minItems: 2, maxItems: 2, items: { type: 'number' } },
  }),
  Problem: {
    ...object(
      {
        type: text,
        title: text,
        status: wholeNumber,
        detail: text,
        code: { ...text, description: 'What kind of problem it is; stable, as `detail` is not.' },
        errors: listOf(
          object(
            {
              parameter: text,
              pointer: text,
              message: text,
              code: { ...text, description: 'What kind of thing is wrong; stable.' },
              limit: { ...wholeNumber, description: 'The most characters or entries.' },
            },
            ['parameter', 'pointer', 'limit'],
          ),
        ),
      },
      ['errors'],
    ),
    description: 'A problem (RFC 9457). `errors` says where: a parameter, or a JSON pointer.',
  },
};
