import { LanguageControl } from '../language/LanguageControl.tsx';
import { say } from '../language/say.ts';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { themeOf } from '../theme/theme.ts';

/** The map's name, what it is about, and light or dark. */
export function Masthead({ state, store }: { state: State; store: Store }) {
  return (
    <header class="masthead">
      <h1>{say('page.title')}</h1>
      <LanguageControl state={state} store={store} />
      <ThemeButton state={state} store={store} />
      <AboutButton store={store} />
    </header>
  );
}

export function AboutButton({ store }: { store: Store }) {
  return (
    <button
      type="button"
      class="icon-button"
      data-opens="about"
      aria-label={say('masthead.about')}
      title={say('masthead.about')}
      onClick={() => store.dispatch({ type: 'screenOpened', screen: { kind: 'about' } })}
    >
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <path d="M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15zM7.8 7.8a2.2 2.2 0 1 1 3.3 1.9c-.7.4-1.1.9-1.1 1.6M10 13.9v.2" />
      </svg>
    </button>
  );
}

export function ThemeButton({ state, store }: { state: State; store: Store }) {
  const other = themeOf(state.theme) === 'dark' ? 'light' : 'dark';
  const label = say('masthead.theme', { other });
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      onClick={() => store.dispatch({ type: 'themeChosen', theme: other })}
    >
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        {other === 'dark' ? (
          <path d="M16.5 11.8A7 7 0 0 1 8.2 3.5a7 7 0 1 0 8.3 8.3z" />
        ) : (
          <path d="M10 6.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7zM10 1.5v1.5M10 17v1.5M1.5 10H3M17 10h1.5M4 4l1 1M15 15l1 1M4 16l1-1M15 5l1-1" />
        )}
      </svg>
    </button>
  );
}
