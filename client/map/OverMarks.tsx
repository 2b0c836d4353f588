import { usePart } from '../layout/use-part.ts';
import type { OwnMarksProps } from '../report/OwnMarks.tsx';
import { MarkKeys } from './MarkKeys.tsx';
import { Tooltip } from './Tooltip.tsx';

export interface OverMarksProps extends OwnMarksProps {
  /** Marks are there to be chosen, and no place is. */
  readonly hasKeys: boolean;
}

const loadOwnMarks = async () => (await import('../report/OwnMarks.tsx')).OwnMarks;

/** The marks for the keyboard, one's own reports among them; and a line beside the one under the pointer. */
export function OverMarks({ hasKeys, ...props }: OverMarksProps) {
  const { state, map } = props;
  return (
    <>
      {hasKeys && <MarkKeys {...props} />}
      <Tooltip state={state} map={map} />
      {hasKeys && state.ownReports.length > 0 && <Own {...props} />}
    </>
  );
}

function Own(props: OwnMarksProps) {
  const { Part } = usePart(loadOwnMarks);
  return Part && <Part {...props} />;
}
