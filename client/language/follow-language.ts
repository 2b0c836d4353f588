import { failureOf } from '../api/failure.ts';
import { neededPart } from '../layout/lazy.tsx';
import { writeAddress } from '../state/address.ts';
import type { Store } from '../state/store.ts';
import { browserLanguage, type LanguageId, languageOf } from './languages.ts';
import { rememberLanguage } from './own-language.ts';
import { say, speak, spokenLanguage } from './say.ts';

/** Speaks the language of the state, and tells it once it is spoken: then the page is drawn anew. */
export function followLanguage(store: Store): void {
  tellPage();
  // A link made from here is in this language, and Back to here comes back to it.
  if (
    store.state.language !== browserLanguage() &&
    !new URLSearchParams(location.search).has('lang')
  ) {
    history.replaceState(history.state, '', writeAddress(store.state));
  }
  store.onChange(({ language }, before) => {
    if (language === before.language) return;
    rememberLanguage(language);
    void follow(store, language);
  });
}

async function follow(store: Store, language: LanguageId): Promise<void> {
  try {
    await neededPart(speak(language));
  } catch (error) {
    store.dispatch({ type: 'languageChosen', language: spokenLanguage() });
    store.dispatch({ type: 'loadingFailed', failure: failureOf(error) });
    return;
  }
  if (store.state.language !== language) return;
  tellPage();
  store.dispatch({ type: 'languageSpoken', language });
}

/** What the browser, a screen reader and a tab have to know of it. */
function tellPage(): void {
  const { id, direction } = languageOf(spokenLanguage());
  document.documentElement.lang = id;
  document.documentElement.dir = direction;
  document.title = say('page.title');
}
