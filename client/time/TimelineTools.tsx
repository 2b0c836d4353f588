import { say } from '../language/say.ts';
import { verificationLabel } from '../language/vocabulary.ts';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { type Stacking, verificationSeries } from './bars.ts';
import { frameOf } from './frame.ts';
import { RangeInputs } from './RangeInputs.tsx';
import { around, snapped, zoomed } from './span.ts';
import { STEP_FACTOR } from './use-zoom.ts';

interface TimelineToolsProps {
  readonly state: State;
  readonly store: Store;
  readonly stacking: Stacking;
}

/** The range in two inputs, how close the timeline is, and what its colours stand for. */
export function TimelineTools({ state, store, stacking }: TimelineToolsProps) {
  const frame = frameOf(state);
  if (!frame || !state.answer) return null;
  const { span, whole, home } = frame;
  const { datetime } = state.filter;
  const show = (to: typeof span): void => store.dispatch({ type: 'spanChosen', span: to });
  const by = (factor: number): void =>
    show(snapped(zoomed(span, (span.from + span.to) / 2, factor, whole)));
  const isWhole = span.from <= whole.from && span.to >= whole.to;
  const hasMain = home.to - home.from < whole.to - whole.from;
  return (
    <div class="timeline-tools">
      <RangeInputs state={state} store={store} />
      <fieldset class="zoom-buttons">
        <legend class="visually-hidden">{say('timeline.zoom')}</legend>
        <button
          type="button"
          class="button"
          aria-label={say('timeline.less')}
          title={say('timeline.lessKey')}
          onClick={() => by(STEP_FACTOR)}
        >
          +
        </button>
        <button
          type="button"
          class="button"
          aria-label={say('timeline.more')}
          title={say('timeline.moreKey')}
          disabled={isWhole}
          onClick={() => by(1 / STEP_FACTOR)}
        >
          −
        </button>
        <button
          type="button"
          class="button"
          title={say('timeline.toRangeWhy')}
          disabled={datetime === null}
          onClick={() => datetime && show(around(datetime, whole))}
        >
          {say('timeline.toRange')}
        </button>
        {isWhole && hasMain ? (
          <button
            type="button"
            class="button"
            title={say('timeline.nearlyAllWhy')}
            onClick={() => show(home)}
          >
            {say('timeline.nearlyAll')}
          </button>
        ) : (
          <button
            type="button"
            class="button"
            title={say('timeline.allWhy')}
            disabled={isWhole}
            onClick={() => show(whole)}
          >
            {say('timeline.all')}
          </button>
        )}
      </fieldset>
      <Legend state={state} stacking={stacking} />
    </div>
  );
}

/** What the colours stand for: those that have a bar. */
function Legend({ state, stacking }: { state: State; stacking: Stacking }) {
  if (stacking === 'family' || !state.answer) return null;
  return (
    <ul class="bars-legend">
      {verificationSeries(state.answer.view.timeline.byVerification).map(({ id }) => (
        <li key={id}>
          <span class="swatch" style={{ background: `var(--${id})` }} />
          {verificationLabel(id)}
        </li>
      ))}
    </ul>
  );
}
