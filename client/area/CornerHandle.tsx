import { useRef } from 'preact/hooks';
import { followPointer } from '../layout/follow-pointer.ts';
import { arrowOf, type Shift } from './keys.ts';

interface CornerHandleProps {
  /** Pixels of the map. */
  readonly at: { readonly x: number; readonly y: number };
  readonly label: string;
  /** Pressed, it closes the area. */
  readonly closes: boolean;
  /** True for the one that Tab comes to. */
  readonly isStop: boolean;
  readonly onMove: (by: Shift) => void;
  /** @param to pixels of the page. @param isFirst true for the first move of a drag. */
  readonly onDrag: (to: Shift, isFirst: boolean) => void;
  /** @param byKey true where no pointer has done it. */
  readonly onFocus: (byKey: boolean) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onRemove: () => void;
  /** Pressed and not dragged. */
  readonly onPress: () => void;
}

/** A finger that moves less has pressed. */
const STILL_PX = 4;
const ARROW_PX = 10;

/** A corner to take hold of: by pointer, or by arrows and Delete. */
export function CornerHandle({
  at,
  label,
  closes,
  isStop,
  onMove,
  onDrag,
  onFocus,
  onKeyDown,
  onRemove,
  onPress,
}: CornerHandleProps) {
  const isDragged = useRef(false);
  return (
    <button
      type="button"
      class="area-corner"
      aria-label={label}
      tabIndex={isStop ? 0 : -1}
      data-closes={closes ? '' : undefined}
      style={{ transform: `translate(${at.x}px, ${at.y}px)` }}
      onPointerDown={(start) => {
        isDragged.current = false;
        followPointer(start, ({ clientX, clientY }) => {
          const moved = Math.hypot(clientX - start.clientX, clientY - start.clientY);
          if (!isDragged.current && moved < STILL_PX) return;
          onDrag([clientX, clientY], !isDragged.current);
          isDragged.current = true;
        });
      }}
      onClick={() => {
        if (!isDragged.current) onPress();
        isDragged.current = false;
      }}
      onFocus={({ currentTarget }) => onFocus(currentTarget.matches(':focus-visible'))}
      onKeyDown={(event) => {
        const by = arrowOf(event, ARROW_PX);
        if (by) onMove(by);
        else if (event.key === 'Delete' || event.key === 'Backspace') onRemove();
        else return onKeyDown(event);
        event.preventDefault();
      }}
    />
  );
}
