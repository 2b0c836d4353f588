import { useEffect, useRef } from 'preact/hooks';
import { labelOf } from '../form/labels.ts';
import { changedNames, rebased } from '../form/rebase.ts';
import type { JsonObject } from '../form/shape.ts';
import type { Compared } from './facts.ts';
import { SideBySide } from './SideBySide.tsx';

interface MeanwhileProps {
  /** What it was when the edit began. */
  readonly base: Compared;
  /** What stands now. */
  readonly theirs: Compared;
  /** What is typed. */
  readonly mine: JsonObject;
  readonly onChoose: (feature: JsonObject) => void;
}

/**
 * What somebody else changed while it was edited here, and what to do about it: nothing is
 * overwritten before that is chosen and saved anew.
 */
export function Meanwhile({ base, theirs, mine, onChoose }: MeanwhileProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const [before, after] = [base, theirs].map((one) => one as unknown as JsonObject) as [
    JsonObject,
    JsonObject,
  ];
  const [changed, own] = [changedNames(before, after), changedNames(before, mine)];
  const both = changed.filter((name) => own.includes(name));
  return (
    <section class="meanwhile" aria-labelledby="meanwhile-title">
      <h3 ref={heading} id="meanwhile-title" tabIndex={-1}>
        Somebody else has changed it meanwhile
      </h3>
      <p>
        They changed: {words(changed)}. What you typed is below, and is not saved.{' '}
        {both.length > 0 && <strong>Both of you changed: {words(both)}.</strong>}
      </p>
      <SideBySide
        caption="What somebody else has changed"
        leftTitle="When you opened it"
        rightTitle="Now"
        left={base}
        right={theirs}
        isEdit
        onlyDifferent
      />
      <p class="actions">
        <button
          type="button"
          class="button is-primary"
          onClick={() => onChoose(rebased(before, mine, after))}
        >
          {both.length > 0
            ? 'Keep mine, and overwrite theirs in these'
            : 'Keep what I typed, with their changes'}
        </button>
        <button type="button" class="button" onClick={() => onChoose(after)}>
          Take theirs, and drop what I typed
        </button>
      </p>
    </section>
  );
}

function words(names: readonly string[]): string {
  return names.map((name) => labelOf(name, {})).join(', ');
}
