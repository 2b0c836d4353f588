import { useEffect, useState } from 'preact/hooks';
import type { ReportFeature } from '../../../data/incident/schema.ts';
import { screenEdit } from '../../../data/screening/screen.ts';
import { ApiError } from '../../api/failure.ts';
import { editReport, type QueuedReport } from '../../api/moderation.ts';
import { Meanwhile } from '../compare/Meanwhile.tsx';
import { withoutBlankLines } from '../form/change.ts';
import type { FieldErrors } from '../form/check-record.ts';
import { checkRecord, serverErrors } from '../form/check-record.ts';
import { RecordForm } from '../form/RecordForm.tsx';
import { REPORT_SHAPE } from '../form/shape.ts';
import { useWarnings } from '../form/use-warnings.ts';
import { Warnings } from '../form/Warnings.tsx';
import type { Edited } from './typed.ts';
import type { QueueState } from './use-queue.ts';

interface ReportEditorProps {
  readonly report: QueuedReport;
  readonly edited: Edited;
  readonly queue: QueueState;
  readonly onChange: (edited: Edited) => void;
  readonly onClose: (isSaved: boolean) => void;
}

/** Changes what will be public of a report; the reporter's own words are kept beside it. */
export function ReportEditor({ report, edited, queue, onChange, onClose }: ReportEditorProps) {
  const [errors, setErrors] = useState<FieldErrors>({});
  const { warnings, looked, setLooked, pass } = useWarnings([edited.feature]);
  useEffect(() => document.querySelector<HTMLElement>('.record-form input')?.focus(), []);
  // The queue is loaded anew while somebody types: the report may be other than what they began with.
  const hasChanged = JSON.stringify(report.feature) !== JSON.stringify(edited.base);
  const save = async (): Promise<void> => {
    if (hasChanged) {
      queue.say('Not saved yet: choose first what is to become of the changes of somebody else.');
      return;
    }
    const feature = withoutBlankLines(edited.feature);
    const found = checkRecord('report', feature, Date.now());
    setErrors(found);
    if (Object.keys(found).length > 0) {
      queue.say('Not saved yet: see beside the fields.');
      return;
    }
    if (!pass(screenEdit(report.feature, feature as unknown as ReportFeature))) {
      queue.say('Not saved yet: look at each warning and tick it, or change the words.');
      return;
    }
    const isSaved = await queue.run(async () => {
      try {
        await editReport(report, feature, looked);
      } catch (error) {
        if (error instanceof ApiError) setErrors(serverErrors(error.failure.errors));
        throw error;
      }
      queue.say('Saved. What the reporter wrote stays beside it.');
      await queue.load();
    });
    if (isSaved) onClose(true);
  };
  return (
    <>
      {hasChanged && (
        <Meanwhile
          base={edited.base}
          theirs={report.feature}
          mine={edited.feature}
          onChoose={(feature) => onChange({ feature, base: report.feature })}
        />
      )}
      <RecordForm
        label="What will be public"
        shape={REPORT_SHAPE}
        feature={edited.feature}
        errors={errors}
        onChange={(feature) => onChange({ ...edited, feature })}
        onSubmit={() => void save()}
        onLeave={queue.focusRecord}
      >
        <Warnings
          warnings={warnings}
          feature={report.feature}
          looked={looked}
          onLooked={setLooked}
        />
        <p class="actions is-sticky">
          <button type="submit" class="button is-primary" disabled={queue.busy}>
            Save the changes
          </button>
          <button type="button" class="button" onClick={() => onClose(false)}>
            Leave it as it was
          </button>
        </p>
      </RecordForm>
    </>
  );
}
