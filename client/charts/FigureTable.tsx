import { say } from '../language/say-of-figures.ts';
import { numberWords } from '../language/words.ts';

interface FigureTableProps {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly counts: readonly number[] }[];
}

/** The same as a chart in figures, a press away. */
export function FigureTable({ caption, columns, rows }: FigureTableProps) {
  return (
    <details class="figure-table">
      <summary>{say('charts.table')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is scrolled sideways is by keys as well. */}
      <section class="figure-scroll" tabIndex={0} aria-label={caption}>
        <table>
          <caption class="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{say('charts.when')}</th>
              {columns.map((column) => (
                <th scope="col" key={column}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, counts }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {counts.map((count, column) => (
                  <td key={columns[column]}>{numberWords(count)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
