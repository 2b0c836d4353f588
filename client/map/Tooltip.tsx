import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { RECORDS } from '../language/languages.ts';
import { say } from '../language/say.ts';
import type { State } from '../state/state.ts';
import { dayWords } from '../time/words.ts';
import { type Apart, apartOf, drawnAt } from './drawn-feature.ts';
import type { IncidentMap } from './incident-map.ts';
import { drawnFeatures } from './spread.ts';

/** One line beside the mark under the pointer; what there is to read stands in the panel. */
export function Tooltip({ state, map }: { state: State; map: IncidentMap }) {
  const feature = drawnFeatures(state).find(({ id }) => id === state.hovered);
  if (!feature) return null;
  const { properties, geometry } = feature;
  return (
    <TooltipBeside position={geometry.coordinates} apart={apartOf(feature)} map={map}>
      {properties.cluster ? (
        <strong>{say('map.clusterShort', { count: properties.point_count })}</strong>
      ) : (
        <>
          <strong lang={RECORDS}>{properties.title}</strong>
          <span>{dayWords(Date.parse(properties.occurredAt), 'short')}</span>
        </>
      )}
    </TooltipBeside>
  );
}

interface TooltipBesideProps {
  readonly position: readonly [longitude: number, latitude: number];
  readonly apart: Apart;
  readonly map: IncidentMap;
  readonly children: ComponentChildren;
}

/** Words over a mark, wherever that is drawn. */
export function TooltipBeside({ position, apart, map, children }: TooltipBesideProps) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!element.current) return;
    const { x, y } = drawnAt(map.project(position), apart);
    const room =
      (element.current.parentElement?.clientWidth ?? 0) - element.current.offsetWidth - 8;
    const left = Math.max(8, Math.min(x - element.current.offsetWidth / 2, room));
    element.current.style.transform = `translate(${left}px, ${y - 64}px)`;
  });
  return (
    <div class="tooltip" ref={element} aria-hidden="true">
      {children}
    </div>
  );
}
