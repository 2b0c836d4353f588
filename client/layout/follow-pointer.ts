/**
 * Follows one pointer from its press to its release, also where it leaves the element meanwhile.
 * @param event a press, while it is handled: the element that hears it keeps the pointer.
 * @param onEnd is called once, on release as on a gesture that the browser takes over.
 */
export function followPointer(
  event: PointerEvent,
  onMove: (event: PointerEvent) => void,
  onEnd: (event: PointerEvent) => void = () => undefined,
): void {
  const target = event.currentTarget as HTMLElement;
  target.setPointerCapture(event.pointerId);
  const end = (last: PointerEvent): void => {
    target.removeEventListener('pointermove', onMove);
    target.removeEventListener('pointerup', end);
    target.removeEventListener('pointercancel', end);
    onEnd(last);
  };
  target.addEventListener('pointermove', onMove);
  target.addEventListener('pointerup', end);
  target.addEventListener('pointercancel', end);
}
