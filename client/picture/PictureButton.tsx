import { useEffect, useState } from 'preact/hooks';
import { say } from '../language/say-of-tools.ts';
import { neededPart } from '../layout/lazy.tsx';
import type { IncidentMap } from '../map/incident-map.ts';
import { MapButton } from '../map/MapButton.tsx';
import type { State } from '../state/state.ts';

/** Saves the view as a picture; and puts the map, which no printer sees, on paper as one. */
export function PictureButton({ state, map }: { state: State; map: IncidentMap }) {
  const [said, setSaid] = useState('');
  const [printed, setPrinted] = useState<string | null>(null);
  useEffect(() => {
    const before = (): void => {
      map.holdStill(true);
      setPrinted(map.picture().toDataURL('image/png'));
    };
    const after = (): void => {
      map.holdStill(false);
      setPrinted(null);
    };
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, [map]);

  const save = async (): Promise<void> => {
    try {
      const { savePicture } = await neededPart(import('./picture.ts'));
      await savePicture(map, state);
      setSaid(say('picture.saved'));
    } catch (error) {
      setSaid((error as Error).message);
    }
  };

  return (
    <>
      <div class="map-buttons">
        <MapButton
          label={say('picture.save')}
          icon="M3 6h3l1.5-2h5L14 6h3v10H3zM10 8a3 3 0 1 1 0 6 3 3 0 0 1 0-6z"
          onPress={() => void save()}
        />
      </div>
      <p class="visually-hidden" role="status">
        {said}
      </p>
      {printed !== null && <img class="printed-map" src={printed} alt={say('picture.printed')} />}
    </>
  );
}
