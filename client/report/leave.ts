import { say } from '../language/say-of-reports.ts';
import { shutSlot } from './draft-slot.ts';

/** A step in the page's history is taken within this, or the browser takes none. */
const STEP_MS = 400;

/**
 * Leaves at once, so that neither Back nor Forward shows the form or a report again. What was being
 * written goes; reports that wait for a connection stay, since whoever wrote them wants them sent.
 *
 * The page is blanked first. Then it goes back to the first of its own steps, writes a new one there
 * (which drops all that followed), goes back again, and replaces that one by an empty page. An empty
 * page, and not a site elsewhere: nobody else is asked for anything.
 */
export async function leave(): Promise<void> {
  shutSlot();
  document.title = say('leave.newTab');
  document.documentElement.replaceChildren(document.createElement('body'));
  const { replaceState, pushState } = history;
  // A map that is being taken down still tells where it is; no part of the page writes that now.
  history.replaceState = history.pushState = () => undefined;
  const steps = stepsBack();
  if (steps > 0) await go(-steps);
  replaceState.call(history, null, '', '/');
  if (steps > 0) {
    pushState.call(history, null, '', '/');
    await go(-1);
  }
  location.replace('about:blank');
}

/** @returns how many of this page's own steps lie before this one; 0 where the browser does not say. */
function stepsBack(): number {
  const { navigation } = window as unknown as { navigation?: Navigation };
  const current = navigation?.currentEntry?.index;
  if (!navigation || current === undefined) return 0;
  const before = navigation.entries().slice(0, current).reverse();
  const other = before.findIndex(({ sameDocument }) => !sameDocument);
  return other < 0 ? before.length : other;
}

/** As much as is asked of the Navigation API here; TypeScript knows it not yet. */
interface Navigation {
  readonly currentEntry: { readonly index: number } | null;
  entries(): readonly { readonly sameDocument: boolean }[];
}

/** Steps through the history, of which the rest of the page hears nothing. */
function go(steps: number): Promise<void> {
  return new Promise((resolve) => {
    const arrived = (event?: Event): void => {
      event?.stopImmediatePropagation();
      clearTimeout(late);
      window.removeEventListener('popstate', arrived, true);
      resolve();
    };
    const late = setTimeout(arrived, STEP_MS);
    window.addEventListener('popstate', arrived, true);
    history.go(steps);
  });
}
