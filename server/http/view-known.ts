import { centralDate } from '../../data/time/central.ts';
import type { IncidentStore } from '../domain/ports/incident-store.ts';
import type { Views } from '../domain/ports/views.ts';
import type { AnswerCache } from './answer-cache.ts';
import { isNotModified } from './conditional.ts';
import { JSON_TYPE } from './links.ts';
import type { Endpoint } from './route.ts';

const HOUR_MS = 3_600_000;

/** `GET /api/view/known`: the days on which something became known, and how many versions began. */
export function viewKnownEndpoint(
  store: IncidentStore,
  views: Views,
  answers: AnswerCache,
): Endpoint {
  return {
    parameters: [],
    async handle(request, response) {
      if (isNotModified(request, response, views.revision)) return;
      await answers.send(request, response, JSON_TYPE, async () => {
        const { revision, hours } = await store.knownByHour();
        const days = new Map<string, number>();
        for (const [hour, versions] of hours) {
          const day = centralDate(hour * HOUR_MS);
          days.set(day, (days.get(day) ?? 0) + versions);
        }
        return { text: JSON.stringify({ days: [...days], revision }), revision };
      });
    },
  };
}
