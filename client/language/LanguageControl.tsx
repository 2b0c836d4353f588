import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import english from './catalogue/en.json?page.part';
import { isLanguage, LANGUAGES } from './languages.ts';
import { say, spokenCatalogue } from './say.ts';

interface LanguageProps {
  readonly state: State;
  readonly store: Store;
}

/** The languages by their own names, so that each is found by who speaks it. */
export function LanguageControl({ state, store }: LanguageProps) {
  return (
    <label class="language">
      <span class="visually-hidden">{say('language.choose')}</span>
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
        <path d="M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15zM2.5 10h15M10 2.5c4 4.5 4 10.5 0 15M10 2.5c-4 4.5-4 10.5 0 15" />
      </svg>
      <span class="language-code" aria-hidden="true">
        {state.language}
      </span>
      <select
        value={state.language}
        onChange={({ currentTarget: { value } }) => {
          if (isLanguage(value)) store.dispatch({ type: 'languageChosen', language: value });
        }}
      >
        {LANGUAGES.map(({ id, name }) => (
          <option key={id} value={id} lang={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Says of words that nobody has read who speaks the language, and how to mend them. */
export function UnreadWords({ store }: LanguageProps) {
  if (spokenCatalogue().read !== null) return null;
  return (
    <p class="unread">
      {say('language.unread')} <span lang="en">{english.messages['language.unread']}</span>{' '}
      <button
        type="button"
        class="link-button"
        onClick={() => store.dispatch({ type: 'screenOpened', screen: { kind: 'about' } })}
      >
        {say('language.how')}
      </button>
    </p>
  );
}
