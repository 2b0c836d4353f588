import { useMemo, useRef } from 'preact/hooks';
import type { Timeline } from '../api/answer.ts';
import { say } from '../language/say.ts';
import { useWidth } from '../layout/hooks.ts';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { Bars } from './Bars.tsx';
import { Brush } from './Brush.tsx';
import { barPaths, familySeries, type Stacking, verificationSeries } from './bars.ts';
import { binsOf, frameOf, placeBars } from './frame.ts';
import { edgesOf } from './range.ts';
import { STEP_FACTOR, useZoom } from './use-zoom.ts';

interface HistogramProps {
  readonly state: State;
  readonly store: Store;
  /** Pixels of the highest bar. */
  readonly height: number;
  readonly axis: boolean;
  readonly stacking?: Stacking;
}

/** Room at both ends, so that a handle there can be held whole. */
export const MARGIN_PX = 44;

/**
 * Bars of what is known, stacked by family or by how sure it is: within the range in colour, outside
 * it muted. Wheel, two fingers and the keys + and − zoom; handles and drags set the range.
 */
export function Histogram({ state, store, height, axis, stacking = 'family' }: HistogramProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = Math.max(0, useWidth(box) - 2 * MARGIN_PX);
  const timeline = state.answer?.view.timeline ?? null;
  const frame = frameOf(state);
  const plot = (): { left: number; width: number } => ({
    left: (box.current?.getBoundingClientRect().left ?? 0) + MARGIN_PX,
    width,
  });
  const zoom = useZoom(box, frame, plot, store);
  const bars = useMemo(() => {
    if (!timeline || width <= 0) return [];
    const length = Date.parse(timeline.to) - Date.parse(timeline.from);
    const count = Math.round(length / (timeline.binSeconds * 1000));
    const series =
      stacking === 'family'
        ? familySeries(timeline.byCategory, count)
        : verificationSeries(timeline.byVerification);
    return barPaths(series, count, width, height);
  }, [timeline, width, height, stacking]);
  const bins = frame && binsOf(frame);
  const edges = bins && edgesOf(state.filter.datetime, bins);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === '+' || event.key === '=') zoom.by(STEP_FACTOR);
    else if (event.key === '-') zoom.by(1 / STEP_FACTOR);
    else if (event.key === '0') zoom.to(frame?.whole ?? null);
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its keys are those of the sliders in it.
    <div
      class={axis ? 'histogram has-axis' : 'histogram'}
      ref={box}
      style={{ height: `${height + (axis ? 24 : 8)}px` }}
      onKeyDown={onKeyDown}
    >
      {axis && frame && timeline && (
        <Ends
          timeline={timeline}
          onWiden={(side) =>
            zoom.to(
              side === 'start'
                ? { ...frame.span, from: frame.whole.from }
                : { ...frame.span, to: frame.whole.to },
            )
          }
        />
      )}
      {timeline && frame && bins && edges && width > 0 && (
        <div class="plot" style={{ left: `${MARGIN_PX}px` }}>
          <Bars
            bars={bars}
            placed={placeBars(timeline, frame.span, width)}
            span={frame.span}
            bins={bins}
            edges={edges}
            width={width}
            height={height}
            axis={axis}
            beyond={{ start: timeline.before > 0, end: timeline.after > 0 }}
          />
          <Brush
            store={store}
            range={state.filter.datetime}
            bins={bins}
            edges={edges}
            width={width}
            zoom={zoom}
          />
        </div>
      )}
    </div>
  );
}

interface EndsProps {
  readonly timeline: Timeline;
  readonly onWiden: (side: 'start' | 'end') => void;
}

/** How many begin before what is drawn and after it; a press shows them. */
function Ends({ timeline: { before, after }, onWiden }: EndsProps) {
  return (
    <>
      {before > 0 && (
        <button
          type="button"
          class="beyond is-start"
          aria-label={say('timeline.showEarlier', { count: before })}
          title={say('timeline.earlier', { count: before })}
          onClick={() => onWiden('start')}
        >
          ‹ {shortCount(before)}
        </button>
      )}
      {after > 0 && (
        <button
          type="button"
          class="beyond is-end"
          aria-label={say('timeline.showLater', { count: after })}
          title={say('timeline.later', { count: after })}
          onClick={() => onWiden('end')}
        >
          {shortCount(after)} ›
        </button>
      )}
    </>
  );
}

function shortCount(count: number): string {
  return count < 1000 ? String(count) : `${Math.floor(count / 1000)}k`;
}
