import { FILTER_PARAMETERS } from '../../../data/query/filter.ts';
import { FORMATS } from '../download.ts';
import { ITEMS_PARAMETERS } from '../items.ts';
import { GEOJSON, HTML, JSON_TYPE } from '../links.ts';
import { VIEW_PARAMETERS } from '../view.ts';
import { SCHEMA_TYPE } from './collection-schema.ts';
import { type Declared, json } from './operation.ts';

export const OPENAPI_TYPE = 'application/vnd.oai.openapi+json;version=3.0';

type Methods = Readonly<Partial<Record<'get' | 'post' | 'delete', Declared>>>;

const geojson = (schema: string) => ({ type: GEOJSON, schema });
const sentAsJson = (schema: string) => ({ types: [JSON_TYPE], schema });

/** Every route below `/api`, by its path from there. */
export const API_PATHS: Readonly<Record<string, Methods>> = {
  '/collections/incidents/items': {
    get: {
      summary: 'A page of the incidents that match, in order of time.',
      tag: 'Incidents',
      parameters: ITEMS_PARAMETERS,
      answer: geojson('Incidents'),
      isConditional: true,
    },
    post: {
      summary: 'Reports an incident. `Location` is the private address of the report.',
      tag: 'Reports',
      body: { types: [GEOJSON, JSON_TYPE], schema: 'Report' },
      status: 202,
      answer: json('ReportReceipt'),
      problems: [403, 413, 415, 422, 429],
    },
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
  '/reports/{token}': {
    get: {
      summary: 'What has become of a report.',
      tag: 'Reports',
      answer: json('ReportStatus'),
      problems: [404],
    },
    delete: {
      summary: 'Takes a report back that is not decided yet.',
      tag: 'Reports',
      status: 204,
      problems: [403, 404, 409],
    },
  },
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
  '/moderation/session': {
    get: {
      summary: 'Who is signed in; `name` is null where nobody is.',
      tag: 'Moderation',
      answer: json('Session'),
    },
    post: {
      summary: 'Signs a moderator in by a one-time link.',
      tag: 'Moderation',
      body: sentAsJson('SignIn'),
      status: 204,
      problems: [403, 404, 410, 413, 415, 422],
    },
    delete: { summary: 'Signs out.', tag: 'Moderation', status: 204, problems: [403] },
  },
  '/moderation/queue': {
    get: {
      summary: 'The oldest pending reports, each with a preview of what would be published.',
      tag: 'Moderation',
      answer: json('Queue'),
      problems: [401],
    },
  },
  '/moderation/reports/{id}/publish': {
    post: {
      summary: 'Publishes a report, as of the revision that was read.',
      tag: 'Moderation',
      body: sentAsJson('Publish'),
      answer: json('Published'),
      problems: [401, 403, 404, 409, 412, 413, 415, 422],
    },
  },
  '/moderation/reports/{id}/reject': {
    post: {
      summary: 'Rejects a report, with a message to the reporter.',
      tag: 'Moderation',
      body: sentAsJson('Reject'),
      status: 204,
      problems: [401, 403, 404, 409, 412, 413, 415, 422],
    },
  },
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
