import { useEffect, useState } from 'preact/hooks';
import type { IncidentDraft } from '../../../data/incident/schema.ts';
import { type ApiFailure, failureOf } from '../../api/failure.ts';
import { type EditedIncident, fetchIncident } from '../../api/moderation-incidents.ts';
import type { FieldErrors } from '../form/check-record.ts';
import { serverErrors } from '../form/check-record.ts';
import { changedNames } from '../form/rebase.ts';
import type { JsonObject } from '../form/shape.ts';

/**
 * An incident as it was when its edit began, what is typed since, and `newest`: what somebody else
 * has made of it meanwhile, until that was looked at.
 */
export function useIncident(id: string) {
  const [incident, setIncident] = useState<EditedIncident | null>(null);
  const [newest, setNewest] = useState<EditedIncident | null>(null);
  const [feature, setFeature] = useState<JsonObject | null>(null);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);

  /** Begins anew with an incident. @param typed what stands in the form; else what it says. */
  const begin = (next: EditedIncident, typed = json(next.feature)): void => {
    setIncident(next);
    setNewest(null);
    setFeature(typed);
    setErrors({});
  };
  useEffect(() => {
    fetchIncident(id).then(begin, (error) => setSaid(failureOf(error).message));
  }, [id]);

  /** Nothing that is typed is lost: where it would be, what changed is shown beside it. */
  const showNewest = async (): Promise<string> => {
    const next = await fetchIncident(id);
    const base = json(incident?.feature ?? null);
    const isTyped = base !== null && feature !== null && changedNames(base, feature).length > 0;
    if (!isTyped) {
      begin(next);
      return 'Somebody has changed it since you opened it. The newest is shown now: look at it, then decide.';
    }
    if (next.feature === null) {
      return 'Somebody has withdrawn it meanwhile. What you typed is still here: copy what you need, then reload the page.';
    }
    setNewest(next);
    return 'Not done: somebody has changed it since you opened it. What you typed is still here.';
  };
  const wordsOf = async (failure: ApiFailure): Promise<string> => {
    setErrors(serverErrors(failure.errors));
    if (failure.status !== 412) return failure.message;
    try {
      return await showNewest();
    } catch (error) {
      return failureOf(error).message;
    }
  };
  /** @returns whether it was done. */
  const run = async (perform: () => Promise<void>, done: string): Promise<boolean> => {
    setBusy(true);
    try {
      await perform();
      begin(await fetchIncident(id));
      setSaid(done);
      return true;
    } catch (error) {
      setSaid(await wordsOf(failureOf(error)));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return {
    incident,
    newest,
    feature,
    errors,
    said,
    busy,
    begin,
    run,
    setFeature,
    setErrors,
    say: setSaid,
  };
}

function json(feature: IncidentDraft | null): JsonObject | null {
  return feature as unknown as JsonObject | null;
}
