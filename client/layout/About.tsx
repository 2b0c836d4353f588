import { CATEGORIES } from '../../data/vocabulary/categories.ts';
import { FAMILIES } from '../../data/vocabulary/families.ts';
import { VERIFICATIONS } from '../../data/vocabulary/verifications.ts';
import { CategoryGlyph, Mark } from '../marks/Mark.tsx';

/** What the map is, what its marks say, and where it comes from. */
export function About() {
  return (
    <article class="about">
      <h2 class="screen-title" tabIndex={-1}>
        About this map
      </h2>
      <p>
        Incidents and protests in Minneapolis: who says what, who contradicts whom, how sure it is,
        and how exactly time and place are known. Every account has its speaker, its day and its
        source. What only one side says is that side’s account and nothing more.
      </p>
      <h3 class="section-title">How sure</h3>
      <ul class="legend">
        {VERIFICATIONS.map(({ id, label, description }) => (
          <li key={id}>
            <Mark category="protest" verification={id} size={28} />
            <span>
              <strong>{label}.</strong> {description}
            </span>
          </li>
        ))}
      </ul>
      <h3 class="section-title">What happened</h3>
      {FAMILIES.map((family) => (
        <section key={family.id}>
          <h4 class="legend-family">{family.label}</h4>
          <ul class="legend">
            {CATEGORIES.filter((category) => category.family === family.id).map((category) => (
              <li key={category.id}>
                <CategoryGlyph category={category.id} size={20} />
                <span>
                  <strong>{category.label}.</strong> {category.description}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <h3 class="section-title">Where</h3>
      <p>
        A mark stands where something happened, to the spot, corner or block. A soft circle is an
        area: it happened somewhere within it, and nobody says where. A ringed number holds several
        incidents; the ring shows their kinds by share. What is known only to the city is in the
        list under “Not on the map”.
      </p>
      <h3 class="section-title">Data and privacy</h3>
      <p>
        All of it can be downloaded, and read by programs at <a href="/api">/api</a>. This page asks
        no other host for anything, and keeps no address of yours.
      </p>
    </article>
  );
}
