import { render } from 'preact';
import { followFilter, followScreen } from './api/load.ts';
import { App } from './layout/App.tsx';
import { followWorker } from './offline/follow-worker.ts';
import { loadOwnReports } from './report/own-reports.ts';
import { followAddress, stateFromAddress } from './state/history.ts';
import { createStore } from './state/store.ts';
import {
  applyTheme,
  onSystemTheme,
  rememberedTheme,
  rememberTheme,
  themeOf,
} from './theme/theme.ts';

/** Wires the page: state, address, requests, theme, views. */
const store = createStore({ ...stateFromAddress(), theme: rememberedTheme() });

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
followAddress(store);
followScreen(store);
void loadOwnReports(store);
followWorker(store);

const root = document.getElementById('app');
if (!root) throw new Error('index.html has no element with id "app"');
render(<App store={store} loader={loader} />, root);
