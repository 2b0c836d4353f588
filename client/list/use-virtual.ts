import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

type Options = Pick<
  VirtualizerOptions<HTMLElement, HTMLElement>,
  | 'count'
  | 'getScrollElement'
  | 'estimateSize'
  | 'overscan'
  | 'scrollMargin'
  | 'scrollPaddingStart'
  | 'rangeExtractor'
  | 'initialOffset'
  | 'initialMeasurementsCache'
>;

/** On paper the list is as high as all that it draws: what is seen is no more than the window. */
const observeSeen: typeof observeElementRect = (virtualizer, tell) =>
  observeElementRect(virtualizer, ({ width, height }) =>
    tell({ width, height: Math.min(height, window.innerHeight) }),
  );

/** Tells which rows of a long list are to be drawn and where, and draws anew as it is scrolled. */
export function useVirtual(options: Options): Virtualizer<HTMLElement, HTMLElement> {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const whole = {
    observeElementRect: observeSeen,
    observeElementOffset,
    scrollToFn: elementScroll,
    ...options,
    onChange: () => redraw(undefined),
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(whole));
  virtualizer.setOptions(whole);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  return virtualizer;
}
