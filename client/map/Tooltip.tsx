import { useEffect, useRef } from 'preact/hooks';
import { RECORDS } from '../language/languages.ts';
import { say } from '../language/say.ts';
import type { State } from '../state/state.ts';
import { dayWords } from '../time/words.ts';
import type { IncidentMap } from './incident-map.ts';
import { apartOf, drawnFeatures } from './spread.ts';

/** One line beside the mark under the pointer; what there is to read stands in the panel. */
export function Tooltip({ state, map }: { state: State; map: IncidentMap }) {
  const element = useRef<HTMLDivElement>(null);
  const feature = drawnFeatures(state).find(({ id }) => id === state.hovered);
  useEffect(() => {
    if (!feature || !element.current) return;
    const at = map.project(feature.geometry.coordinates);
    const [right, down] = apartOf(feature);
    const [x, y] = [at.x + right, at.y + down];
    const room =
      (element.current.parentElement?.clientWidth ?? 0) - element.current.offsetWidth - 8;
    const left = Math.max(8, Math.min(x - element.current.offsetWidth / 2, room));
    element.current.style.transform = `translate(${left}px, ${y - 64}px)`;
  });
  if (!feature) return null;
  const { properties } = feature;
  return (
    <div class="tooltip" ref={element} aria-hidden="true">
      {properties.cluster ? (
        <strong>{say('map.clusterShort', { count: properties.point_count })}</strong>
      ) : (
        <>
          <strong lang={RECORDS}>{properties.title}</strong>
          <span>{dayWords(Date.parse(properties.occurredAt), 'short')}</span>
        </>
      )}
    </div>
  );
}
