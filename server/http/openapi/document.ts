import type { Part } from './incident-schemas.ts';
import { operation } from './operation.ts';
import { HEADER_PARAMETERS, PATH_PARAMETERS, QUERY_PARAMETERS } from './parameters.ts';
import { API_PATHS, OTHER_PATHS } from './paths.ts';
import { reference, SCHEMAS } from './schemas.ts';

const DESCRIPTION = `Incidents and protests in Minneapolis, by OGC API – Features 1.0.

Everything under \`/api\` but reports and moderation may be read from any site. Positions are
[longitude, latitude] in WGS 84 degrees. A parameter that is unknown or cannot be read is answered
400. \`asOf\` answers with what was known then. Records with \`synthetic: true\` are made up, for
tests. What people report is shown with who says it; the map decides nothing of guilt.`;

export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Part>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Part>>;
    readonly parameters: Readonly<Record<string, Part>>;
    readonly responses: Readonly<Record<string, Part>>;
  };
}

/**
 * Describes what is open to everyone (OpenAPI 3.0.3), from the same declarations that the server
 * reads requests by. What moderators use is in server/README.md.
 * @param origin PUBLIC_URL: what paths begin with.
 */
export function openApiDocument(origin: string): OpenApiDocument {
  const servers = [{ url: origin }];
  return {
    openapi: '3.0.3',
    info: { title: 'Minneapolis Incident Map', version: '1.0', description: DESCRIPTION },
    servers: [{ url: `${origin}/api` }],
    paths: { ...pathsOf(API_PATHS), ...pathsOf(OTHER_PATHS, { servers }) },
    components: {
      schemas: SCHEMAS,
      parameters: { ...QUERY_PARAMETERS, ...HEADER_PARAMETERS, ...PATH_PARAMETERS },
      responses: {
        Problem: {
          description: 'Anything else that is wrong.',
          content: { 'application/problem+json': { schema: reference('schemas', 'Problem') } },
        },
      },
    },
  };
}

function pathsOf(declared: typeof API_PATHS, shared: Part = {}): Record<string, Part> {
  return Object.fromEntries(
    Object.entries(declared).map(([path, methods]) => {
      const operations = Object.entries(methods).map(([method, value]) => [
        method,
        operation(path, method, value),
      ]);
      return [path, { ...shared, ...Object.fromEntries(operations) }];
    }),
  );
}
