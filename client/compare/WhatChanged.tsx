import type { ListedIncident } from '../api/answer.ts';
import { RECORDS } from '../language/languages.ts';
import { say } from '../language/say-of-figures.ts';
import { verificationLabel } from '../language/vocabulary.ts';
import { inSentence } from '../language/words.ts';
import { writeAddress } from '../state/address.ts';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import type { SideAnswer } from './ask-side.ts';

interface WhatChangedProps {
  readonly sides: readonly [SideAnswer, SideAnswer];
  readonly state: State;
  readonly store: Store;
}

/** Of one day as known on two: what became known in between, and what was judged anew. */
export function WhatChanged({ sides, state, store }: WhatChangedProps) {
  const [before, after] = sides;
  if (before.filter.asOf === after.filter.asOf) return null;
  const changes = before.records && after.records ? changesOf(before.records, after.records) : null;
  return (
    <section>
      <h3 class="section-title">{say('compare.changed')}</h3>
      {changes === null && <p>{say('compare.tooMany')}</p>}
      {changes?.length === 0 && <p>{say('compare.nothingChanged')}</p>}
      <ul class="compare-changes">
        {changes?.map(({ incident, what }) => {
          const screen = { kind: 'incident', id: incident.id } as const;
          return (
            <li key={incident.id}>
              <a
                lang={RECORDS}
                href={writeAddress({ ...state, screen })}
                onClick={(event) => {
                  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                  event.preventDefault();
                  store.dispatch({ type: 'screenOpened', screen });
                }}
              >
                {incident.properties.title}
              </a>
              {': '}
              {what.join(', ')}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface Change {
  readonly incident: ListedIncident;
  readonly what: readonly string[];
}

function changesOf(
  before: readonly ListedIncident[],
  after: readonly ListedIncident[],
): readonly Change[] {
  const then = new Map(before.map((incident) => [incident.id, incident]));
  const changed = after.flatMap((incident) => {
    const what = differences(then.get(incident.id), incident);
    then.delete(incident.id);
    return what.length > 0 ? [{ incident, what }] : [];
  });
  const gone = [...then.values()].map((incident) => ({ incident, what: [say('compare.gone')] }));
  return [...changed, ...gone];
}

function differences(before: ListedIncident | undefined, now: ListedIncident): string[] {
  if (!before) return [say('compare.newKnown')];
  const [was, is] = [before.properties, now.properties];
  const more = is.accounts.length - was.accounts.length;
  return [
    ...(was.verification === is.verification
      ? []
      : [
          say('compare.turned', {
            before: inSentence(verificationLabel(was.verification)),
            after: inSentence(verificationLabel(is.verification)),
          }),
        ]),
    ...(more > 0 ? [say('compare.moreAccounts', { count: more })] : []),
  ];
}
