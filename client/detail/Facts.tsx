import type { IncidentProperties } from '../../data/incident/schema.ts';
import { CROWD_MEASURES, POLICE_MEASURES } from '../../data/vocabulary/measures.ts';
import { countWords } from './words.ts';

/** Known and not known. What nobody counted is written as such. */
export function Facts({ properties }: { properties: IncidentProperties }) {
  const facts: [string, string][] = [
    ['Crowd', countWords(properties.crowdSizeLow, properties.crowdSizeHigh)],
    ['Injured', countWords(properties.injuries)],
    ['Killed', countWords(properties.fatalities)],
    ['Arrested', countWords(properties.arrests)],
    ['What officers did', measureWords(properties.policeMeasures, POLICE_MEASURES)],
    ['What the crowd did', measureWords(properties.crowdMeasures, CROWD_MEASURES)],
    ['Took part', properties.actors.join(', ') || 'not known'],
  ];
  return (
    <section aria-labelledby="facts-title">
      <h3 id="facts-title" class="section-title">
        Known and not known
      </h3>
      <dl class="facts">
        {facts.map(([label, words]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd class={words === 'not known' ? 'not-known' : undefined}>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function measureWords(
  ids: readonly string[],
  vocabulary: readonly { id: string; label: string }[],
): string {
  const labels = vocabulary.filter(({ id }) => ids.includes(id)).map(({ label }) => label);
  return labels.join(', ') || 'not known';
}
