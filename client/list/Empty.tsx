import { say } from '../language/say-of-details.ts';
import type { Filter, State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { told } from '../time/range.ts';
import { capitalised, dayWords, rangeWords } from '../time/words.ts';

/** Says what found nothing, and every way to widen it. */
export function Empty({ state, store }: { state: State; store: Store }) {
  const { filter, answer, play, screen } = state;
  const { within, datetime, categories, verifications, text } = filter;
  const isEmptyMap = answer?.view.total === 0;
  // What shares a point is all that is asked for there: no other part of the map has more of it.
  const elsewhere = screen.kind === 'list' ? (answer?.view.matchedAnywhere ?? 0) : 0;
  return (
    <div class="empty">
      <p>{isEmptyMap ? emptyMapWords(filter.asOf) : nothingWords(told(filter, play.isPlaying))}</p>
      {elsewhere > 0 && <p class="note">{say('empty.elsewhere', { count: elsewhere })}</p>}
      <div class="actions">
        {within && (
          <Action
            label={say('empty.removeArea')}
            onClick={() => store.dispatch({ type: 'areaChosen', within: null })}
          />
        )}
        {datetime && (
          <Action
            label={say('empty.allDates')}
            onClick={() => store.dispatch({ type: 'timeChosen', datetime: null })}
          />
        )}
        {categories && (
          <Action
            label={say('empty.clearCategories')}
            onClick={() => store.dispatch({ type: 'categoriesChosen', categories: null })}
          />
        )}
        {verifications && (
          <Action
            label={say('empty.clearVerification')}
            onClick={() => store.dispatch({ type: 'verificationsChosen', verifications: null })}
          />
        )}
        {text && (
          <Action
            label={say('empty.clearSearch')}
            onClick={() => store.dispatch({ type: 'textChosen', text: null })}
          />
        )}
      </div>
    </div>
  );
}

function emptyMapWords(asOf: number): string {
  if (asOf === Infinity) return say('empty.none');
  return `${capitalised(say('known.nothing', { day: dayWords(asOf) }))}.`;
}

function nothingWords({ datetime, text }: Filter): string {
  const when = datetime && rangeWords(datetime);
  if (text) {
    return when ? say('empty.nothingTextWhen', { text, when }) : say('empty.nothingText', { text });
  }
  return when ? say('empty.nothingWhen', { when }) : say('empty.nothing');
}

function Action({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button type="button" class="button" onClick={onClick}>
      {label}
    </button>
  );
}
