import type { Warning } from '../../../data/screening/screen.ts';
import { type Compared, labelAt } from '../compare/facts.ts';

interface WarningsProps {
  readonly warnings: readonly Warning[];
  /** What the warnings are of. */
  readonly feature: Compared;
  /** Pointers of those that were looked at. */
  readonly looked: readonly string[];
  readonly onLooked: (looked: readonly string[]) => void;
}

/** What may put people in danger if it were public: to be looked at one by one. */
export function Warnings({ warnings, feature, looked, onLooked }: WarningsProps) {
  if (warnings.length === 0) return null;
  return (
    <fieldset class="warnings">
      <legend>Look at each of these, and tick it</legend>
      {warnings.map(({ pointer, message }, index) => (
        <label key={`${index}${pointer}`} class="option">
          <input
            id={`warning-${index}`}
            type="checkbox"
            checked={looked.includes(pointer)}
            onChange={(event) =>
              onLooked(
                event.currentTarget.checked
                  ? [...looked, pointer]
                  : looked.filter((one) => one !== pointer),
              )
            }
          />
          <span class="option-label">
            <strong>{labelAt(pointer, feature)}</strong>: {message}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
