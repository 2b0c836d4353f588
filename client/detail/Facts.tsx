import type { IncidentProperties } from '../../data/incident/schema.ts';
import { CROWD_MEASURES, POLICE_MEASURES } from '../../data/vocabulary/measures.ts';
import { say } from '../language/say-of-details.ts';
import { crowdMeasureLabel, policeMeasureLabel } from '../language/vocabulary-of-details.ts';
import { countWords } from './words.ts';

/** Known and not known. What nobody counted is written as such. */
export function Facts({ properties }: { properties: IncidentProperties }) {
  const facts: [string, string][] = [
    [say('facts.crowd'), countWords(properties.crowdSizeLow, properties.crowdSizeHigh)],
    [say('facts.injured'), countWords(properties.injuries)],
    [say('facts.killed'), countWords(properties.fatalities)],
    [say('facts.arrested'), countWords(properties.arrests)],
    [
      say('facts.officers'),
      measureWords(POLICE_MEASURES, properties.policeMeasures, policeMeasureLabel),
    ],
    [
      say('facts.crowdDid'),
      measureWords(CROWD_MEASURES, properties.crowdMeasures, crowdMeasureLabel),
    ],
    [say('facts.actors'), properties.actors.join(', ') || say('page.notKnown')],
  ];
  return (
    <section aria-labelledby="facts-title">
      <h3 id="facts-title" class="section-title">
        {say('facts.title')}
      </h3>
      <dl class="facts">
        {facts.map(([label, words]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd class={words === say('page.notKnown') ? 'not-known' : undefined}>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function measureWords<Id extends string>(
  vocabulary: readonly { id: Id }[],
  ids: readonly string[],
  labelOf: (id: Id) => string,
): string {
  const labels = vocabulary.filter(({ id }) => ids.includes(id)).map(({ id }) => labelOf(id));
  return labels.join(', ') || say('page.notKnown');
}
