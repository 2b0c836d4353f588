import { say } from '../language/say.ts';
import { categoryLabel, verificationLabel } from '../language/vocabulary.ts';
import type { Event } from '../state/event.ts';
import type { Filter, State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { told } from '../time/range.ts';
import { rollingLabel } from '../time/rolling.ts';
import { rangeWords } from '../time/words.ts';
import { toggle } from './toggle.ts';

interface Chip {
  readonly label: string;
  readonly event: Event;
}

/** What narrows the view now; each goes with one click, or all at once. */
export function Chips({ state, store }: { state: State; store: Store }) {
  const chips = chipsOf(told(state.filter, state.play.isPlaying), state.rolling);
  if (chips.length === 0) return null;
  return (
    <ul class="chips" aria-label={say('filters.inForce')}>
      {chips.map(({ label, event }) => (
        <li key={label}>
          <button type="button" class="chip" onClick={() => store.dispatch(event)}>
            <span class="visually-hidden">{say('filters.remove')}</span>
            {label}
            <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
              <path d="M2.5 2.5l7 7M9.5 2.5l-7 7" />
            </svg>
          </button>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <button
            type="button"
            class="link-button"
            onClick={() => store.dispatch({ type: 'filtersCleared' })}
          >
            {say('filters.clearAll')}
          </button>
        </li>
      )}
    </ul>
  );
}

export function chipsOf(filter: Filter, rolling: State['rolling'] = null): Chip[] {
  const { within, datetime, categories, verifications, text } = filter;
  return [
    ...(within ? [{ label: say('area.inside'), event: { type: 'areaChosen', within: null } }] : []),
    ...(datetime
      ? [
          {
            label: rolling ? rollingLabel(rolling) : rangeWords(datetime, 'short'),
            event: { type: 'timeChosen', datetime: null },
          },
        ]
      : []),
    ...(categories ?? []).map((id) => ({
      label: categoryLabel(id),
      event: { type: 'categoriesChosen', categories: toggle(categories, [id], Infinity) },
    })),
    ...(verifications ?? []).map((id) => ({
      label: verificationLabel(id),
      event: { type: 'verificationsChosen', verifications: toggle(verifications, [id], Infinity) },
    })),
    ...(text ? [{ label: `“${text}”`, event: { type: 'textChosen', text: null } }] : []),
  ] as Chip[];
}
