import type { IncidentFeature, ReportFeature } from '../../data/incident/schema.ts';
import type { Answer, ViewFeature } from '../api/answer.ts';
import { find } from '../api/answer.ts';
import type { State } from '../state/state.ts';
import { areaMetersOf } from './areas.ts';
import type { MapContent } from './drawing.ts';
import type { Marked } from './features.ts';

const NOTHING: readonly ViewFeature[] = [];

/** Derives what the map draws from the state; a part that did not change stays the same object. */
export function contentSource(): (state: State) => MapContent {
  const selected = same(selectedOf);
  const hovered = same(hoveredOf);
  const pending = same(pendingOf);
  const placing = same((placing: State['placing']) =>
    placing?.radiusMeters ? { radiusMeters: placing.radiusMeters } : null,
  );
  return (state) => ({
    features: state.answer?.view.features ?? NOTHING,
    selected: selected(state.opened?.feature ?? null),
    hovered: hovered(state.hovered, state.answer),
    pending: pending(state.ownReports),
    placing: placing(state.placing),
    drawnAs: state.drawnAs,
    isPlaying: state.play.isPlaying,
    ownPosition: state.ownPosition,
    language: state.spoken,
  });
}

/** @returns `derive` with its last result kept for as long as its arguments are the same. */
function same<A extends unknown[], R>(derive: (...from: A) => R): (...from: A) => R {
  let last: { from: A; result: R } | null = null;
  return (...from) => {
    if (!last || from.some((value, index) => value !== last?.from[index])) {
      last = { from, result: derive(...from) };
    }
    return last.result;
  };
}

function selectedOf(feature: IncidentFeature | null): Marked | null {
  return feature ? marked(feature, feature.id, feature.properties.verification) : null;
}

function hoveredOf(id: string | null, answer: Answer | null): readonly [number, number] | null {
  if (id === null || answer === null) return null;
  const drawn = answer.view.features.find((feature) => feature.id === id);
  // A cluster's own size and the words beside it say enough; the ring is one incident's.
  if (drawn?.properties.cluster) return null;
  return drawn?.geometry.coordinates ?? find(answer, id)?.geometry?.coordinates ?? null;
}

function pendingOf(reports: State['ownReports']): Marked[] {
  return reports.flatMap(({ token, report }) => {
    const isSeenByNobodyElse = report.status === 'pending' || report.status === 'scheduled';
    if (!isSeenByNobodyElse || report.feature === null) return [];
    const one = marked(report.feature, token, 'unverified');
    return one ? [{ ...one, areaMeters: null }] : [];
  });
}

function marked(
  { geometry, properties }: Pick<IncidentFeature | ReportFeature, 'geometry' | 'properties'>,
  id: string,
  verification: Marked['verification'],
): Marked | null {
  if (geometry === null) return null;
  return {
    id,
    position: geometry.coordinates,
    category: properties.category,
    verification,
    place: properties.place,
    areaMeters: areaMetersOf(properties.locationPrecision, properties.uncertaintyMeters),
  };
}
