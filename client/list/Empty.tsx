import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { rangeWords } from '../time/words.ts';

/** Says what found nothing, and every way to widen it. */
export function Empty({ state, store }: { state: State; store: Store }) {
  const { filter, answer } = state;
  const { datetime, categories, verifications, text } = filter;
  const elsewhere = answer?.view.matchedAnywhere ?? 0;
  const what = text ? ` “${text}”` : '';
  const sentence = datetime
    ? `Nothing matches${what} for ${rangeWords(datetime)}.`
    : `Nothing matches${what || ' here'}.`;
  return (
    <div class="empty">
      <p>{sentence}</p>
      {elsewhere > 0 && (
        <p class="note">
          {elsewhere === 1 ? '1 incident matches' : `${elsewhere} incidents match`} outside this
          part of the map. Zoom out to see {elsewhere === 1 ? 'it' : 'them'}.
        </p>
      )}
      <div class="actions">
        {datetime && (
          <Action
            label="Show all dates"
            onClick={() => store.dispatch({ type: 'timeChosen', datetime: null })}
          />
        )}
        {categories && (
          <Action
            label="Clear categories"
            onClick={() => store.dispatch({ type: 'categoriesChosen', categories: null })}
          />
        )}
        {verifications && (
          <Action
            label="Clear verification"
            onClick={() => store.dispatch({ type: 'verificationsChosen', verifications: null })}
          />
        )}
        {text && (
          <Action
            label="Clear search"
            onClick={() => store.dispatch({ type: 'textChosen', text: null })}
          />
        )}
      </div>
    </div>
  );
}

function Action({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button type="button" class="button" onClick={onClick}>
      {label}
    </button>
  );
}
