import { useState } from 'preact/hooks';
import { failureOf } from '../api/failure.ts';
import { say } from '../language/say-of-reports.ts';
import { neededPart } from '../layout/lazy.tsx';
import { locate } from '../near/locate.ts';
import type { PickedPlace } from './draft.ts';
import { BY_DEVICE, BY_PHOTO, measuredPlace } from './place.ts';

/** As it was measured: kept here alone, until the step is left. */
interface Measured {
  readonly at: readonly [longitude: number, latitude: number];
  readonly accuracyMeters: number | null;
  readonly source: string;
}

/** The position of the device or of a photo: asked once, on the device, and rounded there. */
export function PlaceByDevice({ onPick }: { onPick: (place: PickedPlace) => void }) {
  const [measured, setMeasured] = useState<Measured | null>(null);
  const [isExact, setExact] = useState(false);
  const [said, setSaid] = useState('');

  const take = (next: Measured, exact: boolean): void => {
    setMeasured(next);
    setExact(exact);
    const place = measuredPlace(next.at, next.accuracyMeters, exact, next.source);
    onPick(place);
    setSaid(place.locationPrecision === 'exact' ? say('where.pinExact') : say('where.pinBlock'));
  };
  const useDevice = async (): Promise<void> => {
    try {
      const { longitude, latitude, accuracyMeters } = await locate(setSaid);
      take({ at: [longitude, latitude], accuracyMeters, source: BY_DEVICE }, false);
    } catch (error) {
      setSaid(error instanceof Error ? error.message : String(error));
    }
  };
  const usePhoto = async (file: File): Promise<void> => {
    setSaid(say('where.readingPhoto'));
    try {
      const { photoPosition } = await neededPart(import('./photo-position.ts'));
      const at = await photoPosition(file);
      if (at) take({ at, accuracyMeters: null, source: BY_PHOTO }, false);
      else setSaid(say('where.photoSilent'));
    } catch (error) {
      setSaid(failureOf(error).message);
    }
  };

  return (
    <div class="place-by-device">
      <div class="actions">
        <button type="button" class="button" onClick={() => void useDevice()}>
          {say('where.useMine')}
        </button>
        <label class="button file-button">
          {say('where.usePhoto')}
          <input
            type="file"
            accept="image/*"
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0];
              currentTarget.value = '';
              if (file) void usePhoto(file);
            }}
          />
        </label>
      </div>
      <p class="hint">{say('where.deviceHint')}</p>
      <p class="said" role="status">
        {said}
      </p>
      {measured && (
        <label class="option">
          <input
            type="checkbox"
            checked={isExact}
            onChange={({ currentTarget }) => take(measured, currentTarget.checked)}
          />
          <span class="option-label">{say('where.showExact')}</span>
        </label>
      )}
    </div>
  );
}
