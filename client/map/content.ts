import type { IncidentFeature, ReportFeature } from '../../data/incident/schema.ts';
import { questionOf } from '../api/load.ts';
import { viewPath } from '../api/query.ts';
import { findListed, type PagedLists } from '../list/paged-list.ts';
import type { State } from '../state/state.ts';
import { areaMetersOf } from './areas.ts';
import type { Hovered, MapContent } from './drawing.ts';
import { apartOf, type DrawnFeature } from './drawn-feature.ts';
import type { Marked } from './features.ts';
import { heatPart } from './heat-part.ts';
import { drawnFeatures } from './spread.ts';

/** Derives what the map draws from the state; a part that did not change stays the same object. */
export function contentSource(): (state: State) => MapContent {
  const selected = same(selectedOf);
  const hovered = same(hoveredOf);
  const pending = same(pendingOf);
  const placing = same((placing: State['placing']) =>
    placing?.radiusMeters ? { radiusMeters: placing.radiusMeters } : null,
  );
  const drawnAs = drawnAsSource();
  return (state) => {
    const features = drawnFeatures(state);
    return {
      features,
      total: state.answer?.view.total ?? 0,
      selected: selected(state.opened?.feature ?? null, features),
      hovered: hovered(state.hovered, features, state.lists),
      pending: pending(state.ownReports),
      placing: placing(state.placing),
      // While it is drawn anew, the tool shows it.
      within: state.isDrawing ? null : state.filter.within,
      drawnAs: drawnAs(state),
      cellZoom: state.answer?.view.zoom ?? 0,
      isPlaying: state.play.isPlaying,
      ownPosition: state.ownPosition,
      language: state.spoken,
    };
  };
}

/** Until the answer in a heat map's own cells, or in those of marks, is there, what is drawn stays as it is. */
function drawnAsSource(): (state: State) => State['drawnAs'] {
  let drawn: State['drawnAs'] = 'marks';
  return (state) => {
    const isThere = state.drawnAs === 'marks' || heatPart() !== null;
    if (state.drawnAs !== drawn && isThere && state.answer?.key === viewPath(questionOf(state))) {
      drawn = state.drawnAs;
    }
    return drawn;
  };
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

function selectedOf(
  feature: IncidentFeature | null,
  drawn: readonly DrawnFeature[],
): Marked | null {
  const one = feature && marked(feature, feature.id, feature.properties.verification);
  if (!one) return null;
  const mark = drawn.find(({ id }) => id === one.id);
  return mark && 'apart' in mark ? { ...one, apart: mark.apart } : one;
}

function hoveredOf(
  id: string | null,
  features: readonly DrawnFeature[],
  lists: PagedLists,
): Hovered | null {
  if (id === null) return null;
  const drawn = features.find((feature) => feature.id === id);
  // A cluster's own size and the words beside it say enough; the ring is one incident's.
  if (drawn?.properties.cluster) return null;
  if (drawn) return { position: drawn.geometry.coordinates, apart: apartOf(drawn) };
  const position = findListed(lists, id)?.geometry?.coordinates;
  return position ? { position, apart: [0, 0] } : null;
}

/** @returns this device's reports that nobody else sees, where they have a place. */
export function pendingOf(reports: State['ownReports']): Marked[] {
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
