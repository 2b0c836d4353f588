import type { Store } from '../state/store.ts';
import { whenSettled } from '../state/when-settled.ts';

/**
 * Takes away what stood on the page while its code was on the way (index.html), once the page lies
 * over it in full. Nobody is read the same name twice meanwhile.
 */
export function takeOver(store: Store): void {
  const opening = document.getElementById('opening');
  if (!opening) return;
  opening.ariaHidden = 'true';
  whenSettled(store, () => opening.remove());
}
