import type { IncidentMap, Insets } from '../map/incident-map.ts';
import type { Corner, Drawn } from './corners.ts';

/** The lines between the corners, as they will be counted. */
export function Sketch({
  corners,
  drawn,
  map,
}: {
  readonly corners: readonly Corner[];
  readonly drawn: Drawn;
  readonly map: IncidentMap;
}) {
  const points = corners.map((corner) => {
    const { x, y } = map.project(corner);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  });
  return (
    <svg class="area-sketch" data-kind={drawn.kind} aria-hidden="true">
      <polygon points={points.join(' ')} />
    </svg>
  );
}

/** What lies under it is where a corner comes by key or button. */
export function Cross({ covered }: { readonly covered: Insets }) {
  const top = `calc(${covered.top}px + (100% - ${covered.top + covered.bottom}px) / 2)`;
  return (
    <svg class="area-cross" style={{ top }} viewBox="0 0 40 40" aria-hidden="true">
      <path d="M20 2v14M20 24v14M2 20h14M24 20h14" />
    </svg>
  );
}
