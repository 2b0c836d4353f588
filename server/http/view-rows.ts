import type { HeldHead } from '../../data/view/held-rows.ts';
import type { IncidentStore } from '../domain/ports/incident-store.ts';
import type { Views } from '../domain/ports/views.ts';
import type { AnswerCache } from './answer-cache.ts';
import { isNotModified } from './conditional.ts';
import { filling } from './health.ts';
import type { Endpoint } from './route.ts';

export const JSON_LINES = 'application/x-ndjson';

/** 20,000 incidents have 26,000 versions, which are 0.8 MB to fetch, compressed. */
const MOST_HELD = 30_000;

/**
 * `GET /api/view/rows`: every version, so that a page can answer its own views; where they are too
 * many, their number alone. See `HeldHead` for its lines.
 */
export function viewRowsEndpoint(
  store: IncidentStore,
  views: Views,
  isReady: () => boolean,
  answers: AnswerCache,
): Endpoint {
  return {
    parameters: [],
    async handle(request, response) {
      if (!isReady()) throw filling();
      if (isNotModified(request, response, views.revision)) return;
      await answers.send(request, response, JSON_LINES, async () => {
        const { lists, ...counted } = await store.heldRows(MOST_HELD);
        const head: HeldHead = { ...counted, held: lists !== null };
        return {
          text: [JSON.stringify(head), ...(lists ?? [])].join('\n'),
          revision: head.revision,
        };
      });
    },
  };
}
