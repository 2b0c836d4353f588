import type { IncidentStore } from '../domain/ports/incident-store.ts';
import { isNotModified } from './conditional.ts';
import { ITEMS_PATH } from './items.ts';
import { GEOJSON, HTML, JSON_TYPE, type Links } from './links.ts';
import { ParameterReader, type Query, refuse } from './parameters.ts';
import { HttpProblem } from './problem.ts';
import { type Endpoint, pathParameter } from './route.ts';
import { sendBody } from './send.ts';

const ID = /^[a-z0-9][a-z0-9-]{0,79}$/;

/** `GET …/items/{id}`: one incident, as known today or at `asOf`. */
export function itemEndpoint(store: IncidentStore, links: Links): Endpoint {
  return {
    parameters: ['asOf'],
    async handle(request, response, query) {
      const reader = new ParameterReader(query);
      const { asOf } = reader.filter(['asOf']);
      refuse(reader.errors);
      const id = pathParameter(request, 'id');
      if (!ID.test(id)) throw unknownItem();
      const revision = await store.revision();
      const feature = await store.item(id, asOf);
      if (feature === null) throw unknownItem();
      if (isNotModified(request, response, revision)) return;
      const added = JSON.stringify({ links: linksOf(id, query, links) });
      sendBody(request, response, GEOJSON, `${feature.slice(0, -1)},${added.slice(1)}`);
    },
  };
}

function unknownItem(): HttpProblem {
  return new HttpProblem(404, 'No incident of this id is known at that time.');
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
