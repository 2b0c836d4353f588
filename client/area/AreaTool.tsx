import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import { MOST_CORNERS } from '../../data/geo/area.ts';
import { say } from '../language/say-of-area.ts';
import type { IncidentMap, Insets, Spot } from '../map/incident-map.ts';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { CornerHandle } from './CornerHandle.tsx';
import {
  type Corner,
  cornersOf,
  type Drawn,
  drawnBy,
  move,
  put,
  remove,
  type Steps,
  stepBack,
  stepsFrom,
} from './corners.ts';
import type { Pressed } from './Early.tsx';
import { cornerOfKey, keyAct } from './keys.ts';
import { pressOnce } from './press-once.ts';
import { Cross, Sketch } from './Sketch.tsx';

export interface AreaToolProps {
  readonly state: State;
  readonly store: Store;
  readonly map: IncidentMap;
  /** What covers the map now. */
  readonly covered: Insets;
  readonly early: readonly Pressed[];
}

/** So near in place and time, a second press says that the corner before was the last. */
const SAME_SPOT_PX = 14;
const DOUBLE_PRESS_MS = 500;
/** The credit of the map's data stands in the corner below. */
const ABOVE_CREDIT_PX = 32;

/** Lies over the map while an area is drawn: lines, corners to drag, a cross to aim by, and what to press. */
export function AreaTool({ state, store, map, covered, early }: AreaToolProps) {
  const [steps, setSteps] = useState<Steps>(() => stepsFrom(state.filter.within));
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  /** The corner that Tab comes to. */
  const [stop, setStop] = useState(0);
  const surface = useRef<HTMLDivElement>(null);
  const handles = useRef<HTMLDivElement>(null);
  const putAt = useRef(0);
  const corners = cornersOf(steps);
  const drawn = drawnBy(corners);

  const leave = (): void => {
    store.dispatch({ type: 'drawingChanged', isDrawing: false });
    document.querySelector<HTMLElement>('.area-button>button')?.focus();
  };
  const finish = (): void => {
    if (drawn.kind !== 'area') return;
    store.dispatch({ type: 'areaChosen', within: drawn.area });
    leave();
  };
  const putCorner = (at: Corner): void => {
    putAt.current = performance.now();
    setSteps((before) => put(before, at));
  };
  const isDouble = (): boolean => performance.now() - putAt.current < DOUBLE_PRESS_MS;
  const onPress = ({ x, y, position }: Spot): void => {
    const isAt = (corner: Corner | undefined): boolean => {
      if (!corner) return false;
      const at = map.project(corner);
      return Math.hypot(at.x - x, at.y - y) < SAME_SPOT_PX;
    };
    if (isAt(corners[0]) || (isDouble() && isAt(corners.at(-1)))) finish();
    else putCorner(position);
  };

  // The map calls what was drawn last.
  const latest = useRef(onPress);
  latest.current = onPress;
  // Once the tool is seen, it hears: an effect that waits for a frame loses what is pressed until then.
  useLayoutEffect(
    () => map.takePresses({ onPress: (at) => latest.current(at), onMove: () => redraw(0) }),
    [map],
  );
  useLayoutEffect(() => {
    surface.current?.focus({ preventScroll: true });
    for (const pressed of early) {
      if ('position' in pressed) putCorner(pressed.position);
      else onKeyDown(pressed);
    }
  }, []);
  useKeysAnywhere(leave);

  const onKeyDown = (event: KeyboardEvent): void => {
    const act = keyAct(event);
    if (act === null) return;
    event.preventDefault();
    if (act === 'put') putCorner(map.middle());
    else if (act === 'back') setSteps(stepBack);
    else if (act !== 'held') map.moveBy(act);
  };
  const focusCorner = (index: number): void => {
    setStop(index);
    (handles.current?.children[index] as HTMLElement | undefined)?.focus({ preventScroll: true });
  };
  const removeCorner = (index: number): void => {
    setSteps((before) => remove(before, index));
    // The next takes its place; after the last, the one before.
    if (corners.length === 1) surface.current?.focus();
    else if (index === corners.length - 1) focusCorner(index - 1);
  };

  return (
    <div class="area-tool">
      <Sketch corners={corners} drawn={drawn} map={map} />
      <div
        class="area-surface"
        role="application"
        aria-label={say('draw.surface')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys of its own.
        tabIndex={0}
        ref={surface}
        onKeyDown={onKeyDown}
      />
      <Cross covered={covered} />
      <div class="area-bar" style={{ bottom: `${covered.bottom + ABOVE_CREDIT_PX}px` }}>
        <p role="status">{words(corners, drawn)}</p>
        <button type="button" class="button" onClick={() => putCorner(map.middle())}>
          {say('draw.put')}
        </button>
        <button type="button" class="button" onClick={() => setSteps(stepBack)}>
          {say('draw.back')}
        </button>
        <button
          type="button"
          class="button is-primary"
          aria-disabled={drawn.kind !== 'area'}
          onClick={finish}
        >
          {say('draw.finish')}
        </button>
        <button
          type="button"
          class="icon-button area-cancel"
          aria-label={say('draw.cancel')}
          onClick={leave}
        >
          <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
            <path d="M5 5l10 10M15 5L5 15" />
          </svg>
        </button>
      </div>
      <div ref={handles}>
        {corners.map((corner, index) => (
          <CornerHandle
            key={index}
            at={map.project(corner)}
            closes={index === 0 && drawn.kind === 'area'}
            isStop={index === Math.min(stop, corners.length - 1)}
            label={say(index === 0 && drawn.kind === 'area' ? 'draw.first' : 'draw.corner', {
              number: index + 1,
              count: corners.length,
            })}
            onMove={(by) => {
              const { x, y } = map.project(corner);
              setSteps((before) => move(before, index, map.unproject(x + by[0], y + by[1])));
            }}
            onDrag={(to, isFirst) =>
              setSteps((before) =>
                move(isFirst ? before : before.slice(0, -1), index, map.unprojectFromPage(to)),
              )
            }
            onFocus={(byKey) => {
              setStop(index);
              // Pressed by a pointer, it is in sight, and the map must not move away under it.
              if (byKey) map.keepClear(corner, covered);
            }}
            onKeyDown={(event) => {
              const to = cornerOfKey(event, index, corners.length);
              if (to === null) return;
              event.preventDefault();
              focusCorner(to);
            }}
            onRemove={() => removeCorner(index)}
            onPress={() => {
              if (index === 0 || (index === corners.length - 1 && isDouble())) finish();
            }}
          />
        ))}
      </div>
    </div>
  );
}

function words(corners: readonly Corner[], { kind }: Drawn): string {
  const count = corners.length;
  if (count === 0) return say('draw.none');
  if (kind === 'crossing') return say('draw.crossing');
  if (kind === 'few') return say('draw.few', { count });
  const ready = say('draw.ready', { count });
  return count < MOST_CORNERS ? ready : `${ready} ${say('draw.most', { most: MOST_CORNERS })}`;
}

/** Escape also where nothing of the tool has the focus, as after a press on the map. */
function useKeysAnywhere(leave: () => void): void {
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      pressOnce(event);
      if (event.key !== 'Escape') return;
      event.preventDefault();
      leave();
    };
    document.addEventListener('keydown', onKeyDown, { capture: true });
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}
