import type { IncidentStore } from '../domain/ports/incident-store.ts';
import { isNotModified } from './conditional.ts';
import { ITEMS_PATH } from './items.ts';
import { GEOJSON, HTML, JSON_TYPE, type Links } from './links.ts';
import { ParameterReader, type Query, refuse } from './parameters.ts';
import { HttpProblem } from './problem.ts';
import { type Endpoint, pathParameter } from './route.ts';
import { sendBody } from './send.ts';

const ID = /^[a-z0-9][a-z0-9-]{0,79}$/;
const NO_ID = `No incident can have that id: it is 1 to 80 of a to z, 0 to 9 and hyphens, no hyphen first. Ids are those of ${ITEMS_PATH}.`;

/** `GET …/items/{id}`: one incident, as known today or at `asOf`. */
export function itemEndpoint(store: IncidentStore, links: Links): Endpoint {
  return {
    parameters: ['asOf'],
    async handle(request, response, query) {
      const reader = new ParameterReader(query);
      const { asOf } = reader.filter(['asOf']);
      refuse(reader.errors);
      const id = pathParameter(request, 'id');
      if (!ID.test(id)) throw new HttpProblem(404, NO_ID);
      const revision = await store.revision();
      const feature = await store.item(id, asOf);
      if (feature === null) throw new HttpProblem(404, await whyNone(store, id, query));
      if (isNotModified(request, response, revision)) return;
      const added = JSON.stringify({ links: linksOf(id, query, links) });
      sendBody(request, response, GEOJSON, `${feature.slice(0, -1)},${added.slice(1)}`);
    },
  };
}

/** @param query whose `asOf`, where there is one, is a date or a moment. */
async function whyNone(store: IncidentStore, id: string, query: Query): Promise<string> {
  const asOf = query.get('asOf');
  if (asOf !== undefined && (await store.item(id, Infinity)) !== null) {
    return `Nothing was known of the incident "${id}" as of ${asOf}; ask for a later asOf, or leave it out.`;
  }
  return `There is no incident "${id}" on this map. Ids are those of ${ITEMS_PATH}; of one that was withdrawn, ${ITEMS_PATH}/${id}/history tells.`;
}

function linksOf(id: string, query: Query, links: Links) {
  const onMap = links.map(new Map([...query, ['incident', id]]));
  const collection = links.to('/api/collections/incidents');
  return [
    { rel: 'self', type: GEOJSON, href: links.to(`${ITEMS_PATH}/${id}`, query) },
    { rel: 'alternate', type: HTML, title: 'The same on the map', href: onMap },
    { rel: 'collection', type: JSON_TYPE, href: collection },
  ];
}
