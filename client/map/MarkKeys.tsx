import { useRef, useState } from 'preact/hooks';
import type { ViewFeature } from '../api/answer.ts';
import { say } from '../language/say.ts';
import { categoryLabel, verificationLabel } from '../language/vocabulary.ts';
import { inSentence } from '../language/words.ts';
import { clusterDiameter } from '../marks/cluster.ts';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { act } from './follow-state.ts';
import type { IncidentMap, Insets } from './incident-map.ts';
import { apartOf, type DrawnFeature, drawnFeatures } from './spread.ts';

/** Beyond this the list is the quicker way; a view that full asks to be zoomed into. */
const MOST = 250;
const SINGLE_PX = 34;

interface MarkKeysProps {
  readonly state: State;
  readonly store: Store;
  readonly map: IncidentMap;
  /** What always covers the map: a mark below it has its button at the edge of what is clear. */
  readonly covered: Insets;
}

/**
 * The map's marks for the keyboard and for screen readers: a button over each, one stop for Tab,
 * arrow keys between them; one at the edge moves the map until it is seen. The pointer passes through to the map, which is what it sees.
 */
export function MarkKeys({ state, store, map, covered }: MarkKeysProps) {
  const [current, setCurrent] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const ordered = inReadingOrder(drawnFeatures(state), state.answer?.view.total ?? 0, map, covered);

  const go = (to: number): void => {
    const next = (to + ordered.length) % ordered.length;
    setCurrent(next);
    (box.current?.children[next] as HTMLElement | undefined)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (step === 'first') go(0);
    else if (step === 'last') go(ordered.length - 1);
    else go(Math.min(current, ordered.length - 1) + step);
  };

  return (
    <div
      class="mark-keys"
      role="toolbar"
      aria-label={say('map.marks')}
      ref={box}
      onKeyDown={onKeyDown}
    >
      {ordered.map(({ feature, style }, index) => (
        <button
          key={feature.id}
          type="button"
          style={style}
          aria-label={labelOf(feature)}
          tabIndex={index === Math.min(current, ordered.length - 1) ? 0 : -1}
          onFocus={() => {
            setCurrent(index);
            store.dispatch({ type: 'hovered', id: feature.id });
            map.keepClear(feature.geometry.coordinates, covered, 0);
          }}
          onBlur={() => store.dispatch({ type: 'hovered', id: null })}
          onClick={() =>
            act(store, map, {
              kind: feature.properties.cluster ? 'cluster' : 'incident',
              id: feature.id,
            })
          }
        />
      ))}
    </div>
  );
}

const STEPS: Readonly<Record<string, number | 'first' | 'last'>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  Home: 'first',
  End: 'last',
};

/** Marks from north to south, as a page is read, each with its place on the screen. */
function inReadingOrder(
  features: readonly DrawnFeature[],
  total: number,
  map: IncidentMap,
  covered: Insets,
) {
  const { width, height } = map.size();
  return features
    .slice(0, MOST)
    .sort((a, b) => b.geometry.coordinates[1] - a.geometry.coordinates[1])
    .map((feature) => {
      const { properties, geometry } = feature;
      const size = properties.cluster
        ? clusterDiameter(properties.point_count, total) + 4
        : SINGLE_PX;
      const at = map.project(geometry.coordinates);
      const [right, down] = apartOf(feature);
      const x = within(at.x + right, size / 2, width - size / 2);
      const y = within(at.y + down, covered.top + size / 2, height - covered.bottom - size / 2);
      const move = `translate(${x - size / 2}px, ${y - size / 2}px)`;
      return { feature, style: { width: `${size}px`, height: `${size}px`, transform: move } };
    });
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most));
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
