import '../theme/figures.css';
import { useMemo } from 'preact/hooks';
import type { Loader } from '../api/load.ts';
import { say } from '../language/say-of-figures.ts';
import type { Compared, ComparedDay, State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { dayWords, type Length, rangeWords } from '../time/words.ts';
import type { SideAnswer } from './ask-side.ts';
import { ChooseSides } from './ChooseSides.tsx';
import { SidesTable } from './SidesTable.tsx';
import { filterOf, suggested, totalOf } from './sides.ts';
import { useSides } from './use-sides.ts';
import { WhatChanged } from './WhatChanged.tsx';

export interface CompareProps {
  readonly state: State;
  readonly store: Store;
  readonly loader: Loader;
}

/** Two days, or two stretches of days, side by side: the same filters, the same counts. */
export function Compare({ state, store, loader }: CompareProps) {
  const { screen } = state;
  const asked = screen.kind === 'compare' ? screen.compared : null;
  // A link may be opened before it is known which day is the last of which anything is.
  const first = useMemo(() => suggested(state), [state.answer === null]);
  const compared = asked ?? first;
  const choose = (to: Compared): void =>
    store.dispatch({ type: 'screenOpened', screen: { kind: 'compare', compared: to } });
  return (
    <article class="compare">
      <h2 class="screen-title" tabIndex={-1}>
        {say('compare.title')}
      </h2>
      <ChooseSides compared={compared} onChoose={choose} />
      <Counted compared={compared} state={state} store={store} loader={loader} />
    </article>
  );
}

interface CountedProps extends CompareProps {
  readonly compared: Compared;
}

function Counted({ compared, state, store, loader }: CountedProps) {
  const { first, second, days } = compared;
  const filters = [
    filterOf(state.filter, first, days),
    filterOf(state.filter, second, days),
  ] as const;
  const { sides, looseness, failure } = useSides(
    loader,
    filters[0],
    filters[1],
    JSON.stringify(filters),
  );
  const names = (length: Length) =>
    [nameOf(first, filters[0], length), nameOf(second, filters[1], length)] as const;
  const [firstName, secondName] = names('long');
  const isSameTime = first.date === second.date;
  if (failure) return <p role="alert">{failure}</p>;
  if (!sides) return <p aria-busy="true">{say('list.loading')}</p>;
  return (
    <>
      <div class="compare-words" role="status">
        <p>{said(firstName, sides[0])}</p>
        <p>{said(secondName, sides[1])}</p>
        <p>
          <strong>{differenceWords(sides)}</strong>
        </p>
      </div>
      {!isSameTime && (
        <p class="note">
          {looseness && `${say('compare.inBoth', { count: looseness.inBoth })} `}
          {looseness &&
            looseness.loose > 0 &&
            `${say('compare.loose', { count: looseness.loose })} `}
          {say('compare.how')}
        </p>
      )}
      <SidesTable sides={sides} names={names('short')} state={state} store={store} />
      {isSameTime && <WhatChanged sides={sides} state={state} store={store} />}
    </>
  );
}

/** @returns `7 January 2026`, `7–13 January 2026`, `7 January 2026, as known on 9 January 2026`. */
function nameOf(
  { knownOn }: ComparedDay,
  { datetime, asOf }: State['filter'],
  length: Length,
): string {
  const when = datetime ? rangeWords(datetime, length) : '';
  return knownOn === null ? when : say('compare.asKnown', { when, day: dayWords(asOf, length) });
}

function said(when: string, { view }: SideAnswer): string {
  return say('compare.said', { when, count: totalOf(view) });
}

function differenceWords([first, second]: readonly [SideAnswer, SideAnswer]): string {
  const more = totalOf(second.view) - totalOf(first.view);
  if (more === 0) return say('compare.same');
  return more > 0 ? say('compare.more', { count: more }) : say('compare.fewer', { count: -more });
}
