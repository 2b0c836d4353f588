import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { say } from '../language/say.ts';
import type { SheetHeight } from '../state/state.ts';
import { followPointer } from './follow-pointer.ts';
import { nearestSheet, sheetPixels } from './sheet-height.ts';

interface SheetProps {
  readonly height: SheetHeight;
  readonly onHeight: (height: SheetHeight) => void;
  readonly head: ComponentChildren;
  readonly children: ComponentChildren;
}

const NEXT: Readonly<Record<SheetHeight, SheetHeight>> = {
  peek: 'half',
  half: 'full',
  full: 'peek',
};
/** Less than this is a tap. */
const TAP_PX = 6;

/** The narrow screen's panel: peek, half or full, by drag or by its button. */
export function Sheet({ height, onHeight, head, children }: SheetProps) {
  const [dragged, setDragged] = useState<number | null>(null);
  const moved = useRef(false);
  const pixels = dragged ?? sheetPixels(height, window.innerHeight);

  const onPointerDown = (event: PointerEvent): void => {
    const [startY, start] = [event.clientY, pixels];
    const at = (y: number): number =>
      Math.min(sheetPixels('full', window.innerHeight), Math.max(80, start + startY - y));
    moved.current = false;
    const onMove = (move: PointerEvent): void => {
      if (Math.abs(move.clientY - startY) > TAP_PX) moved.current = true;
      if (moved.current) setDragged(at(move.clientY));
    };
    const onEnd = (end: PointerEvent): void => {
      setDragged(null);
      if (moved.current) onHeight(nearestSheet(at(end.clientY), window.innerHeight));
    };
    followPointer(event, onMove, onEnd);
  };

  return (
    <section
      class={dragged === null ? 'sheet' : 'sheet is-dragged'}
      aria-label={say('page.incidents')}
      style={{ height: `${pixels}px` }}
    >
      <button
        type="button"
        class="sheet-grip"
        aria-label={say(`sheet.${NEXT[height]}`)}
        onPointerDown={onPointerDown}
        onClick={() => {
          // A drag ends with a click of its own; only a tap or a key goes to the next height.
          if (moved.current) moved.current = false;
          else onHeight(NEXT[height]);
        }}
      >
        <span />
      </button>
      {head}
      <div class="sheet-body" inert={height === 'peek' && dragged === null}>
        {children}
      </div>
    </section>
  );
}
