import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { Histogram } from './Histogram.tsx';
import { KnownAsOf } from './KnownAsOf.tsx';
import { Presets } from './Presets.tsx';
import { RangeInputs } from './RangeInputs.tsx';
import { rangeWords } from './words.ts';

/** The whole span in bars, the range in words, and three ways to set it: handles, inputs, names. */
export function Timeline({ state, store }: { state: State; store: Store }) {
  const { datetime } = state.filter;
  return (
    <section class="timeline" aria-label="Time">
      <div class="timeline-head">
        <h2 class="range-words">{datetime ? sentence(rangeWords(datetime)) : 'All dates'}</h2>
        <KnownAsOf state={state} store={store} />
        <Presets state={state} store={store} />
        <RangeInputs state={state} store={store} />
      </div>
      <Histogram state={state} store={store} height={52} axis />
    </section>
  );
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
