import { useEffect, useState } from 'preact/hooks';
import type { DayOfChanges, PublicChange } from '../../data/incident/public-history.ts';
import { changesPath, feedPath, fetchChanges } from '../api/changes.ts';
import { failureOf } from '../api/failure.ts';
import { FollowButton } from '../following/FollowButton.tsx';
import { RECORDS } from '../language/languages.ts';
import { Said, type Words } from '../language/Said.tsx';
import { say } from '../language/say-of-details.ts';
import { Mark } from '../marks/Mark.tsx';
import { writeAddress } from '../state/address.ts';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { datedWords } from '../time/words.ts';
import { lineWords } from './line-words.ts';
import { mergeDays } from './merge-days.ts';

export interface ChangesProps {
  readonly state: State;
  readonly store: Store;
}

/** What changed on the map and what became known, by day, newest first. */
export function Changes({ state, store }: ChangesProps) {
  const { days, next, failure, load } = useChanges(changesPath(state.filter));
  return (
    <article class="changes" aria-busy={days === null && failure === null}>
      <h2 class="screen-title" tabIndex={-1}>
        {say('changes.title')}
      </h2>
      <p class="note">
        {say('changes.what')} <a href={feedPath(state.filter)}>{say('changes.feed')}</a>
      </p>
      <FollowButton filter={state.filter} />
      {days?.length === 0 && <p>{say('changes.none')}</p>}
      {days?.map(({ day, changes }) => (
        <div key={day}>
          <h3 class="day">{datedWords(day)}</h3>
          <ul>
            {changes.map((change) => (
              <Entry
                key={`${change.incidentId}${change.kind}${change.revision}${change.what.join()}`}
                change={change}
                state={state}
                store={store}
              />
            ))}
          </ul>
        </div>
      ))}
      {failure && (
        <p role="alert">
          <Said words={failure} />
        </p>
      )}
      {(next !== null || failure) && (
        <button type="button" class="button" onClick={load}>
          {failure ? say('page.tryAgain') : say('changes.more')}
        </button>
      )}
    </article>
  );
}

function Entry({ change, state, store }: ChangesProps & { readonly change: PublicChange }) {
  const { incidentId, title, category, verification, kind, lines, why } = change;
  return (
    <li class="change">
      {category && verification && (
        <Mark category={category} verification={verification} size={32} />
      )}
      <div class="row-text">
        <p class="changes-kind">{say(`changes.${kind}`)}</p>
        {incidentId !== null && title !== null && (
          <a
            class="row-title changes-title"
            lang={RECORDS}
            data-incident={incidentId}
            href={writeAddress({ ...state, screen: { kind: 'incident', id: incidentId } })}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              store.dispatch({
                type: 'screenOpened',
                screen: { kind: 'incident', id: incidentId },
              });
            }}
          >
            {title}
          </a>
        )}
        <ul class="changes-what">
          {lines.map(lineWords).map((line) => (
            <li key={line}>{line}</li>
          ))}
          {why && <li lang={RECORDS}>{why}</li>}
        </ul>
      </div>
    </li>
  );
}

interface Shown {
  readonly path: string;
  readonly days: readonly DayOfChanges[] | null;
  readonly next: string | null;
  readonly failure: Words | null;
}

function useChanges(path: string) {
  const [shown, setShown] = useState<Shown>({ path, days: null, next: path, failure: null });
  const current = shown.path === path ? shown : { path, days: null, next: path, failure: null };
  const load = (): void => {
    const { next, days } = current;
    if (next === null) return;
    fetchChanges(next).then(
      (page) => {
        const all = mergeDays(days ?? [], page.days);
        setShown({ path, days: all, next: page.next, failure: null });
      },
      (error: unknown) => {
        const { message, isEnglish } = failureOf(error);
        setShown({ ...current, failure: isEnglish ? { english: message } : message });
      },
    );
  };
  useEffect(load, [path]);
  return { ...current, load };
}
