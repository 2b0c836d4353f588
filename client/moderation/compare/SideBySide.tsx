import { type Compared, factsOf } from './facts.ts';
import { type Run, wordDifference } from './word-difference.ts';

interface SideBySideProps {
  readonly caption: string;
  readonly leftTitle: string;
  readonly rightTitle: string;
  readonly left: Compared;
  readonly right: Compared;
  /** Names of properties that are told elsewhere. */
  readonly without?: readonly string[];
  /** The right one was made from the left: words are compared one by one. */
  readonly isEdit?: boolean;
  /** What is the same in both is left out. */
  readonly onlyDifferent?: boolean;
}

/** Two records, fact beside fact; what differs is marked, by a word and not by colour alone. */
export function SideBySide(props: SideBySideProps) {
  const { caption, leftTitle, rightTitle, left, right, without = [] } = props;
  const { isEdit = false, onlyDifferent = false } = props;
  const told = (feature: Compared) =>
    factsOf(feature).filter(({ pointer }) => !without.includes(pointer.slice(12)));
  const [ours, theirs] = [told(left), told(right)];
  const pointers = [...new Set([...ours, ...theirs].map(({ pointer }) => pointer))];
  return (
    <table class="side-by-side">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Fact</th>
          <th scope="col">{leftTitle}</th>
          <th scope="col">{rightTitle}</th>
        </tr>
      </thead>
      <tbody>
        {pointers.map((pointer) => {
          const a = ours.find((one) => one.pointer === pointer);
          const b = theirs.find((one) => one.pointer === pointer);
          const [before, after] = [a?.words ?? '', b?.words ?? ''];
          if (onlyDifferent && before === after) return null;
          const runs = isEdit && before !== after ? wordDifference(before, after) : null;
          return (
            <tr key={pointer} class={before === after ? 'is-same' : ''}>
              <th scope="row">
                {a?.label ?? b?.label}
                <small>{before === after ? 'same' : 'differs'}</small>
              </th>
              <td>{runs ? <Marked runs={runs} side="before" /> : before || '–'}</td>
              <td>{runs ? <Marked runs={runs} side="after" /> : after || '–'}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Marked({ runs, side }: { runs: readonly Run[]; side: 'before' | 'after' }) {
  return (
    <>
      {runs
        .filter(({ kind }) => kind === 'both' || kind === side)
        .map(({ kind, text }, index) => {
          const key = `${index}${kind}`;
          if (kind === 'before') return <del key={key}>{text}</del>;
          return kind === 'after' ? <ins key={key}>{text}</ins> : <span key={key}>{text}</span>;
        })}
    </>
  );
}
