import { useState } from 'preact/hooks';
import type { IncidentDraft } from '../../../data/incident/schema.ts';
import { screenEdit, screenText } from '../../../data/screening/screen.ts';
import { changeIncident, undoIncident, withdrawIncident } from '../../api/moderation-incidents.ts';
import { Meanwhile } from '../compare/Meanwhile.tsx';
import { withoutBlankLines } from '../form/change.ts';
import type { FieldErrors } from '../form/check-record.ts';
import { checkRecord } from '../form/check-record.ts';
import { RecordForm } from '../form/RecordForm.tsx';
import { INCIDENT_SHAPE } from '../form/shape.ts';
import { useWarnings } from '../form/use-warnings.ts';
import { Warnings } from '../form/Warnings.tsx';
import { Reason } from './Reason.tsx';
import { Revisions } from './Revisions.tsx';
import { useIncident } from './use-incident.ts';

/** Changes a published incident: each change with a reason, each to be taken back. */
export function IncidentPage({ id }: { id: string }) {
  const opened = useIncident(id);
  const { incident, newest, feature, errors, busy } = opened;
  const [why, setWhy] = useState('');
  const [redacts, setRedacts] = useState(false);
  const { warnings, looked, setLooked, pass } = useWarnings([feature, why]);

  const status = (
    <p class="said" role="status">
      {opened.said}
    </p>
  );
  if (!incident) return <div class="plain-page">{status}</div>;
  const { revision, revisions } = incident;
  const run = async (perform: () => Promise<void>, done: string): Promise<void> => {
    if (!(await opened.run(perform, done))) return;
    setWhy('');
    setRedacts(false);
  };
  const undo = (
    <button
      type="button"
      class="button"
      disabled={busy}
      onClick={() =>
        void run(() => undoIncident(id, revision), 'Taken back: it is as it was before.')
      }
    >
      Undo the last change
    </button>
  );
  if (!incident.feature || !feature) {
    return (
      <div class="plain-page is-wide">
        <h2>A withdrawn incident</h2>
        <p>It is on no map and in no download.</p>
        {status}
        <p class="actions">{undo}</p>
        <Revisions revisions={revisions} />
      </div>
    );
  }
  const base = incident.feature;
  const lacksReason = why.trim() === '';
  const save = (): void => {
    if (newest) {
      opened.say('Not saved yet: choose first what is to become of the changes of somebody else.');
      return;
    }
    const changed = withoutBlankLines(feature);
    const found: FieldErrors = {
      ...checkRecord('incident', changed, Date.now()),
      ...(lacksReason ? { '/why': 'Say in a sentence why: the history shows it.' } : {}),
    };
    opened.setErrors(found);
    if (Object.keys(found).length > 0) {
      opened.say('Not saved yet: see beside the fields.');
      return;
    }
    const edited = changed as unknown as IncidentDraft;
    if (!pass([...screenEdit(base, edited), ...screenText('/why', why)])) {
      opened.say('Not saved yet: look at each warning and tick it, or change the words.');
      return;
    }
    const change = {
      revision,
      feature: changed,
      why: why.trim(),
      redactsEarlier: redacts,
      allow: looked,
    };
    void run(() => changeIncident(id, change), 'Saved. It is on everyone’s map.');
  };
  const withdraw = (): void => {
    if (lacksReason) {
      opened.setErrors({ '/why': 'Say in a sentence why it is withdrawn: the history shows it.' });
      return;
    }
    if (!pass(screenText('/why', why))) {
      opened.say('Not withdrawn yet: look at each warning and tick it, or change the words.');
      return;
    }
    void run(
      () => withdrawIncident(id, { revision, why: why.trim(), allow: looked }),
      'Withdrawn: it is on no map and in no download. Undo brings it back.',
    );
  };
  return (
    <div class="plain-page is-wide">
      <h2>{base.properties.title}</h2>
      <p>
        <a href={`/?incident=${encodeURIComponent(id)}`}>See it on the map</a>
      </p>
      {status}
      {newest?.feature && (
        <Meanwhile
          base={base}
          theirs={newest.feature}
          mine={feature}
          onChoose={(chosen) => opened.begin(newest, chosen)}
        />
      )}
      <p class="actions">
        {undo}
        <button type="button" class="button is-danger" disabled={busy} onClick={withdraw}>
          Withdraw it
        </button>
      </p>
      <RecordForm
        label="The incident"
        shape={INCIDENT_SHAPE}
        feature={feature}
        errors={errors}
        onChange={opened.setFeature}
        onSubmit={save}
      >
        <Reason
          why={why}
          redacts={redacts}
          error={errors['/why']}
          onWhy={setWhy}
          onRedacts={setRedacts}
        />
        <Warnings warnings={warnings} feature={base} looked={looked} onLooked={setLooked} />
        <p class="actions is-sticky">
          <button type="submit" class="button is-primary" disabled={busy}>
            Save and publish
          </button>
        </p>
      </RecordForm>
      <Revisions revisions={revisions} />
    </div>
  );
}
