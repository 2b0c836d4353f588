import type { Store } from '../state/store.ts';
import { rangeOfRolling } from './rolling.ts';

const LOOK_EVERY_MS = 60_000;

/** Keeps a range that follows the clock in step with it, while the page is looked at. */
export function followClock(store: Store): void {
  const look = (): void => {
    const { rolling, filter, adjusting } = store.state;
    if (rolling === null || adjusting || document.visibilityState !== 'visible') return;
    const datetime = rangeOfRolling(rolling, Date.now());
    const { datetime: shown } = filter;
    if (shown?.from === datetime.from && shown.to === datetime.to) return;
    store.dispatch({ type: 'timeChosen', datetime, rolling });
  };
  setInterval(look, LOOK_EVERY_MS);
  document.addEventListener('visibilitychange', look);
}
