import type { IncidentFeature } from '../../data/incident/schema.ts';
import { type Answer, type ItemsPage, revisionsOf, type ViewResponse } from '../api/answer.ts';
import { listPath, nextPath, viewPath } from '../api/query.ts';
import { request } from '../api/request.ts';
import { neededPart } from '../layout/lazy.tsx';
import {
  type Counted,
  type KnownDay,
  type Lists,
  placedList,
  type Question,
  unplacedList,
  type ViewSource,
} from './source.ts';

/** As many as the server gives in one page. */
const MOST_COUNTED = 1000;
const COUNTED = 'occurredAt,latestAt,timePrecision,arrests,injuries,fatalities';

/** Asks the server: the view, and both lists beside it. */
export const serverSource: ViewSource = {
  answersAtOnce: () => false,
  ask: askAll,
  askView,

  async page(list, index, link, signal = new AbortController().signal) {
    const path = index === 0 || link === null ? listPath(list) : nextPath(link);
    return (await request<ItemsPage>(path, { signal })).body;
  },

  async counted(list, signal) {
    const path = listPath(list, MOST_COUNTED, COUNTED);
    const { body } = await request<CountedPage>(path, { signal });
    return body.numberMatched > MOST_COUNTED ? null : body.features.map(countedOf);
  },

  async knownDays() {
    return (await request<{ days: KnownDay[] }>('/api/view/known')).body.days;
  },
};

async function askView(
  question: Question,
  { list, unplaced }: Lists,
  signal: AbortSignal,
): Promise<Answer> {
  const key = viewPath(question);
  const { body: view } = await request<ViewResponse>(key, { signal });
  return { key, view, list, unplaced };
}

/** @returns all parts of one revision: counts and lists on the screen are never of two. */
async function askAll(question: Question, signal: AbortSignal): Promise<Answer> {
  const ask = () => askParts(question, signal);
  const answer = await ask();
  if (new Set(revisionsOf(answer)).size === 1) return answer;
  return (await neededPart(import('./ask-again.ts'))).askAgain(ask, answer);
}

async function askParts(question: Question, signal: AbortSignal): Promise<Answer> {
  const key = viewPath(question);
  const [view, list, unplaced] = await Promise.all([
    request<ViewResponse>(key, { signal }),
    request<ItemsPage>(listPath(placedList(question)), { signal }),
    request<ItemsPage>(listPath(unplacedList(question.filter)), { signal }),
  ]);
  return { key, view: view.body, list: list.body, unplaced: unplaced.body };
}

interface CountedPage {
  readonly numberMatched: number;
  readonly features: readonly { readonly properties: CountedProperties }[];
}

type CountedProperties = Pick<
  IncidentFeature['properties'],
  'occurredAt' | 'latestAt' | 'timePrecision' | 'arrests' | 'injuries' | 'fatalities'
>;

function countedOf({ properties }: CountedPage['features'][number]): Counted {
  const { occurredAt, latestAt, ...others } = properties;
  return { occurredAt: Date.parse(occurredAt), latestAt: Date.parse(latestAt), ...others };
}
