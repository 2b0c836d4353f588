import { CATEGORIES, type CategoryId } from '../../data/vocabulary/categories.ts';
import { FAMILIES } from '../../data/vocabulary/families.ts';
import { VERIFICATIONS, type VerificationId } from '../../data/vocabulary/verifications.ts';
import { say } from '../language/say.ts';
import { categoryLabel, familyLabel, verificationLabel } from '../language/vocabulary.ts';
import { categoryDescription, verificationDescription } from '../language/vocabulary-of-details.ts';
import { numberWords } from '../language/words.ts';
import { CategoryGlyph, Mark } from '../marks/Mark.tsx';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { toggle } from './toggle.ts';

/** What to narrow by, with what each choice would bring; its marks are the map's legend as well. */
export function Filters({ state, store }: { state: State; store: Store }) {
  return (
    <div class="filters" id="filters">
      <CategoryFilter state={state} store={store} />
      <VerificationFilter state={state} store={store} />
    </div>
  );
}

function CategoryFilter({ state, store }: { state: State; store: Store }) {
  const chosen = state.filter.categories;
  const counts = state.answer?.view.facets.category ?? {};
  const choose = (ids: readonly CategoryId[]): void =>
    store.dispatch({
      type: 'categoriesChosen',
      categories: toggle(chosen, ids, CATEGORIES.length),
    });
  return (
    <fieldset>
      <legend>{say('filters.category')}</legend>
      {FAMILIES.map((family) => {
        const members = CATEGORIES.filter((category) => category.family === family.id);
        const shown = members.filter(
          ({ id }) => (counts[id] ?? 0) > 0 || chosen?.includes(id) === true,
        );
        const all = members.every(({ id }) => chosen?.includes(id));
        if (shown.length === 0) return null;
        return (
          <div key={family.id} class="family">
            <button
              type="button"
              class="family-name"
              aria-pressed={all}
              onClick={() => choose(members.map(({ id }) => id))}
              style={{ '--hue': `var(--${family.id})` }}
            >
              {familyLabel(family.id)}
            </button>
            {shown.map(({ id }) => (
              <label key={id} class="option" title={categoryDescription(id)}>
                <input
                  type="checkbox"
                  checked={chosen?.includes(id) ?? false}
                  onChange={() => choose([id])}
                />
                <CategoryGlyph category={id} size={18} />
                <span class="option-label">{categoryLabel(id)}</span>
                <span class="option-count">{numberWords(counts[id] ?? 0)}</span>
              </label>
            ))}
          </div>
        );
      })}
    </fieldset>
  );
}

function VerificationFilter({ state, store }: { state: State; store: Store }) {
  const chosen = state.filter.verifications;
  const counts = state.answer?.view.facets.verification;
  const choose = (id: VerificationId): void =>
    store.dispatch({
      type: 'verificationsChosen',
      verifications: toggle(chosen, [id], VERIFICATIONS.length),
    });
  return (
    <fieldset>
      <legend>{say('filters.verification')}</legend>
      {VERIFICATIONS.map(({ id }) => (
        <label key={id} class="option" title={verificationDescription(id)}>
          <input
            type="checkbox"
            aria-labelledby={`sure-${id} sure-${id}-count`}
            aria-describedby={`sure-${id}-means`}
            checked={chosen?.includes(id) ?? false}
            onChange={() => choose(id)}
          />
          <Mark category="protest" verification={id} size={20} />
          <span class="option-label">
            <span id={`sure-${id}`}>{verificationLabel(id)}</span>
            <small id={`sure-${id}-means`}>{verificationDescription(id)}</small>
          </span>
          <span id={`sure-${id}-count`} class="option-count">
            {counts && numberWords(counts[id] ?? 0)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
