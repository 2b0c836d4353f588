import { HTML } from '../links.ts';
import { type Endpoint, endpoint } from '../route.ts';
import { sendBody } from '../send.ts';
import { collectionSchema, SCHEMA_TYPE } from './collection-schema.ts';
import { docsPage } from './docs-page.ts';
import { openApiDocument } from './document.ts';
import { OPENAPI_TYPE } from './paths.ts';

/** `GET /api/openapi.json`: the description for programs. */
export function openApiEndpoint(origin: string): Endpoint {
  return unchanging(OPENAPI_TYPE, JSON.stringify(openApiDocument(origin)));
}

/** `GET /api/collections/incidents/schema`: what its Features are made of. */
export function schemaEndpoint(): Endpoint {
  return unchanging(SCHEMA_TYPE, JSON.stringify(collectionSchema));
}

/** `GET /api/docs`: the same for people. */
export function docsEndpoint(): Endpoint {
  return unchanging(`${HTML}; charset=utf-8`, docsPage());
}

/** Made once; it changes with the version of the server alone. */
function unchanging(type: string, text: string): Endpoint {
  return endpoint((request, response) => {
    response.setHeader('Cache-Control', 'no-cache');
    sendBody(request, response, type, text);
  });
}
