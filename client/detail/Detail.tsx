import type { IncidentFeature } from '../../data/incident/schema.ts';
import { categoryOf } from '../../data/vocabulary/categories.ts';
import { VERIFICATIONS } from '../../data/vocabulary/verifications.ts';
import { Mark } from '../marks/Mark.tsx';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { TODAYS_WORDING } from '../time/KnownAsOf.tsx';
import { Accounts } from './Accounts.tsx';
import { DetailActions } from './DetailActions.tsx';
import { Facts } from './Facts.tsx';
import { History, Sources } from './Sources.tsx';
import { whenWords, whereWords } from './words.ts';

/** One incident, in the order in which people ask: what, how sure, when, where, who says what. */
export function Detail({ state, store }: { state: State; store: Store }) {
  const { opened } = state;
  if (!opened) return null;
  if (opened.failure) {
    return (
      <div class="detail">
        <h2 class="screen-title" tabIndex={-1}>
          {opened.failure.status === 404 ? 'There is no such incident' : 'It could not be loaded'}
        </h2>
        <p>
          {opened.failure.status === 404
            ? state.filter.asOf === Infinity
              ? 'It may have been withdrawn.'
              : 'It may have been withdrawn, or was not yet known on the day that is set.'
            : opened.failure.message}
        </p>
        {opened.failure.status !== 404 && (
          <button
            type="button"
            class="button"
            onClick={() => store.dispatch({ type: 'screenOpened', screen: state.screen })}
          >
            Try again
          </button>
        )}
      </div>
    );
  }
  if (!opened.feature) return <div class="detail" aria-busy="true" />;
  return <Record feature={opened.feature} state={state} store={store} />;
}

interface RecordProps {
  readonly feature: IncidentFeature;
  readonly state: State;
  readonly store: Store;
}

function Record({ feature, state, store }: RecordProps) {
  const { properties } = feature;
  const verification = VERIFICATIONS.find(({ id }) => id === properties.verification);
  const reason = properties.decisions.at(-1)?.reason ?? verification?.description;
  return (
    <article class="detail">
      <header>
        <p class="kind">
          <Mark category={properties.category} verification={properties.verification} size={36} />
          <span>{categoryOf(properties.category).label}</span>
          <span class={`verdict verdict-${properties.verification}`}>{verification?.label}</span>
        </p>
        <h2 class="detail-title" tabIndex={-1}>
          {properties.title}
        </h2>
      </header>
      <dl class="when-where">
        <dt>When</dt>
        <dd>{whenWords(properties)}</dd>
        <dt>Where</dt>
        <dd>
          {whereWords(properties)}
          <small class="basis">{properties.locationBasis}</small>
        </dd>
      </dl>
      <p class="summary">{properties.summary}</p>
      {reason && (
        <p class="why">
          <strong>Why {verification?.label.toLowerCase()}:</strong> {reason}
        </p>
      )}
      {state.filter.asOf !== Infinity && <p class="note">{TODAYS_WORDING}</p>}
      {properties.synthetic && (
        <p class="note">This record was generated for tests. It is not real.</p>
      )}
      <Accounts accounts={properties.accounts} sources={properties.sources} />
      <Facts properties={properties} />
      <Sources sources={properties.sources} />
      <History properties={properties} />
      <DetailActions feature={feature} state={state} store={store} />
    </article>
  );
}
