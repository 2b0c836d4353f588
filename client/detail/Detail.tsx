import type { IncidentFeature } from '../../data/incident/schema.ts';
import { RECORDS } from '../language/languages.ts';
import { say } from '../language/say-of-details.ts';
import { categoryLabel, verificationLabel } from '../language/vocabulary.ts';
import { verificationDescription } from '../language/vocabulary-of-details.ts';
import { inSentence } from '../language/words.ts';
import { Mark } from '../marks/Mark.tsx';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { Accounts } from './Accounts.tsx';
import { DetailActions } from './DetailActions.tsx';
import { Facts } from './Facts.tsx';
import { RecordHistory } from './History.tsx';
import { Photos } from './Photos.tsx';
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
          {opened.failure.status === 404 ? say('detail.missing') : say('detail.notLoaded')}
        </h2>
        <p>
          {opened.failure.status === 404
            ? state.filter.asOf === Infinity
              ? say('detail.withdrawn')
              : say('detail.notYetKnown')
            : opened.failure.message}
        </p>
        {opened.failure.status !== 404 && (
          <button
            type="button"
            class="button"
            onClick={() => store.dispatch({ type: 'screenOpened', screen: state.screen })}
          >
            {say('page.tryAgain')}
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
  const verification = verificationLabel(properties.verification);
  const reason = properties.decisions.at(-1)?.reason;
  return (
    <article class="detail">
      <header>
        <p class="kind">
          <Mark category={properties.category} verification={properties.verification} size={36} />
          <span>{categoryLabel(properties.category)}</span>
          <span class={`verdict verdict-${properties.verification}`}>{verification}</span>
        </p>
        <h2 class="detail-title" tabIndex={-1} lang={RECORDS}>
          {properties.title}
        </h2>
      </header>
      <dl class="when-where">
        <dt>{say('detail.when')}</dt>
        <dd>{whenWords(properties)}</dd>
        <dt>{say('detail.where')}</dt>
        <dd>
          {whereWords(properties)}
          <small class="basis" lang={RECORDS}>
            {properties.locationBasis}
          </small>
        </dd>
      </dl>
      <p class="summary" lang={RECORDS}>
        {properties.summary}
      </p>
      <Photos photos={properties.photos ?? []} />
      <p class="why">
        <strong>{say('detail.why', { verification: inSentence(verification) })}</strong>{' '}
        {reason ? (
          <span lang={RECORDS}>{reason}</span>
        ) : (
          verificationDescription(properties.verification)
        )}
      </p>
      {state.filter.asOf !== Infinity && <p class="note">{say('known.todaysWording')}</p>}
      {properties.synthetic && <p class="note">{say('detail.synthetic')}</p>}
      <Accounts accounts={properties.accounts} sources={properties.sources} />
      <Facts properties={properties} />
      <Sources sources={properties.sources} />
      <History properties={properties} />
      <RecordHistory
        id={feature.id}
        revision={properties.revision}
        accounts={properties.accounts}
      />
      <DetailActions feature={feature} state={state} store={store} />
    </article>
  );
}
