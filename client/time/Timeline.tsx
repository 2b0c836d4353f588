import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Loader } from '../api/load.ts';
import { say } from '../language/say.ts';
import { useReadable } from '../layout/hooks.ts';
import { LazyKnownAsOf } from '../layout/parts.tsx';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import type { Stacking } from './bars.ts';
import { Histogram } from './Histogram.tsx';
import { PlayButton, PlaySettings, playKey } from './PlayControls.tsx';
import { Presets } from './Presets.tsx';
import { told } from './range.ts';
import { rollingLabel } from './rolling.ts';
import { TimelineTools } from './TimelineTools.tsx';
import { capitalised, rangeWords } from './words.ts';

interface TimelineProps {
  readonly state: State;
  readonly store: Store;
  readonly loader: Loader;
}

/** The span in bars, the range in words, and three ways to set it: handles, inputs, names. */
export function Timeline({ state, store, loader }: TimelineProps) {
  const [stacking, setStacking] = useState<Stacking>('family');
  const [tracking, setTracking] = useState(false);
  const readable = useReadable(state);
  const { asOf } = state.filter;
  const tracked = tracking || asOf !== Infinity;
  const section = useRef<HTMLElement>(null);
  // Back to today, by whatever: whoever has the slider keeps it.
  useEffect(() => {
    const track = section.current?.querySelector('.known-as-of');
    setTracking(asOf !== Infinity || (track?.contains(document.activeElement) ?? false));
  }, [asOf]);
  const tools = useMemo(
    () => (
      <>
        <div class="timeline-head">
          <h2 class="range-words">{titleOf(readable)}</h2>
          <PlayButton state={readable} store={store} />
          <PlaySettings state={readable} store={store} />
          <StackingSelect stacking={stacking} onStacking={setStacking} />
          <Presets state={readable} store={store} />
          {!tracked && (
            <button type="button" class="button" onClick={() => setTracking(true)}>
              {say('known.open')}
            </button>
          )}
        </div>
        <TimelineTools state={readable} store={store} stacking={stacking} />
      </>
    ),
    [readable, store, stacking, tracked],
  );
  return (
    <section
      class="timeline"
      aria-label={say('timeline.title')}
      ref={section}
      onKeyDown={(event) => playKey(event, store)}
    >
      {tools}
      <Histogram state={state} store={store} height={52} axis stacking={stacking} />
      {tracked && (
        <LazyKnownAsOf
          state={state}
          store={store}
          loader={loader}
          onLeave={() => setTracking(false)}
        />
      )}
    </section>
  );
}

interface StackingSelectProps {
  readonly stacking: Stacking;
  readonly onStacking: (stacking: Stacking) => void;
}

function StackingSelect({ stacking, onStacking }: StackingSelectProps) {
  return (
    <select
      class="stacking"
      aria-label={say('timeline.stacked')}
      value={stacking}
      onChange={(event) => onStacking(event.currentTarget.value as Stacking)}
    >
      <option value="family">{say('timeline.byKind')}</option>
      <option value="verification">{say('timeline.bySure')}</option>
    </select>
  );
}

/** @returns `Last 24 hours: since 23 November 2026, 10 pm`, `7–31 January 2026`, `All dates`. */
function titleOf({ filter, rolling, play }: State): string {
  const { datetime } = told(filter, play.isPlaying);
  if (!datetime) return say('range.all');
  const words = rangeWords(datetime);
  return rolling
    ? say('range.rolling', { name: rollingLabel(rolling), range: words })
    : capitalised(words);
}
