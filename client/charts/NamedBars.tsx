import { say } from '../language/say-of-figures.ts';
import { numberWords } from '../language/words.ts';

interface NamedBarsProps {
  readonly caption: string;
  readonly names: readonly string[];
  readonly counts: readonly number[];
}

/** A bar a line, from 0 on, with its name and its figure: a table that is its own chart. */
export function NamedBars({ caption, names, counts }: NamedBarsProps) {
  const most = Math.max(1, ...counts);
  return (
    <table class="named-bars">
      <caption class="visually-hidden">{caption}</caption>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">{say('charts.when')}</th>
          <th scope="col">{say('charts.count')}</th>
        </tr>
      </thead>
      <tbody>
        {names.map((name, place) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              <span
                class="named-bar"
                style={{ '--share': `${(100 * (counts[place] ?? 0)) / most}%` }}
              />
              {numberWords(counts[place] ?? 0)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
