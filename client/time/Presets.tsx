import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { PRESETS, presetOf } from './presets.ts';

/** Spans by name. A range that has none shows as "Chosen range". */
export function Presets({ state, store }: { state: State; store: Store }) {
  const current = presetOf(state.filter.datetime, Date.now());
  return (
    <select
      class="presets"
      aria-label="Named spans of time"
      value={current?.id ?? 'own'}
      onChange={(event) => {
        const { value } = event.currentTarget;
        const chosen = PRESETS.find((preset) => preset.id === value);
        if (chosen) store.dispatch({ type: 'timeChosen', datetime: chosen.range(Date.now()) });
      }}
    >
      {!current && (
        <option value="own" disabled>
          Chosen range
        </option>
      )}
      {PRESETS.map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </select>
  );
}
