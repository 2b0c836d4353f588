import { useState } from 'preact/hooks';
import { setReporting } from '../../api/moderation-access.ts';
import { fetchReporting } from '../../api/reports.ts';
import { useAct } from '../use-act.ts';
import { useLoaded } from '../use-loaded.ts';

/** Stops and takes up reports, with what the pages say meanwhile. */
export function Pause() {
  const reporting = useLoaded(() => fetchReporting());
  const [typed, setTyped] = useState<string | null>(null);
  const { said, busy, act } = useAct();
  if (!reporting.value) return reporting.problem ? <p role="alert">{reporting.problem}</p> : null;
  const { open, notice } = reporting.value;
  const words = typed ?? notice ?? '';
  const set = (next: boolean): void =>
    void act(
      () => setReporting(next, words.trim() === '' ? null : words.trim()),
      next ? 'Reports are taken again.' : 'Reports are paused.',
    ).then(reporting.reload);
  return (
    <section aria-labelledby="pause-title">
      <h3 id="pause-title">Taking reports</h3>
      <p>{open ? 'This map takes reports.' : 'Reports are paused.'}</p>
      <label class="labelled">
        What the report form says (optional)
        <textarea
          maxLength={600}
          rows={2}
          value={words}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <p class="actions">
        <button
          type="button"
          class={open ? 'button is-danger' : 'button is-primary'}
          disabled={busy}
          onClick={() => set(!open)}
        >
          {open ? 'Pause reports' : 'Take reports again'}
        </button>
        <button type="button" class="button" disabled={busy} onClick={() => set(open)}>
          Save the notice
        </button>
      </p>
      <p class="said" role="status">
        {said}
      </p>
    </section>
  );
}
