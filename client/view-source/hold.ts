import type { IncidentFeature } from '../../data/incident/schema.ts';
import { isWhole } from '../api/answer.ts';
import type { Loader } from '../api/load.ts';
import type { News, State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import type { HeldColumns } from './held-columns.ts';
import { heldSource, type Wholes } from './held-source.ts';
import { type Holding, loadHeld } from './load-held.ts';
import { serverSource } from './server-source.ts';

/** How often a page that is looked at asks whether anything has come. */
const NEWS_EVERY_MS = 60_000;
const MOST_WHOLES = 300;

/**
 * Holds the rows in the page where they are few, so that no filter asks the server any more, and
 * looks for news: what has come is told, and shown when a person wishes.
 */
export async function hold(store: Store, loader: Loader): Promise<void> {
  const wholes = rememberWholes(store);
  let shown = await loadHeld(null);
  let fresh: Holding | null = null;
  if (shown) use(shown);

  function use(holding: Holding): void {
    const { columns, head } = holding;
    const source = columns ? heldSource(() => columns, wholes, serverSource) : serverSource;
    loader.use(source, head.revision);
  }

  async function look(): Promise<void> {
    if (document.visibilityState !== 'visible' || !navigator.onLine) return;
    const found = await loadHeld((fresh ?? shown)?.tag ?? null);
    if (!found) return;
    fresh = found;
    if (shown) store.dispatch({ type: 'newsCame', news: newsOf(shown, found) });
    else showNews();
  }

  function showNews(): void {
    if (!fresh) return;
    shown = fresh;
    fresh = null;
    use(shown);
  }

  setInterval(() => void look(), NEWS_EVERY_MS);
  document.addEventListener('visibilitychange', () => void look());
  store.onChange((state, before) => {
    if (state.newsRequest !== before.newsRequest) showNews();
  });
}

/** @returns how many incidents came and changed, as far as the page can tell. */
export function newsOf(before: Holding, now: Holding): News {
  const { revision, incidents } = now.head;
  if (!before.columns || !now.columns) {
    const more = incidents - before.head.incidents;
    return { added: more > 0 ? more : null, changed: null, revision };
  }
  return { ...difference(before.columns, now.columns), revision };
}

function difference(before: HeldColumns, now: HeldColumns): { added: number; changed: number } {
  const known = before.keysById();
  let [added, changed] = [0, 0];
  for (const [id, key] of now.keysById()) {
    const then = known.get(id);
    if (then === undefined) added += 1;
    else if (then !== key) changed += 1;
    known.delete(id);
  }
  // What is left was withdrawn.
  return { added, changed: changed + known.size };
}

/** Whole records that lists or details brought, as known today. */
function rememberWholes(store: Store): Wholes {
  const seen = new Map<string, { feature: IncidentFeature; revision: number }>();
  const remember = (state: State, before: State | null): void => {
    const { answer, answerFilter } = state;
    if (!answer || answer === before?.answer || answerFilter.asOf !== Infinity) return;
    const { list, unplaced } = answer;
    for (const feature of [...list.features, ...unplaced.features]) {
      if (seen.size >= MOST_WHOLES) return;
      if (isWhole(feature)) seen.set(feature.id, { feature, revision: list.revision });
    }
  };
  store.onChange(remember);
  remember(store.state, null);
  return {
    find(id, revision) {
      const found = seen.get(id);
      return found?.revision === revision ? found.feature : null;
    },
  };
}
