import { useEffect, useRef } from 'preact/hooks';
import type { TimeSpan } from '../../data/time/span.ts';
import type { Store } from '../state/store.ts';
import type { Frame } from './frame.ts';
import { moved, snapped, zoomed } from './span.ts';

const WHEEL_FACTOR = 1.0018;
/** A wheel that counts in lines, not in pixels. */
const LINE_PX = 20;
export const STEP_FACTOR = 0.5;

export interface Zoom {
  /** @param factor below 1 shows less time. @param about stays where it is; the middle by default. */
  by(factor: number, about?: number): void;
  to(span: TimeSpan | null): void;
  /** True while two fingers are on the timeline: no range is drawn then. */
  isPinching(): boolean;
}

/**
 * Zooms the timeline by wheel (sideways it moves) and by two fingers.
 * @param plot where times are drawn: pixels of the window.
 */
export function useZoom(
  box: { readonly current: HTMLElement | null },
  frame: Frame | null,
  plot: () => { left: number; width: number },
  store: Store,
): Zoom {
  const now = useRef({ frame, plot });
  now.current = { frame, plot };
  // Small steps add up although what is shown stands on whole hours and days.
  const exact = useRef<{ span: TimeSpan; shown: TimeSpan } | null>(null);
  const fingers = useRef(new Map<number, number>());

  const current = (): TimeSpan | null => {
    const span = now.current.frame?.span ?? null;
    return exact.current && sameSpan(exact.current.shown, span) ? exact.current.span : span;
  };
  const show = (span: TimeSpan): void => {
    const shown = snapped(span);
    exact.current = { span, shown };
    if (!sameSpan(shown, now.current.frame?.span ?? null)) {
      store.dispatch({ type: 'spanChosen', span: shown });
    }
  };
  const by = (factor: number, about?: number): void => {
    const [span, whole] = [current(), now.current.frame?.whole];
    if (span && whole) show(zoomed(span, about ?? (span.from + span.to) / 2, factor, whole));
  };

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const instantAt = (clientX: number): number => {
      const span = current() ?? { from: 0, to: 0 };
      const { left, width } = now.current.plot();
      return span.from + ((clientX - left) / width) * (span.to - span.from);
    };
    const onWheel = (event: WheelEvent): void => {
      const [span, whole] = [current(), now.current.frame?.whole];
      if (!span || !whole) return;
      event.preventDefault();
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1;
      const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
      if (event.shiftKey || Math.abs(sideways) > Math.abs(event.deltaY)) {
        const { width } = now.current.plot();
        show(moved(span, ((sideways * unit) / width) * (span.to - span.from), whole));
      } else {
        by(WHEEL_FACTOR ** (event.deltaY * unit), instantAt(event.clientX));
      }
    };
    const spread = (): { apart: number; middle: number } | null => {
      const [a, b] = [...fingers.current.values()];
      return a === undefined || b === undefined
        ? null
        : { apart: Math.max(20, Math.abs(a - b)), middle: (a + b) / 2 };
    };
    const onDown = (event: PointerEvent): void => {
      if (event.pointerType === 'touch') fingers.current.set(event.pointerId, event.clientX);
    };
    const onMove = (event: PointerEvent): void => {
      if (!fingers.current.has(event.pointerId)) return;
      const before = spread();
      fingers.current.set(event.pointerId, event.clientX);
      const after = spread();
      if (before && after) by(before.apart / after.apart, instantAt(after.middle));
    };
    const onUp = (event: PointerEvent): void => {
      fingers.current.delete(event.pointerId);
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    element.addEventListener('pointerdown', onDown, true);
    element.addEventListener('pointermove', onMove, true);
    element.addEventListener('pointerup', onUp, true);
    element.addEventListener('pointercancel', onUp, true);
    return () => {
      element.removeEventListener('wheel', onWheel);
      element.removeEventListener('pointerdown', onDown, true);
      element.removeEventListener('pointermove', onMove, true);
      element.removeEventListener('pointerup', onUp, true);
      element.removeEventListener('pointercancel', onUp, true);
    };
  }, [box, store]);

  return {
    by,
    to: (span) => store.dispatch({ type: 'spanChosen', span }),
    isPinching: () => fingers.current.size > 1,
  };
}

function sameSpan(a: TimeSpan, b: TimeSpan | null): boolean {
  return a.from === b?.from && a.to === b.to;
}
