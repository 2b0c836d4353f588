import { say } from '../language/say.ts';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { dayWords } from './words.ts';

/** Across the top while the day of knowledge is not today. Leaving it is one click. */
export function KnownAsOfBand({ state, store }: { state: State; store: Store }) {
  const { asOf } = state.filter;
  if (asOf === Infinity) return null;
  return (
    <div class="known-band" role="status">
      <strong>{say('known.band', { day: dayWords(asOf) })}</strong>
      <span class="wide-only">{say('known.todaysWording')}</span>
      <button
        type="button"
        onClick={() => store.dispatch({ type: 'knownAsOfChosen', asOf: Infinity })}
      >
        {say('known.back')}
      </button>
    </div>
  );
}
