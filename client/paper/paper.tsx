import { render } from 'preact';
import type { Loader } from '../api/load.ts';
import { say } from '../language/say-of-tools.ts';
import { numberWords } from '../language/words.ts';
import { Days } from '../list/PlainList.tsx';
import { viewWords } from '../picture/view-words.ts';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { dayWords } from '../time/words.ts';
import { type PrintedList, printedLists } from './rows.ts';

/**
 * Puts beside the page what it has on paper alone, just before it is printed: what the view is of, and the
 * list in rows that do not depend on what is scrolled into sight. What of the page they stand for is left
 * out (theme/print.css).
 */
export function followPrint(store: Store, loader: Loader): void {
  const head = document.createElement('div');
  const list = document.createElement('div');
  head.className = 'paper';
  list.className = 'paper';
  window.addEventListener('beforeprint', () => {
    const { state } = store;
    render(<Head state={state} />, head);
    render(<Lists state={state} store={store} loader={loader} />, list);
    document.body.prepend(head);
    document.body.append(list);
  });
  window.addEventListener('afterprint', () => {
    for (const part of [head, list]) {
      render(null, part);
      part.remove();
    }
  });
}

function Head({ state }: { state: State }) {
  return (
    <>
      <h1>{say('page.title')}</h1>
      {viewWords(state).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p>{say('picture.read', { day: dayWords(Date.now()), link: location.href })}</p>
    </>
  );
}

interface ListsProps {
  readonly state: State;
  readonly store: Store;
  readonly loader: Loader;
}

function Lists({ state, store, loader }: ListsProps) {
  return (
    <>
      {printedLists(state, loader).map((list) => (
        <section key={list.id}>
          <h2>
            {titleOf(list)} <span class="count">{numberWords(list.matched)}</span>
          </h2>
          {list.rows.length < list.matched && (
            <p>
              {say('picture.part', {
                shown: list.rows.length,
                count: list.matched,
                link: location.href,
              })}
            </p>
          )}
          <Days features={list.rows} state={state} store={store} />
        </section>
      ))}
    </>
  );
}

function titleOf({ id, matched }: PrintedList): string {
  if (id === 'place') return say('list.atOnePlace', { count: matched });
  return id === 'placed' ? say('list.onMap') : say('list.notOnMap');
}
