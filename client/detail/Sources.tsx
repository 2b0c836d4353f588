import type { ComponentChildren } from 'preact';
import type { Decision, IncidentProperties, Source } from '../../data/incident/schema.ts';
import { RECORDS } from '../language/languages.ts';
import { say, sayParts } from '../language/say-of-details.ts';
import { verificationLabel } from '../language/vocabulary.ts';
import { inSentence, numberWords } from '../language/words.ts';
import { datedWords, dayWords } from '../time/words.ts';

export function Sources({ sources }: { sources: readonly Source[] }) {
  return (
    <section aria-labelledby="sources-title">
      <h3 id="sources-title" class="section-title">
        {say('sources.title')} <span class="count">{numberWords(sources.length)}</span>
      </h3>
      {sources.length === 0 && <p class="note">{say('sources.none')}</p>}
      <ol class="sources">
        {sources.map((source) => (
          <li key={source.id} id={`source-${source.id}`} tabIndex={-1}>
            <strong lang={RECORDS}>{source.publisher}</strong>
            {source.title && (
              <>, {source.url ? <Out href={source.url}>{source.title}</Out> : source.title}</>
            )}
            {!source.title && source.url && (
              <>
                , <Out href={source.url}>{hostOf(source.url)}</Out>
              </>
            )}
            {', '}
            {source.publishedAt ? datedWords(source.publishedAt) : say('sources.noDate')}
            {source.archivedUrl && (
              <>
                {' · '}
                <Out href={source.archivedUrl}>{say('sources.archived')}</Out>
              </>
            )}
            {!source.url && ` · ${say('sources.noAddress')}`}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** How the verification came about: what changed, when, why. */
export function History({ properties }: { properties: IncidentProperties }) {
  const { decisions } = properties;
  if (decisions.length === 0) return null;
  return (
    <section aria-labelledby="history-title">
      <h3 id="history-title" class="section-title">
        {say('history.title')}
      </h3>
      <ol class="history">
        {decisions.map((decision, index) => (
          <li key={`${decision.decidedAt}${decision.verification}`}>
            <Change decision={decision} before={decisions[index - 1]} />{' '}
            <span lang={RECORDS}>{decision.reason}</span>
            {decision.basedOn && (
              <small> {say('history.basedOn', { what: decision.basedOn.what })}</small>
            )}
          </li>
        ))}
      </ol>
      <p class="note">
        {properties.createdAt === properties.updatedAt
          ? say('history.added', {
              // Of a report, no more than the day is kept.
              day: dayWords(Date.parse(properties.createdAt)),
              revision: properties.revision,
            })
          : say('history.changed', {
              day: datedWords(properties.updatedAt),
              revision: properties.revision,
            })}
      </p>
    </section>
  );
}

/** Only a change of verification holds since a day; what confirms it was added to it. */
function Change({ decision, before }: { decision: Decision; before: Decision | undefined }) {
  const label = verificationLabel(decision.verification);
  const day = datedWords(decision.basedOn?.knownAt ?? decision.decidedAt);
  const strong = (words: ComponentChildren[]) => <strong>{words}</strong>;
  return (
    <>
      {before?.verification === decision.verification
        ? sayParts('history.still', { verification: inSentence(label), day, strong })
        : sayParts('history.since', { verification: label, day, strong })}
    </>
  );
}

function Out({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} rel="noopener noreferrer" target="_blank">
      {children}
    </a>
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : url;
}
