import { useEffect, useRef, useState } from 'preact/hooks';
import { bboxHas } from '../../data/geo/bbox.ts';
import { type Loader, questionOf } from '../api/load.ts';
import { say } from '../language/say-of-tools.ts';
import type { Shown } from '../near/locate.ts';
import { loadNearPart } from '../near/near-part.ts';
import type { OwnPosition, State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { clearMark } from './clear-spot.ts';
import { BOUNDS } from './first-camera.ts';
import type { IncidentMap, Insets } from './incident-map.ts';
import { MapButton } from './MapButton.tsx';

/** Long enough to be read, then the map is clear again. */
const SAID_MS = 8000;

export interface ToolProps {
  readonly state: State;
  readonly store: Store;
  readonly map: IncidentMap;
}

export interface SeeingProps extends ToolProps {
  readonly loader: Loader;
  /** What covers the map now. */
  readonly coveredNow: Insets;
}

/** How dense instead of which; and where one is oneself, which no request ever tells. */
export function WaysOfSeeing({ state, store, map, loader, coveredNow }: SeeingProps) {
  const [said, setSaid] = useState('');
  const isHeat = state.drawnAs === 'heat';
  const isNear = state.ownPosition !== null;
  // The sheet may be moved while the device looks for itself.
  const covered = useRef(coveredNow);
  covered.current = coveredNow;
  useEffect(() => {
    const timer = setTimeout(() => setSaid(''), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);

  const findMe = async (): Promise<void> => {
    if (isNear) {
      setSaid('');
      store.dispatch({ type: 'ownPositionChanged', ownPosition: null });
      return;
    }
    try {
      const near = await loadNearPart();
      const ownPosition = await near.locate(setSaid);
      setSaid(near.foundWords(show(ownPosition)));
    } catch (error) {
      setSaid((error as Error).message);
    }
  };

  /** Brings it into view where nobody has to be asked for what lies there. */
  const show = (ownPosition: OwnPosition): Shown => {
    const { longitude, latitude } = ownPosition;
    if (!bboxHas(BOUNDS, longitude, latitude)) return 'outside';
    store.dispatch({ type: 'ownPositionChanged', ownPosition });
    const position = [longitude, latitude] as const;
    if (map.isEmbedded && loader.source.answersAtOnce(questionOf(store.state))) {
      clearMark(map, { position }, store.state.camera, covered.current);
      return 'seen';
    }
    return map.isSeen(position) ? 'seen' : 'unseen';
  };

  return (
    <>
      <div class="map-buttons">
        <MapButton
          label={say('map.heat')}
          title={isHeat ? say('map.heatOff') : say('map.heatOn')}
          pressed={isHeat}
          icon="M10 17a5 5 0 0 0 5-5c0-3-2.5-4-2.5-7-2 .8-3 2.4-3 4.2-1-.5-1.5-1.4-1.5-2.4C6.3 8 5 9.8 5 12a5 5 0 0 0 5 5z"
          onPress={() =>
            store.dispatch({ type: 'drawnAsChosen', drawnAs: isHeat ? 'marks' : 'heat' })
          }
        />
        <MapButton
          label={say('map.whereIAm')}
          title={isNear ? say('map.whereIAmOff') : say('map.whereIAmOn')}
          pressed={isNear}
          icon="M10 6.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7zM10 2.5v2.5M10 15v2.5M2.5 10H5M15 10h2.5"
          onPress={() => void findMe()}
        />
      </div>
      <p class="map-said" role="status">
        {said || (isHeat ? say('map.heatSaid') : '')}
      </p>
    </>
  );
}
