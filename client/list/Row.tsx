import type { ListedIncident } from '../api/answer.ts';
import { RECORDS } from '../language/languages.ts';
import { say } from '../language/say.ts';
import { categoryLabel, verificationLabel } from '../language/vocabulary.ts';
import { Mark } from '../marks/Mark.tsx';
import { nearPart } from '../near/near-part.ts';
import { writeAddress } from '../state/address.ts';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { besideDayWords } from '../time/words.ts';

interface RowProps {
  readonly feature: ListedIncident;
  readonly state: State;
  readonly store: Store;
}

export function Row(props: RowProps) {
  return (
    <li>
      <RowLink {...props} />
    </li>
  );
}

interface RowLinkProps extends RowProps {
  /** −1 where arrow keys lead to it, and not Tab. */
  readonly tabIndex?: number;
}

/** One incident in a list: a link, so that it can be opened, copied and opened elsewhere. */
export function RowLink({ feature, state, store, tabIndex }: RowLinkProps) {
  const { id, properties } = feature;
  const screen = { kind: 'incident', id } as const;
  const when = besideDayWords(Date.parse(properties.occurredAt), properties.timePrecision);
  const distance = nearPart()?.distanceWords(feature, state.ownPosition);
  return (
    <a
      class={state.hovered === id ? 'row is-hovered' : 'row'}
      href={writeAddress({ ...state, screen })}
      data-incident={id}
      tabIndex={tabIndex}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        store.dispatch({ type: 'screenOpened', screen });
      }}
      onMouseEnter={() => store.dispatch({ type: 'hovered', id })}
      onMouseLeave={() => store.dispatch({ type: 'hovered', id: null })}
      onFocus={() => store.dispatch({ type: 'hovered', id })}
      onBlur={() => store.dispatch({ type: 'hovered', id: null })}
    >
      <Mark category={properties.category} verification={properties.verification} size={32} />
      <span class="row-text">
        <span class="row-title" lang={RECORDS}>
          {properties.title}
        </span>
        <span class="row-meta">
          {when && `${when} · `}
          <span lang={RECORDS}>{properties.place}</span>
          {distance && ` · ${distance}`}
        </span>
        <span class="row-meta">
          {[
            categoryLabel(properties.category),
            verificationLabel(properties.verification),
            say('list.accounts', { count: properties.accounts.length }),
          ].join(' · ')}
        </span>
      </span>
    </a>
  );
}
