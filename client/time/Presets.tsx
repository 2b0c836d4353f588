import { say } from '../language/say.ts';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { PRESETS, presetLabel, presetOf, presetRange } from './presets.ts';

/** Spans by name. A range that has none shows as "Chosen range". */
export function Presets({ state, store }: { state: State; store: Store }) {
  const current = presetOf(state.filter.datetime, state.rolling);
  return (
    <select
      class="presets"
      aria-label={say('range.named')}
      value={current ?? 'own'}
      onChange={(event) => {
        const chosen = presetRange(event.currentTarget.value, Date.now());
        if (chosen) store.dispatch({ type: 'timeChosen', ...chosen });
      }}
    >
      {current === null && (
        <option value="own" disabled>
          {say('range.chosen')}
        </option>
      )}
      {PRESETS.map((id) => (
        <option key={id} value={id}>
          {presetLabel(id)}
        </option>
      ))}
    </select>
  );
}
