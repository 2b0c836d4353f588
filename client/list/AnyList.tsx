import { usePart } from '../layout/use-part.ts';
import type { LongListProps } from './LongList.tsx';
import { PlainList } from './PlainList.tsx';
import { isLong } from './paged-list.ts';

const loadLongList = async () => (await import('./LongList.tsx')).LongList;

/** Few rows are all drawn; of many only what is seen, by code that comes when it is needed. */
export function AnyList(props: LongListProps) {
  return isLong(props.list) ? <ManyRows {...props} /> : <PlainList {...props} />;
}

function ManyRows(props: LongListProps) {
  const { Part } = usePart(loadLongList);
  // Without it, a page at a time on demand.
  return Part ? <Part {...props} /> : <PlainList {...props} />;
}
