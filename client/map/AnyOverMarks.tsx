import { usePart } from '../layout/use-part.ts';
import type { OverMarksProps } from './OverMarks.tsx';

const loadOverMarks = async () => (await import('./OverMarks.tsx')).OverMarks;

/** What a map has over its marks, whose code comes once these are drawn. */
export function AnyOverMarks(props: OverMarksProps) {
  return props.state.map === 'ready' ? <Loaded {...props} /> : null;
}

function Loaded(props: OverMarksProps) {
  const { Part } = usePart(loadOverMarks);
  // Without it the list says as much, and leads to them.
  return Part && <Part {...props} />;
}
