import { say } from '../language/say.ts';
import { MapButton } from '../map/MapButton.tsx';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { pressOnce } from './press-once.ts';

/** Starts and stops drawing the area to narrow by. */
export function AreaButton({ state, store }: { state: State; store: Store }) {
  const { isDrawing, filter } = state;
  return (
    <div class="map-buttons area-button">
      <MapButton
        label={filter.within ? say('area.change') : say('area.draw')}
        pressed={isDrawing}
        icon="M4.5 14.5 6 5l9 2.5-1.5 8z"
        onKeyDown={pressOnce}
        onPress={() => store.dispatch({ type: 'drawingChanged', isDrawing: !isDrawing })}
      />
    </div>
  );
}
