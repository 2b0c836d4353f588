import { categoryOf } from '../../../data/vocabulary/categories.ts';
import type { QueuedReport } from '../../api/moderation.ts';
import { Accounts } from '../../detail/Accounts.tsx';
import { whenWords, whereWords } from '../../detail/words.ts';
import { Mark } from '../../marks/Mark.tsx';
import { factsOf, positionWords } from '../compare/facts.ts';
import { SideBySide } from '../compare/SideBySide.tsx';

/** What the reporter wrote, and beside it what will be public, as it will look. */
export function ReportRecord({ report }: { report: QueuedReport }) {
  const { feature, original, preview, copies, merged, warnings } = report;
  return (
    <>
      {copies > 0 && (
        <p class="note">
          {copies} more {copies === 1 ? 'report says' : 'reports say'} the same, word for word. What
          you decide holds for {copies === 1 ? 'it' : 'them'} too.
        </p>
      )}
      {merged.length > 0 && (
        <p class="note">
          Stands also for: {merged.map((one) => one.feature.properties.title).join('; ')}.
        </p>
      )}
      {original && (
        <SideBySide
          caption="What an editor has changed"
          leftTitle="The reporter’s words"
          rightTitle="Changed to"
          left={original}
          right={feature}
          isEdit
        />
      )}
      <div class="compare">
        <article aria-labelledby="written-title">
          <h3 id="written-title" class="section-title">
            What the reporter wrote
          </h3>
          <dl class="facts">
            {factsOf(original ?? feature).map(({ pointer, label, words }) => (
              <div key={pointer}>
                <dt>{label}</dt>
                <dd>
                  {words}
                  {warnings.some((one) => `${one.pointer}/`.startsWith(`${pointer}/`)) && (
                    <small class="look"> Look at this: see below.</small>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </article>
        <article aria-labelledby="public-title" class="preview">
          <h3 id="public-title" class="section-title">
            What would be public
          </h3>
          <p class="kind">
            <Mark
              category={preview.properties.category}
              verification={preview.properties.verification}
            />
            <span>{categoryOf(preview.properties.category).label}</span>
          </p>
          <h4 class="detail-title">{preview.properties.title}</h4>
          <p>
            {whenWords(preview.properties)}
            <br />
            {whereWords(preview.properties)}
          </p>
          <p class="summary">{preview.properties.summary}</p>
          <p class="note">Position: {positionWords(preview.geometry)}</p>
          <Accounts accounts={preview.properties.accounts} sources={preview.properties.sources} />
        </article>
      </div>
    </>
  );
}
