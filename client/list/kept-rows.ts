import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { ListedIncident } from '../api/answer.ts';
import type { State } from '../state/state.ts';

const MOST_KEPT = 200;

type Draw = (feature: ListedIncident, tabIndex: number) => ComponentChildren;

/** What was drawn of a row of the same state is not drawn again while the list is scrolled. */
export function useKeptRows(state: State, draw: Draw): Draw {
  const kept = useRef({ state, drawn: new Map<ListedIncident, [number, ComponentChildren]>() });
  if (kept.current.state !== state) kept.current = { state, drawn: new Map() };
  const { drawn } = kept.current;
  return (feature, tabIndex) => {
    const before = drawn.get(feature);
    if (before?.[0] === tabIndex) return before[1];
    if (drawn.size >= MOST_KEPT) drawn.clear();
    const row = draw(feature, tabIndex);
    drawn.set(feature, [tabIndex, row]);
    return row;
  };
}
