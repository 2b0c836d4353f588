import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { centralDate, startOfCentralDate } from '../../data/time/central.ts';
import type { Loader } from '../api/load.ts';
import { say } from '../language/say-of-details.ts';
import { followPointer } from '../layout/follow-pointer.ts';
import { useWidth } from '../layout/hooks.ts';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import type { KnownDay } from '../view-source/source.ts';
import { frameOf } from './frame.ts';
import { MARGIN_PX } from './Histogram.tsx';
import { asOfOf, daysBetween, dayTicks, keyDay } from './known-days.ts';
import { dayWords } from './words.ts';

interface KnownTrackProps {
  readonly state: State;
  readonly store: Store;
  readonly loader: Loader;
}

const HEIGHT_PX = 28;
const DAY_MS = 24 * 3_600_000;

/**
 * The day of knowledge as a thinner track under the bars, on the same axis: a tick for each day on
 * which something became known, and a slider that goes by days.
 */
export function KnownTrack({ state, store, loader }: KnownTrackProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = Math.max(0, useWidth(box) - 2 * MARGIN_PX);
  const days = useKnownDays(loader, state.answer?.view.revision ?? null);
  const frame = frameOf(state);
  const today = centralDate(Date.now());
  const first = days[0]?.[0] ?? (frame ? centralDate(frame.whole.from) : today);
  const { asOf } = state.filter;
  const day = asOf === Infinity ? today : centralDate(asOf);
  const ticks = useMemo(() => (frame ? dayTicks(days, frame.span) : []), [days, frame?.span]);
  if (!frame) return <div class="known-track" ref={box} />;
  const { span } = frame;

  const choose = (chosen: string): void => {
    const instant = asOfOf(chosen, today);
    if (instant !== asOf) store.dispatch({ type: 'knownAsOfChosen', asOf: instant });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = keyDay(event.key, event.shiftKey, day, first, today);
    if (to === null) return;
    event.preventDefault();
    choose(to);
  };
  const onPointerDown = (event: PointerEvent): void => {
    if (event.button !== 0 || !(event.currentTarget instanceof HTMLElement)) return;
    const target = event.currentTarget;
    const { left } = target.getBoundingClientRect();
    const chooseAt = ({ clientX }: PointerEvent): void => {
      const share = (clientX - left - MARGIN_PX) / width;
      // The end of the track is today, wherever that lies.
      if (share >= 1) choose(today);
      else choose(within(centralDate(span.from + share * (span.to - span.from)), first, today));
    };
    target.querySelector<HTMLElement>('[role="slider"]')?.focus();
    // Or the press would take the focus away again.
    event.preventDefault();
    store.dispatch({ type: 'timeHeld' });
    chooseAt(event);
    followPointer(event, chooseAt, () => store.dispatch({ type: 'timeLetGo' }));
  };

  const noon = startOfCentralDate(day) + DAY_MS / 2;
  const share = Math.min(1, Math.max(0, (noon - span.from) / (span.to - span.from)));
  const x = (asOf === Infinity ? 1 : share) * width;
  return (
    <div class="known-track" ref={box} onPointerDown={onPointerDown}>
      {width > 0 && (
        <>
          <svg
            class="known-ticks"
            width={width}
            height={HEIGHT_PX}
            style={{ left: `${MARGIN_PX}px` }}
            aria-hidden="true"
          >
            <rect class="known-past" width={x} y={HEIGHT_PX - 4} height="4" />
            <path class="known-ground" d={`M0 ${HEIGHT_PX - 2}h${width}`} />
            {ticks.map((tick) => (
              <rect
                key={tick.day}
                class={tick.day <= day ? 'known-tick' : 'known-tick is-later'}
                x={tick.at * width - 1}
                y={HEIGHT_PX - 4 - 4 - 14 * tick.size}
                width="2"
                height={4 + 14 * tick.size}
              />
            ))}
          </svg>
          <div
            class="known-slider"
            role="slider"
            tabIndex={0}
            aria-label={say('known.on')}
            aria-valuemin={0}
            aria-valuemax={daysBetween(first, today)}
            aria-valuenow={daysBetween(first, day)}
            aria-valuetext={valueWords(day, today, days)}
            style={{ left: `${MARGIN_PX + x}px` }}
            onKeyDown={onKeyDown}
          />
        </>
      )}
    </div>
  );
}

/** @returns `14 January 2026: 3 records changed`, or `today`. */
export function valueWords(day: string, today: string, days: readonly KnownDay[]): string {
  if (day >= today) return say('known.todayShort');
  const changed = days.find(([known]) => known === day)?.[1] ?? 0;
  return say('known.changed', { day: dayWords(startOfCentralDate(day)), count: changed });
}

export function useKnownDays(loader: Loader, revision: number | null): readonly KnownDay[] {
  const [days, setDays] = useState<readonly KnownDay[]>([]);
  useEffect(() => {
    if (revision === null) return;
    let gone = false;
    Promise.resolve(loader.source.knownDays()).then(
      (found) => {
        if (!gone) setDays(found);
      },
      // The slider goes on without its ticks.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [loader, revision]);
  return days;
}

function within(day: string, first: string, last: string): string {
  return day < first ? first : day > last ? last : day;
}
