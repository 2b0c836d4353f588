import { say } from '../language/say-of-reports.ts';
import { categoryLabel } from '../language/vocabulary.ts';
import { pendingOf } from '../map/content.ts';
import { act } from '../map/follow-state.ts';
import type { IncidentMap, Insets } from '../map/incident-map.ts';
import { MarkButtons } from '../map/MarkButtons.tsx';
import { SINGLE_PX } from '../map/MarkKeys.tsx';
import { placePending } from '../map/place-pending.ts';
import { drawnFeatures } from '../map/spread.ts';
import { TooltipBeside } from '../map/Tooltip.tsx';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';

export interface OwnMarksProps {
  readonly state: State;
  readonly store: Store;
  readonly map: IncidentMap;
  /** What always covers the map. */
  readonly covered: Insets;
}

/** The marks of one's own reports for the keyboard and for screen readers; and which the pointer is on. */
export function OwnMarks({ state, store, map, covered }: OwnMarksProps) {
  const reports = new Map(state.ownReports.map(({ token, report }) => [token, report]));
  const project = (position: readonly [number, number]) => map.project(position);
  const placed = placePending(pendingOf(state.ownReports), drawnFeatures(state), project);
  const marks = placed.map(({ id, position, apart, category, place }) => {
    const report = reports.get(id);
    const title = report?.feature?.properties.title ?? '';
    return {
      id,
      title,
      standing: report?.status === 'pending' ? say('own.pending') : say('own.accepted'),
      position,
      apart: apart ?? ([0, 0] as const),
      sizePx: SINGLE_PX,
      label: say('own.mark', { title, category: categoryLabel(category), place }),
      onPress: () => act(store, map, { kind: 'pending', token: id }),
    };
  });
  const hovered = marks.find(({ id }) => id === state.hovered);
  return (
    <>
      <MarkButtons label={say('own.marks')} marks={marks} {...{ store, map, covered }} />
      {hovered && (
        <TooltipBeside position={hovered.position} apart={hovered.apart} map={map}>
          <strong>{hovered.title}</strong>
          <span>{hovered.standing}</span>
        </TooltipBeside>
      )}
    </>
  );
}
