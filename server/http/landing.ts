import type { IncidentStore } from '../domain/ports/incident-store.ts';
import { isNotModified } from './conditional.ts';
import { FORMATS } from './download.ts';
import { ITEMS_PATH } from './items.ts';
import { GEOJSON, HTML, JSON_TYPE, type Links } from './links.ts';
import { SCHEMA_TYPE } from './openapi/collection-schema.ts';
import { OPENAPI_TYPE } from './openapi/paths.ts';
import { type Endpoint, endpoint } from './route.ts';
import { sendJson } from './send.ts';

const TITLE = 'Minneapolis Incident Map';
const DESCRIPTION =
  'Incidents and protests in Minneapolis: who says what, how sure, and how exactly we know when and where.';
const COLLECTION_PATH = '/api/collections/incidents';
/** WGS 84, longitude first (OGC API – Features Part 1, §7.13). */
const CRS84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84';

/** Only those that test/server/http holds us to. */
const CONFORMANCE = [
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core',
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson',
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30',
];

/** `GET /api`: where everything else is. */
export function landingEndpoint(links: Links): Endpoint {
  return endpoint((request, response) => {
    sendJson(request, response, {
      title: TITLE,
      description: DESCRIPTION,
      links: [
        { rel: 'self', type: JSON_TYPE, href: links.to('/api') },
        { rel: 'alternate', type: HTML, title: 'The map', href: links.to('/') },
        {
          rel: 'service-desc',
          type: OPENAPI_TYPE,
          title: 'Description for programs',
          href: links.to('/api/openapi.json'),
        },
        { rel: 'service-doc', type: HTML, title: 'To read', href: links.to('/api/docs') },
        { rel: 'conformance', type: JSON_TYPE, href: links.to('/api/conformance') },
        { rel: 'data', type: JSON_TYPE, href: links.to('/api/collections') },
        ...downloads(links),
      ],
    });
  });
}

export const conformanceEndpoint: Endpoint = endpoint((request, response) => {
  sendJson(request, response, { conformsTo: CONFORMANCE });
});

/** `GET /api/collections`. */
export function collectionsEndpoint(store: IncidentStore, links: Links): Endpoint {
  return endpoint(async (request, response) => {
    if (isNotModified(request, response, await store.revision())) return;
    sendJson(request, response, {
      links: [{ rel: 'self', type: JSON_TYPE, href: links.to('/api/collections') }],
      collections: [await collection(store, links)],
    });
  });
}

/** `GET /api/collections/incidents`. */
export function collectionEndpoint(store: IncidentStore, links: Links): Endpoint {
  return endpoint(async (request, response) => {
    if (isNotModified(request, response, await store.revision())) return;
    sendJson(request, response, await collection(store, links));
  });
}

async function collection(store: IncidentStore, links: Links) {
  const extent = await store.extent();
  return {
    id: 'incidents',
    title: TITLE,
    description: DESCRIPTION,
    itemType: 'feature',
    crs: [CRS84],
    ...(extent && { extent: extentOf(extent) }),
    links: [
      { rel: 'self', type: JSON_TYPE, href: links.to(COLLECTION_PATH) },
      { rel: 'items', type: GEOJSON, href: links.to(ITEMS_PATH) },
      // Case does not count in a relation (RFC 8288 §2.1.1), but does to GDAL 3.6.
      { rel: 'describedBy', type: SCHEMA_TYPE, href: links.to(`${COLLECTION_PATH}/schema`) },
      { rel: 'alternate', type: HTML, title: 'The map', href: links.to('/') },
      ...downloads(links),
    ],
  };
}

/** Times in UTC, as OGC API – Features Part 1 §7.13 has them. */
function extentOf({ bbox, time }: NonNullable<Awaited<ReturnType<IncidentStore['extent']>>>) {
  const interval = [time.map((instant) => new Date(instant).toISOString())];
  return {
    ...(bbox && { spatial: { bbox: [bbox], crs: CRS84 } }),
    temporal: { interval, trs: 'http://www.opengis.net/def/uom/ISO-8601/0/Gregorian' },
  };
}

function downloads(links: Links) {
  return FORMATS.map(({ extension, type }) => ({
    rel: 'enclosure',
    type,
    title: `Download as ${extension}`,
    href: links.to(`/api/incidents.${extension}`),
  }));
}
