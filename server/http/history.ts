import { publicHistory } from '../domain/history.ts';
import type { IncidentHistory } from '../domain/ports/incident-history.ts';
import type { IncidentStore } from '../domain/ports/incident-store.ts';
import { isNotModified } from './conditional.ts';
import { ITEMS_PATH } from './items.ts';
import { GEOJSON, HTML, JSON_TYPE, type Link, type Links } from './links.ts';
import { HttpProblem } from './problem.ts';
import { type Endpoint, endpoint, pathParameter } from './route.ts';
import { sendJson } from './send.ts';

const NEVER = `There never was an incident of that id. Ids are those of ${ITEMS_PATH}.`;

/** `GET …/items/{id}/history`: what became of one incident's record, newest first. */
export function historyEndpoint(
  store: Pick<IncidentStore, 'revision'>,
  history: IncidentHistory,
  links: Links,
): Endpoint {
  return endpoint(async (request, response) => {
    const id = pathParameter(request, 'id');
    const revision = await store.revision();
    const found = await publicHistory(id, history);
    if (found === null) throw new HttpProblem(404, NEVER);
    if (isNotModified(request, response, revision)) return;
    sendJson(request, response, { ...found, links: linksOf(id, found.withdrawn, links) });
  });
}

function linksOf(id: string, withdrawn: boolean, links: Links): Link[] {
  const path = `${ITEMS_PATH}/${id}`;
  const self = { rel: 'self', type: JSON_TYPE, href: links.to(`${path}/history`) };
  if (withdrawn) return [self];
  const onMap = links.map(new Map([['incident', id]]));
  return [
    self,
    { rel: 'item', type: GEOJSON, href: links.to(path) },
    { rel: 'alternate', type: HTML, title: 'The incident on the map', href: onMap },
  ];
}
