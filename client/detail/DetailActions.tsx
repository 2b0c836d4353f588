import { useState } from 'preact/hooks';
import type { IncidentFeature } from '../../data/incident/schema.ts';
import { incidentPath } from '../api/query.ts';
import { say } from '../language/say-of-details.ts';
import { writeAddress } from '../state/address.ts';
import { NO_FILTER, type State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { dayWords } from '../time/words.ts';

interface DetailActionsProps {
  readonly feature: IncidentFeature;
  readonly state: State;
  readonly store: Store;
}

export function DetailActions({ feature, state, store }: DetailActionsProps) {
  const [said, setSaid] = useState('');
  const { asOf } = state.filter;
  const href = writeAddress({
    filter: { ...NO_FILTER, asOf },
    camera: null,
    screen: { kind: 'incident', id: feature.id },
    language: state.language,
  });
  const link = new URL(href, location.href).href;
  const copy = async (text: string, done: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(done);
    } catch {
      // Browsers give the clipboard to secure pages only; the text can be copied by hand.
      setSaid(text);
    }
  };
  return (
    <footer class="detail-actions">
      <div class="actions">
        <button type="button" class="button" onClick={() => copy(link, say('actions.linkCopied'))}>
          {say('actions.copyLink')}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => copy(citation(feature, link, asOf), say('actions.citationCopied'))}
        >
          {say('actions.cite')}
        </button>
        <a class="button" href={incidentPath(feature.id, asOf)} download={`${feature.id}.geojson`}>
          {say('actions.download')}
        </a>
        <button
          type="button"
          class="button"
          onClick={() =>
            store.dispatch({
              type: 'screenOpened',
              screen: { kind: 'report', correcting: feature },
            })
          }
        >
          {say('actions.mistake')}
        </button>
      </div>
      <p class="said" role="status">
        {said}
      </p>
    </footer>
  );
}

/** @param asOf that the record is read as known on; Infinity: today. */
function citation({ id, properties }: IncidentFeature, link: string, asOf: number): string {
  return say('actions.citation', {
    title: properties.title,
    id,
    revision: properties.revision,
    day: dayWords(Date.now()),
    known: asOf === Infinity ? 'today' : dayWords(asOf),
    link,
  });
}
