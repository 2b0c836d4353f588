import { z } from 'zod';
import * as field from './fields.ts';
import { plainText } from './text.ts';

/**
 * The one declaration of an incident. Types, parsing, OpenAPI, CSV columns and form fields derive
 * from it. What follows are the parts; `incidentProperties` is the whole.
 */

export const source = z.strictObject({
  id: field.identifier.describe('Names the source within its record.'),
  publisher: plainText(200).describe('Who published it.'),
  title: plainText(300)
    .nullable()
    .describe('Null where it was not seen, or names a private person.'),
  url: field.webAddress.nullable().describe('Where it was read. Null where no address is known.'),
  publishedAt: field.dateOrDateTime.nullable().describe('Day or moment of publication.'),
  archivedUrl: field.webAddress.nullable().describe('An archived copy.'),
});

/** Why `knownAt` is what it is; a guess is never silent. */
export const KNOWN_AT_BASES = [
  { id: 'published', label: 'its earliest dated source' },
  { id: 'said', label: 'the day it was said' },
  { id: 'latest_source', label: 'the record’s latest dated source' },
  { id: 'received', label: 'the day it was reported to this map' },
] as const;

export const account = z.strictObject({
  id: field.identifier.describe('Names the account within its record.'),
  by: plainText(160).describe('Who speaks: an office, an organization, a witness without a name.'),
  role: field.role,
  says: plainText(1200, { lines: true }).describe(
    'What they say, in words of this map, attributed.',
  ),
  saidAt: field.dateOrDateTime.nullable().describe('When they said it.'),
  knownAt: field.dateOrDateTime.describe('From when the account is known to the public.'),
  knownAtBasis: z.enum(KNOWN_AT_BASES.map((basis) => basis.id)).describe('What knownAt rests on.'),
  sources: z.array(field.identifier).max(20).describe("Ids of the record's sources."),
  disputes: z
    .array(field.identifier)
    .max(20)
    .describe('Ids of the accounts that this one contradicts.'),
});

export const decision = z.strictObject({
  verification: field.verification,
  decidedAt: field.dateOrDateTime.describe('When the editors decided.'),
  reason: plainText(600).describe('Why, in a sentence.'),
  basedOn: z
    .strictObject({ what: plainText(300), knownAt: field.dateOrDateTime })
    .nullable()
    .describe('What became known, and when. The decision holds from then on; else from decidedAt.'),
});

export const photo = z.strictObject({
  id: field.identifier.describe('Where it is: /api/photos/{id}.'),
  width: z.int().min(1).describe('Pixels.'),
  height: z.int().min(1).describe('Pixels.'),
  alt: plainText(300).describe('What is to be seen, in words.'),
});

/** What a person may say of an incident; the rest is kept by the store and the editors. */
const described = {
  title: plainText(160).meta({ title: 'Title', description: 'A short, neutral line.' }),
  summary: field.longText.meta({
    title: 'What happened',
    description: 'Plain text; holds only what no account disputes.',
  }),
  category: field.category,
  occurredAt: field.dateTime.meta({
    title: 'When it began',
    description: 'The earliest moment at which it may have begun.',
    format: 'date-time',
  }),
  endedAt: field.dateTime
    .nullable()
    .meta({ title: 'When it ended', description: 'Null if not known.' }),
  timePrecision: field.timePrecision,
  place: plainText(200).meta({ title: 'Place', description: 'The place in words.' }),
  locationPrecision: field.locationPrecision,
  uncertaintyMeters: z
    .number({ error: 'Expected a radius in metres.' })
    .min(0, { error: 'Expected 0 or more metres.' })
    .max(30_000, { error: 'Expected at most 30,000 metres.' })
    .nullable()
    .meta({ title: 'Uncertainty (metres)', description: 'It happened within this radius.' }),
  locationBasis: plainText(400).meta({
    title: 'Where the place is known from',
    description: 'A source, a street grid, having been there.',
  }),
  actors: z
    .array(plainText(160))
    .max(30)
    .describe('Groups and offices that took part; no private persons.'),
  crowdSizeLow: field.count.nullable().meta({ title: 'Crowd, at least' }),
  crowdSizeHigh: field.count.nullable().meta({ title: 'Crowd, at most' }),
  injuries: field.count.nullable().meta({ title: 'Injured' }),
  fatalities: field.count.nullable().meta({ title: 'Killed' }),
  arrests: field.count.nullable().meta({ title: 'Arrested' }),
  policeMeasures: z.array(field.policeMeasure).max(30).meta({ title: 'What officers did' }),
  crowdMeasures: z.array(field.crowdMeasure).max(30).meta({ title: 'What the crowd did' }),
};

export const incidentProperties = z.strictObject({
  ...described,
  latestAt: field.dateTime.describe('Derived: when it may have gone on until.'),
  accounts: z.array(account).max(100),
  sources: z.array(source).max(200),
  verification: field.verification,
  decisions: z.array(decision).max(100).describe('How the verification came about, oldest first.'),
  photos: z
    .array(photo)
    .min(1)
    .max(20)
    .optional()
    .describe('Photos from reports; absent where there are none.'),
  synthetic: z.boolean().describe('True for generated records.'),
  createdAt: field.dateTime.describe('Kept by the store.'),
  updatedAt: field.dateTime.describe('Kept by the store.'),
  revision: z.int().min(0).describe('Kept by the store: rises with every change to any record.'),
});

export const incidentFeature = z.strictObject({
  type: z.literal('Feature'),
  id: field.identifier,
  geometry: field.point.nullable().describe('Null where only the city is known.'),
  properties: incidentProperties,
});

const nothingKnown = { actors: [], policeMeasures: [], crowdMeasures: [] };

/** What a record holds before the store adds what it keeps: the first data set, imports, edits. */
export const incidentDraft = z.strictObject({
  type: z.literal('Feature'),
  id: field.identifier,
  geometry: field.point.nullable(),
  properties: incidentProperties.omit({
    latestAt: true,
    verification: true,
    createdAt: true,
    updatedAt: true,
    revision: true,
  }),
});

const reportedSource = source
  .partial({ id: true, title: true, publishedAt: true, archivedUrl: true })
  .extend({ url: field.webAddress });
const reportedAccount = account
  .omit({ knownAt: true, knownAtBasis: true })
  .partial({ id: true, saidAt: true, sources: true, disputes: true });

/**
 * What a person may send: a Feature with a Point. Everything that the store or the editors keep is
 * refused by name, since a report is never its own judge.
 */
export const reportFeature = z.strictObject({
  type: z.literal('Feature', { error: 'Expected "Feature".' }),
  geometry: field.point,
  properties: z.strictObject({
    ...described,
    endedAt: described.endedAt.default(null),
    uncertaintyMeters: described.uncertaintyMeters.default(null),
    locationBasis: described.locationBasis.default('Given by the reporter'),
    actors: described.actors.default(nothingKnown.actors),
    crowdSizeLow: described.crowdSizeLow.default(null),
    crowdSizeHigh: described.crowdSizeHigh.default(null),
    injuries: described.injuries.default(null),
    fatalities: described.fatalities.default(null),
    arrests: described.arrests.default(null),
    policeMeasures: described.policeMeasures.default(nothingKnown.policeMeasures),
    crowdMeasures: described.crowdMeasures.default(nothingKnown.crowdMeasures),
    accounts: z.array(reportedAccount).max(20, { error: 'At most 20 accounts.' }).default([]),
    sources: z.array(reportedSource).max(30, { error: 'At most 30 sources.' }).default([]),
  }),
});

export type Source = z.infer<typeof source>;
export type IncidentPhoto = z.infer<typeof photo>;
export type Account = z.infer<typeof account>;
export type Decision = z.infer<typeof decision>;
export type IncidentProperties = z.infer<typeof incidentProperties>;
export type IncidentFeature = z.infer<typeof incidentFeature>;
export type IncidentDraft = z.infer<typeof incidentDraft>;
export type ReportFeature = z.infer<typeof reportFeature>;
export type ReportInput = z.input<typeof reportFeature>;
