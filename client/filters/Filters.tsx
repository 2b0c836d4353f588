import { CATEGORIES, type CategoryId } from '../../data/vocabulary/categories.ts';
import { FAMILIES } from '../../data/vocabulary/families.ts';
import { VERIFICATIONS, type VerificationId } from '../../data/vocabulary/verifications.ts';
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
      <legend>Category</legend>
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
              {family.label}
            </button>
            {shown.map(({ id, label, description }) => (
              <label key={id} class="option" title={description}>
                <input
                  type="checkbox"
                  checked={chosen?.includes(id) ?? false}
                  onChange={() => choose([id])}
                />
                <CategoryGlyph category={id} size={18} />
                <span class="option-label">{label}</span>
                <span class="option-count">{counts[id] ?? 0}</span>
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
  const counts = state.answer?.view.facets.verification ?? {};
  const choose = (id: VerificationId): void =>
    store.dispatch({
      type: 'verificationsChosen',
      verifications: toggle(chosen, [id], VERIFICATIONS.length),
    });
  return (
    <fieldset>
      <legend>How sure</legend>
      {VERIFICATIONS.map(({ id, label, description }) => (
        <label key={id} class="option" title={description}>
          <input
            type="checkbox"
            checked={chosen?.includes(id) ?? false}
            onChange={() => choose(id)}
          />
          <Mark category="protest" verification={id} size={20} />
          <span class="option-label">
            {label}
            <small>{description}</small>
          </span>
          <span class="option-count">{counts[id] ?? 0}</span>
        </label>
      ))}
    </fieldset>
  );
}
