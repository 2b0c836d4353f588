import { centralDate } from '../../data/time/central.ts';
import type { IncidentStore } from '../domain/ports/incident-store.ts';
import type { Views } from '../domain/ports/views.ts';
import type { AnswerCache } from './answer-cache.ts';
import { isNotModified } from './conditional.ts';
import { JSON_TYPE } from './links.ts';
import type { Endpoint } from './route.ts';
import { Turns } from './turns.ts';

const HOUR_MS = 3_600_000;
/** Told their days in one turn of the event loop: 2 ms. */
const HOURS_A_TURN = 4000;

/** `GET /api/view/known`: the days on which something became known, and how many versions began. */
export function viewKnownEndpoint(
  store: IncidentStore,
  views: Views,
  answers: AnswerCache,
): Endpoint {
  const turns = new Turns();
  return {
    parameters: [],
    async handle(request, response) {
      if (isNotModified(request, response, views.revision)) return;
      await answers.send(request, response, JSON_TYPE, async () => {
        const { revision, hours } = await store.knownByHour();
        const days = new Map<string, number>();
        for (const [place, [hour, versions]] of hours.entries()) {
          if (place % HOURS_A_TURN === 0) await turns.next();
          const day = centralDate(hour * HOUR_MS);
          days.set(day, (days.get(day) ?? 0) + versions);
        }
        return { text: JSON.stringify({ days: [...days], revision }), revision };
      });
    },
  };
}
