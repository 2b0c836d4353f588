import type { ViewFeature } from '../api/answer.ts';
import { say } from '../language/say.ts';
import { categoryLabel, verificationLabel } from '../language/vocabulary.ts';
import { inSentence } from '../language/words.ts';
import { clusterDiameter } from '../marks/cluster.ts';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { apartOf, type DrawnFeature } from './drawn-feature.ts';
import { act } from './follow-state.ts';
import type { IncidentMap, Insets } from './incident-map.ts';
import { type MarkButton, MarkButtons } from './MarkButtons.tsx';
import { drawnFeatures } from './spread.ts';

/** Beyond this the list is the quicker way; a view that full asks to be zoomed into. */
const MOST = 250;
export const SINGLE_PX = 34;

interface MarkKeysProps {
  readonly state: State;
  readonly store: Store;
  readonly map: IncidentMap;
  /** What always covers the map: a mark below it has its button at the edge of what is clear. */
  readonly covered: Insets;
}

/** The map's marks for the keyboard and for screen readers. */
export function MarkKeys({ state, store, map, covered }: MarkKeysProps) {
  // A heat map has no marks: the list names what it adds up.
  if (state.drawnAs === 'heat') return null;
  const total = state.answer?.view.total ?? 0;
  const marks = drawnFeatures(state)
    .slice(0, MOST)
    .map((feature) => markButton(feature, total, store, map));
  return <MarkButtons label={say('map.marks')} marks={marks} {...{ store, map, covered }} />;
}

function markButton(
  feature: DrawnFeature,
  total: number,
  store: Store,
  map: IncidentMap,
): MarkButton {
  const { id, properties, geometry } = feature;
  return {
    id,
    label: labelOf(feature),
    position: geometry.coordinates,
    apart: apartOf(feature),
    sizePx: properties.cluster ? clusterDiameter(properties.point_count, total) + 4 : SINGLE_PX,
    onPress: () => act(store, map, { kind: properties.cluster ? 'cluster' : 'incident', id }),
  };
}

function labelOf({ properties }: ViewFeature): string {
  if (properties.cluster) {
    const count = properties.point_count;
    return properties.expansion_zoom > 20
      ? say('map.clusterAtPoint', { count })
      : say('map.cluster', { count });
  }
  return say('map.mark', {
    title: properties.title,
    category: categoryLabel(properties.category),
    verification: inSentence(verificationLabel(properties.verification)),
    place: properties.place,
  });
}
