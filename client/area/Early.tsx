import { useLayoutEffect } from 'preact/hooks';
import type { IncidentMap, Spot } from '../map/incident-map.ts';
import type { Store } from '../state/store.ts';
import { keyAct } from './keys.ts';

/** What was pressed before the tool was there: a key, or a spot of the map. */
export type Pressed = KeyboardEvent | Spot;

interface EarlyProps {
  readonly store: Store;
  readonly map: IncidentMap;
  /** Where it is kept for the tool. */
  readonly early: Pressed[];
}

/**
 * Stands for the tool while its code is on the way: takes what is pressed on the map and by key, so that
 * it is neither lost nor done to the map.
 */
export function Early({ store, map, early }: EarlyProps) {
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      // Wherever else the person has gone since, keys are not meant for it.
      if (!document.activeElement?.matches('body, .map *, .area-button *')) return;
      if (event.key === 'Escape') {
        store.dispatch({ type: 'drawingChanged', isDrawing: false });
      } else if (keyAct(event) !== null) {
        early.push(event);
      } else {
        return;
      }
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener('keydown', onKeyDown, { capture: true });
    const release = map.takePresses({ onPress: (at) => early.push(at), onMove: () => undefined });
    return () => {
      document.removeEventListener('keydown', onKeyDown, { capture: true });
      release();
    };
  }, []);
  return <div aria-busy="true" />;
}
