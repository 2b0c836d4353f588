import { useState } from 'preact/hooks';
import type { IncidentFeature } from '../../../data/incident/schema.ts';
import { failureOf } from '../../api/failure.ts';
import { fetchIncident, findPublished } from '../../api/moderation-incidents.ts';
import { whenWords } from '../../detail/words.ts';
import { Mark } from '../../marks/Mark.tsx';
import { linkedIncident } from './linked-incident.ts';

/** Finds an incident that is on the map, to change it. */
export function FindIncident() {
  const [found, setFound] = useState<readonly IncidentFeature[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const find = async (words: string): Promise<void> => {
    try {
      const linked = linkedIncident(words);
      if (linked !== null && (await isKnown(linked))) {
        location.hash = `incident/${encodeURIComponent(linked)}`;
        return;
      }
      setFound(await findPublished(words));
      setProblem(null);
    } catch (error) {
      setProblem(failureOf(error).message);
    }
  };
  return (
    <div class="plain-page">
      <h2>Incidents on the map</h2>
      <form
        class="inline-form"
        aria-label="Find an incident"
        onSubmit={(event) => {
          event.preventDefault();
          void find(String(new FormData(event.currentTarget).get('words')));
        }}
      >
        <label>
          Words of its title or accounts, its link or its id
          <input type="search" name="words" required />
        </label>
        <button type="submit" class="button is-primary">
          Find
        </button>
      </form>
      <p class="note">
        A link copied from the map, or an id, opens the incident at once. A withdrawn one opens that
        way too.
      </p>
      {problem && <p role="alert">{problem}</p>}
      <p role="status">
        {found &&
          (found.length === 0 ? 'Nothing on the map has these words.' : `${found.length} found.`)}
      </p>
      <ul class="entries">
        {found?.map(({ id, properties }) => (
          <li key={id}>
            <a class="row" href={`#incident/${encodeURIComponent(id)}`}>
              <Mark category={properties.category} verification={properties.verification} />
              <span class="row-text">
                <span class="row-title">{properties.title}</span>
                <span class="row-meta">{whenWords(properties)}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** @returns whether there is such an incident, or was one that is withdrawn. */
async function isKnown(id: string): Promise<boolean> {
  try {
    await fetchIncident(id);
    return true;
  } catch (error) {
    if (failureOf(error).status === 404) return false;
    throw error;
  }
}
