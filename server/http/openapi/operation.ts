import { STATUS_CODES } from 'node:http';
import { JSON_TYPE } from '../links.ts';
import type { Part } from './incident-schemas.ts';
import { reference } from './schemas.ts';

/** One method of one path, as it is declared in `paths.ts`. */
export interface Declared {
  readonly summary: string;
  readonly tag: 'Incidents' | 'Reports' | 'Following' | 'About';
  /** Names of query parameters, and of headers. */
  readonly parameters?: readonly string[];
  /** What may be sent: media types, and the name of the schema. */
  readonly body?: { readonly types: readonly string[]; readonly schema: string };
  /** Status of success; by default 200. */
  readonly status?: number;
  /** What comes back: a media type, and the name of a schema where it has one. */
  readonly answer?: { readonly type: string; readonly schema?: string };
  /** True where it carries an `ETag` and may be answered 304. */
  readonly isConditional?: boolean;
  /** Other answers that have a reason of their own; each is a problem. */
  readonly problems?: readonly number[];
}

export type Methods = Readonly<Partial<Record<'get' | 'post' | 'put' | 'delete', Declared>>>;

/** @param path whose `{parts}` become parameters, whose methods share one name each. */
export function operation(path: string, method: string, declared: Declared): Part {
  const { summary, tag, parameters = [], body, status = 200, answer } = declared;
  const parts = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const names = [...parts, ...parameters];
  return {
    operationId: operationId(path, method),
    summary,
    tags: [tag],
    ...(names.length > 0 && { parameters: names.map((name) => reference('parameters', name)) }),
    ...(body && { requestBody: { required: true, content: contentOf(body.types, body.schema) } }),
    responses: {
      [status]: {
        description: STATUS_CODES[status],
        ...(answer && { content: contentOf([answer.type], answer.schema) }),
      },
      ...(declared.isConditional && { 304: { description: 'What the client has still holds.' } }),
      ...problemsOf([400, ...(declared.problems ?? [])]),
      default: reference('responses', 'Problem'),
    },
  };
}

function problemsOf(statuses: readonly number[]): Part {
  const problem = { content: contentOf(['application/problem+json'], 'Problem') };
  return Object.fromEntries(
    statuses.map((status) => [status, { description: STATUS_CODES[status], ...problem }]),
  );
}

function contentOf(types: readonly string[], schema: string | undefined): Part {
  const content = schema === undefined ? {} : { schema: reference('schemas', schema) };
  return Object.fromEntries(types.map((type) => [type, content]));
}

/** get /collections/incidents/items/{id} → getCollectionsIncidentsItemsId */
function operationId(path: string, method: string): string {
  const words = path.split(/[^A-Za-z]+/).filter(Boolean);
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

export const json = (schema: string) => ({ type: JSON_TYPE, schema });
