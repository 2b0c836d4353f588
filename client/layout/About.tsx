import { CATEGORIES } from '../../data/vocabulary/categories.ts';
import { FAMILIES } from '../../data/vocabulary/families.ts';
import { VERIFICATIONS } from '../../data/vocabulary/verifications.ts';
import { say, sayParts } from '../language/say-of-details.ts';
import { categoryLabel, familyLabel, verificationLabel } from '../language/vocabulary.ts';
import { categoryDescription, verificationDescription } from '../language/vocabulary-of-details.ts';
import { CategoryGlyph, Mark } from '../marks/Mark.tsx';

/** What the map is, what its marks say, and where it comes from. */
export function About() {
  return (
    <article class="about">
      <h2 class="screen-title" tabIndex={-1}>
        {say('masthead.about')}
      </h2>
      <p>{say('about.what')}</p>
      <h3 class="section-title">{say('about.howSure')}</h3>
      <ul class="legend">
        {VERIFICATIONS.map(({ id }) => (
          <li key={id}>
            <Mark category="protest" verification={id} size={28} />
            <span>
              <strong>{verificationLabel(id)}.</strong> {verificationDescription(id)}
            </span>
          </li>
        ))}
      </ul>
      <h3 class="section-title">{say('about.whatHappened')}</h3>
      {FAMILIES.map((family) => (
        <section key={family.id}>
          <h4 class="legend-family">{familyLabel(family.id)}</h4>
          <ul class="legend">
            {CATEGORIES.filter((category) => category.family === family.id).map((category) => (
              <li key={category.id}>
                <CategoryGlyph category={category.id} size={20} />
                <span>
                  <strong>{categoryLabel(category.id)}.</strong> {categoryDescription(category.id)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <h3 class="section-title">{say('about.where')}</h3>
      <p>{say('about.marks')}</p>
      <h3 class="section-title">{say('about.data')}</h3>
      <p>{sayParts('about.programs', { api: (words) => <a href="/api">{words}</a> })}</p>
      <h3 class="section-title">{say('about.languages')}</h3>
      <p>{say('about.records')}</p>
      <p>{say('about.unread')}</p>
    </article>
  );
}
