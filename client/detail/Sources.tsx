import type { Decision, IncidentProperties, Source } from '../../data/incident/schema.ts';
import { VERIFICATIONS } from '../../data/vocabulary/verifications.ts';
import { datedWords } from '../time/words.ts';

export function Sources({ sources }: { sources: readonly Source[] }) {
  return (
    <section aria-labelledby="sources-title">
      <h3 id="sources-title" class="section-title">
        Sources <span class="count">{sources.length}</span>
      </h3>
      {sources.length === 0 && <p class="note">No source is on file.</p>}
      <ol class="sources">
        {sources.map((source) => (
          <li key={source.id} id={`source-${source.id}`} tabIndex={-1}>
            <strong>{source.publisher}</strong>
            {source.title && (
              <>, {source.url ? <Out href={source.url}>{source.title}</Out> : source.title}</>
            )}
            {!source.title && source.url && (
              <>
                , <Out href={source.url}>{hostOf(source.url)}</Out>
              </>
            )}
            {', '}
            {source.publishedAt ? datedWords(source.publishedAt) : 'date not known'}
            {source.archivedUrl && (
              <>
                {' · '}
                <Out href={source.archivedUrl}>archived copy</Out>
              </>
            )}
            {!source.url && ' · no address known'}
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
        History
      </h3>
      <ol class="history">
        {decisions.map((decision, index) => (
          <li key={`${decision.decidedAt}${decision.verification}`}>
            <Change decision={decision} before={decisions[index - 1]} /> {decision.reason}
            {decision.basedOn && <small> Based on: {decision.basedOn.what}</small>}
          </li>
        ))}
      </ol>
      <p class="note">
        {properties.createdAt === properties.updatedAt
          ? `Added to this map on ${datedWords(properties.createdAt)}`
          : `Record last changed ${datedWords(properties.updatedAt)}`}{' '}
        (revision {properties.revision}).
      </p>
    </section>
  );
}

/** Only a change of verification holds since a day; what confirms it was added to it. */
function Change({ decision, before }: { decision: Decision; before: Decision | undefined }) {
  const label = VERIFICATIONS.find(({ id }) => id === decision.verification)?.label ?? '';
  const day = datedWords(decision.basedOn?.knownAt ?? decision.decidedAt);
  return before?.verification === decision.verification ? (
    <>
      <strong>Still {label.toLowerCase()}</strong>; added on {day}.
    </>
  ) : (
    <>
      <strong>{label}</strong> since {day}.
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
