import { useEffect, useRef, useState } from 'preact/hooks';
import { MOST_SEARCH_CHARACTERS } from '../../data/query/filter.ts';
import { say } from '../language/say.ts';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';

/** Typing asks for nothing until it pauses this long. */
const PAUSE_MS = 250;

export function Search({ state, store }: { state: State; store: Store }) {
  const [typed, setTyped] = useState(state.filter.text ?? '');
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sent = useRef(state.filter.text);

  // Back, a cleared filter or a chip may change the text from elsewhere.
  useEffect(() => {
    if (state.filter.text === sent.current) return;
    sent.current = state.filter.text;
    setTyped(state.filter.text ?? '');
  }, [state.filter.text]);

  const send = (text: string): void => {
    clearTimeout(waiting.current);
    sent.current = text.trim() || null;
    store.dispatch({ type: 'textChosen', text: sent.current });
  };

  return (
    <search class="search">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send(typed);
        }}
      >
        <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
          <path d="M9 3.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM13.2 13.2L17 17" />
        </svg>
        <input
          type="search"
          placeholder={say('filters.search')}
          aria-label={say('filters.search')}
          maxLength={MOST_SEARCH_CHARACTERS}
          value={typed}
          onInput={(event) => {
            const { value } = event.currentTarget;
            setTyped(value);
            clearTimeout(waiting.current);
            waiting.current = setTimeout(() => send(value), PAUSE_MS);
          }}
        />
      </form>
    </search>
  );
}
