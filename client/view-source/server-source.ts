import type { Answer, ItemsPage, ViewResponse } from '../api/answer.ts';
import { listPath, nextPath, placePath, unplacedPath, viewPath } from '../api/query.ts';
import { request } from '../api/request.ts';
import type { KnownDay, Lists, Question, ViewSource } from './source.ts';

/** Asks the server: the view, and both lists beside it. */
export const serverSource: ViewSource = {
  answersAtOnce: () => false,
  ask: askAll,
  askView,

  async more(_question, { list }) {
    const next = list.links.find(({ rel }) => rel === 'next');
    if (!next) return { ...list, features: [] };
    return (await request<ItemsPage>(nextPath(next.href))).body;
  },

  async place(filter, longitude, latitude, signal) {
    const path = placePath(filter, longitude, latitude);
    return (await request<ItemsPage>(path, { signal })).body.features;
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

/** @returns all parts of one revision; where a change fell between them, they are asked for again. */
async function askAll(question: Question, signal: AbortSignal): Promise<Answer> {
  const { filter, viewport } = question;
  const key = viewPath(question);
  for (let attempt = 1; ; attempt += 1) {
    const [view, list, unplaced] = await Promise.all([
      request<ViewResponse>(key, { signal }),
      request<ItemsPage>(listPath(filter, viewport), { signal }),
      request<ItemsPage>(unplacedPath(filter), { signal }),
    ]);
    const revisions = new Set([view, list, unplaced].map((answer) => answer.body.revision));
    if (revisions.size === 1 || attempt === 3) {
      return { key, view: view.body, list: list.body, unplaced: unplaced.body };
    }
  }
}
