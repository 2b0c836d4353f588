import { FILTER_PARAMETERS } from '../../../data/query/filter.ts';
import { FEED_PARAMETERS } from '../atom.ts';
import { CHANGES_PARAMETERS, FEED_TYPE } from '../changes.ts';
import { FORMATS } from '../download.ts';
import { ITEMS_PARAMETERS } from '../items.ts';
import { GEOJSON, HTML } from '../links.ts';
import { VIEW_PARAMETERS } from '../view.ts';
import { JSON_LINES } from '../view-rows.ts';
import { SCHEMA_TYPE } from './collection-schema.ts';
import { FOLLOWING_PATHS } from './following-paths.ts';
import { json, type Methods } from './operation.ts';
import { REPORT_PATHS, submitting } from './report-paths.ts';

export const OPENAPI_TYPE = 'application/vnd.oai.openapi+json;version=3.0';

const geojson = (schema: string) => ({ type: GEOJSON, schema });

/** Every route below `/api`, by its path from there. */
export const API_PATHS: Readonly<Record<string, Methods>> = {
  '/collections/incidents/items': {
    get: {
      summary: 'A page of the incidents that match, in order of time.',
      tag: 'Incidents',
      parameters: ITEMS_PARAMETERS,
      answer: geojson('Incidents'),
      isConditional: true,
      problems: [503],
    },
    post: submitting,
  },
  '/collections/incidents/items/{id}': {
    get: {
      summary: 'One incident.',
      tag: 'Incidents',
      parameters: ['asOf'],
      answer: geojson('Incident'),
      isConditional: true,
      problems: [404],
    },
  },
  '/collections/incidents/items/{id}/history': {
    get: {
      summary:
        'What became of a record: its revisions, newest first, with what each changed. Of a withdrawn one, only when and why it was withdrawn.',
      tag: 'Incidents',
      answer: json('History'),
      isConditional: true,
      problems: [404],
    },
  },
  '/changes': {
    get: {
      summary:
        'What changed, by day, newest first: what happened to records on this map, and what became known, on the day on which it did. A page looks at so much at a time: it may have fewer than `limit`, or none, and a `next`.',
      tag: 'Incidents',
      parameters: CHANGES_PARAMETERS,
      answer: json('Changes'),
      isConditional: true,
      problems: [503],
    },
  },
  '/incidents.atom': {
    get: {
      summary:
        'The latest changes that match, as an Atom feed (RFC 4287) of pages (RFC 5005): a page looks at so much at a time, and may have few entries, or none, and a `next`.',
      tag: 'Incidents',
      parameters: FEED_PARAMETERS,
      answer: { type: FEED_TYPE },
      isConditional: true,
      problems: [503],
    },
  },
  '/view': {
    get: {
      summary: 'What a map shows of a box: clusters, single incidents, timeline and counts.',
      tag: 'Incidents',
      parameters: VIEW_PARAMETERS,
      answer: geojson('View'),
      isConditional: true,
      problems: [503],
    },
  },
  '/view/rows': {
    get: {
      summary:
        'What a page needs to answer its own views, where the data is small: lines of JSON, the first of which says whether rows follow.',
      tag: 'Incidents',
      answer: { type: JSON_LINES },
      isConditional: true,
      problems: [503],
    },
  },
  '/view/known': {
    get: {
      summary: 'The days on which something became known, and how many versions of records began.',
      tag: 'Incidents',
      answer: json('KnownDays'),
      isConditional: true,
    },
  },
  ...Object.fromEntries(
    FORMATS.map(({ extension, type }) => [
      `/incidents.${extension}`,
      {
        get: {
          summary: 'Every incident that matches, as a file.',
          tag: 'Incidents',
          parameters: FILTER_PARAMETERS,
          answer: type === GEOJSON ? geojson('IncidentFile') : { type },
          problems: [503],
        },
      } satisfies Methods,
    ]),
  ),
  ...REPORT_PATHS,
  ...FOLLOWING_PATHS,
  '/': { get: { summary: 'Where everything is.', tag: 'About', answer: json('Landing') } },
  '/conformance': {
    get: {
      summary: 'Classes of OGC API – Features that it conforms to.',
      tag: 'About',
      answer: json('Conformance'),
    },
  },
  '/collections': {
    get: {
      summary: 'The collections: one.',
      tag: 'About',
      answer: json('Collections'),
      isConditional: true,
    },
  },
  '/collections/incidents': {
    get: {
      summary: 'What is in the collection, where and when.',
      tag: 'About',
      answer: json('Collection'),
      isConditional: true,
    },
  },
  '/collections/incidents/schema': {
    get: {
      summary: 'What the Features of the collection are made of, as JSON Schema.',
      tag: 'About',
      answer: { type: SCHEMA_TYPE },
    },
  },
  '/openapi.json': {
    get: { summary: 'This description.', tag: 'About', answer: { type: OPENAPI_TYPE } },
  },
  '/docs': { get: { summary: 'The same, to read.', tag: 'About', answer: { type: HTML } } },
};

/** Routes beside `/api`. */
export const OTHER_PATHS: Readonly<Record<string, Methods>> = {
  '/healthz': { get: { summary: 'The process answers.', tag: 'About', answer: json('Health') } },
  '/readyz': {
    get: {
      summary: 'It answers with the whole data.',
      tag: 'About',
      answer: json('Health'),
      problems: [503],
    },
  },
};
