import { useEffect } from 'preact/hooks';
import { metersWords } from '../detail/words.ts';
import { say } from '../language/say-of-reports.ts';
import { isWithoutMap, type State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import type { FieldErrors } from './check.ts';
import type { ChosenPlace, Draft, PickedPlace } from './draft.ts';
import { errorOf, Field, FieldError } from './Field.tsx';
import { PlaceByDevice } from './PlaceByDevice.tsx';
import { PlaceSearch } from './PlaceSearch.tsx';
import { AREA_METERS, fromList, metersPerPixel, pinPlace } from './place.ts';
import { privateWarning } from './private-warning.ts';

interface WhereStepProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly errors: FieldErrors;
  readonly state: State;
  readonly store: Store;
}

const CLOSE_ZOOM = 16;
/** A picked place holds for as long as the pin stays within this of it. */
const SAME_PLACE_METERS = 25;
const LEAST_RADIUS = 100;
const LARGEST_RADIUS = 3000;

/** The map moves under a fixed pin, or a corner is typed; a circle widens for whoever isn't sure. */
export function WhereStep({ draft, change, errors, state, store }: WhereStepProps) {
  const { place: before, picked, unsureMeters: unsure } = draft;
  const { camera } = state;
  const hasMap = !isWithoutMap(state);
  const setUnsure = (unsureMeters: number | null): void => change({ unsureMeters });

  useEffect(() => {
    store.dispatch({ type: 'placingChanged', placing: { radiusMeters: unsure } });
    return () => store.dispatch({ type: 'placingChanged', placing: null });
  }, [store, unsure]);

  // Coming back to this step puts the pin where it was.
  useEffect(() => {
    if (before) {
      const [longitude, latitude] = before.position;
      const zoom = Math.max(store.state.camera?.zoom ?? 0, 15);
      store.dispatch({ type: 'cameraAsked', camera: { longitude, latitude, zoom } });
    }
  }, []);

  const pin = camera && hasMap ? ([camera.longitude, camera.latitude] as const) : null;
  const onPicked =
    picked && (!pin || metersBetween(pin, picked.coordinates) < SAME_PLACE_METERS) ? picked : null;
  useEffect(() => {
    const place = onPicked
      ? pickedPlace(onPicked, unsure)
      : pin && camera
        ? pinPlace(pin, metersPerPixel(camera.latitude, camera.zoom), unsure)
        : null;
    change({ place });
  }, [pin?.[0], pin?.[1], camera?.zoom, onPicked, unsure]);

  const pick = (chosen: PickedPlace, words: string): void => {
    const [longitude, latitude] = chosen.coordinates;
    const isArea = chosen.locationPrecision === 'neighborhood';
    change({
      picked: chosen,
      ...(words === '' ? {} : { placeWords: words }),
      unsureMeters: isArea
        ? Math.min(LARGEST_RADIUS, Math.max(AREA_METERS, chosen.uncertaintyMeters))
        : unsure,
    });
    store.dispatch({
      type: 'cameraAsked',
      camera: { longitude, latitude, zoom: isArea ? 14 : CLOSE_ZOOM },
    });
  };

  const pinError = errors['/geometry/coordinates'];
  return (
    <>
      <p class="lead">{hasMap ? say('where.move') : say('where.pick')}</p>
      <PlaceSearch onPick={(place) => pick(fromList(place), place.name)} />
      <PlaceByDevice onPick={(chosen) => pick(chosen, '')} />
      {pinError && (
        <div tabIndex={-1} {...errorOf('report-place-pin', pinError)}>
          <FieldError id="report-place-pin" error={pinError} />
        </div>
      )}
      <Field
        id="report-place"
        label={say('where.words')}
        hint={say('where.wordsHint')}
        error={errors['/properties/place']}
        warning={privateWarning(draft.placeWords)}
      >
        <input
          {...errorOf('report-place', errors['/properties/place'])}
          maxLength={200}
          value={draft.placeWords}
          onInput={(event) => change({ placeWords: event.currentTarget.value })}
        />
      </Field>
      <label class="option">
        <input
          type="checkbox"
          checked={unsure !== null}
          onChange={(event) => setUnsure(event.currentTarget.checked ? AREA_METERS : null)}
        />
        <span class="option-label">{say('where.unsure')}</span>
      </label>
      {unsure !== null && (
        <label class="radius">
          {say('where.within', { distance: metersWords(unsure) })}
          <input
            type="range"
            min={LEAST_RADIUS}
            max={LARGEST_RADIUS}
            step={50}
            value={unsure}
            onInput={(event) => setUnsure(Number(event.currentTarget.value))}
          />
        </label>
      )}
      {draft.place && <p class="note">{precisionWords(draft.place)}</p>}
    </>
  );
}

function pickedPlace(picked: PickedPlace, unsureMeters: number | null): ChosenPlace {
  const { coordinates, locationPrecision, uncertaintyMeters, basis } = picked;
  if (unsureMeters === null) {
    return {
      position: [...coordinates],
      locationPrecision,
      uncertaintyMeters,
      locationBasis: basis,
    };
  }
  const meters = Math.max(uncertaintyMeters, unsureMeters);
  return { ...pinPlace(coordinates, 0, meters), locationBasis: basis };
}

function precisionWords({ locationPrecision, uncertaintyMeters }: ChosenPlace): string {
  const within = metersWords(uncertaintyMeters);
  switch (locationPrecision) {
    case 'exact':
      return say('where.asExact');
    case 'intersection':
      return say('where.asCorner');
    case 'block':
      return say('where.asBlock', { within });
    default:
      return say('where.asArea', { within });
  }
}

/** Short distances on the ground; the curve of the earth does not show in them. */
function metersBetween(
  [lon1, lat1]: readonly [number, number],
  [lon2, lat2]: readonly [number, number],
): number {
  const metersPerDegree = 111_195;
  const x = (lon2 - lon1) * Math.cos((lat1 * Math.PI) / 180);
  return Math.hypot(x, lat2 - lat1) * metersPerDegree;
}
