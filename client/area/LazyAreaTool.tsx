import { useRef } from 'preact/hooks';
import { say } from '../language/say.ts';
import { usePart } from '../layout/use-part.ts';
import type { AreaToolProps } from './AreaTool.tsx';
import { Early, type Pressed } from './Early.tsx';

const loadAreaTool = async () => (await import('./AreaTool.tsx')).AreaTool;

/** Drawing comes only when somebody draws; what they do until it is there, it does then. */
export function LazyAreaTool(props: Omit<AreaToolProps, 'early'>) {
  const { Part, isFailed } = usePart(loadAreaTool);
  const early = useRef<Pressed[]>([]).current;
  if (isFailed) return <p role="alert">{say('page.partMissing')}</p>;
  return Part ? <Part {...props} early={early} /> : <Early {...props} early={early} />;
}
