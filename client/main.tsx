import { render } from 'preact';
import { followFilter, followScreen } from './api/load.ts';
import { followLanguage } from './language/follow-language.ts';
import { speak, spokenLanguage } from './language/say.ts';
import { App } from './layout/App.tsx';
import { loadParts } from './layout/load-parts.ts';
import { takeOver } from './layout/take-over.ts';
import { followWorker } from './offline/follow-worker.ts';
import { followOwn } from './report/follow-own.ts';
import { followWaiting } from './report/follow-waiting.ts';
import { followAddress, stateFromAddress } from './state/history.ts';
import { createStore } from './state/store.ts';
import {
  applyTheme,
  onSystemTheme,
  rememberedTheme,
  rememberTheme,
  themeOf,
} from './theme/theme.ts';
import { followClock } from './time/follow-clock.ts';
import { playLater } from './time/play-later.ts';
import { holdLater } from './view-source/hold-later.ts';

/** Wires the page: state, address, requests, theme, views. */
const asked = stateFromAddress();
// Where the words of a language cannot be had, the page speaks English.
await speak(asked.language).catch(() => undefined);
const language = spokenLanguage();
const store = createStore({ ...asked, language, spoken: language, theme: rememberedTheme() });

applyTheme(themeOf(store.state.theme));
onSystemTheme(() => {
  applyTheme(themeOf(store.state.theme));
  // The choice is the same, what it means is not: the map must be drawn anew.
  store.dispatch({ type: 'themeChosen', theme: store.state.theme });
});
store.onChange(({ theme }, before) => {
  if (theme === before.theme) return;
  applyTheme(themeOf(theme));
  rememberTheme(theme);
});

const loader = followFilter(store);
holdLater(store, loader);
followAddress(store);
followLanguage(store);
followScreen(store, loader);
followClock(store);
playLater(store, loader);
void followOwn(store);
followWaiting(store);
followWorker(store, loader);
loadParts(store, loader);

const root = document.getElementById('app');
if (!root) throw new Error('index.html has no element with id "app"');
render(<App store={store} loader={loader} />, root);
takeOver(store);
