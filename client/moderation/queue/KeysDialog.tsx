import { useEffect, useRef } from 'preact/hooks';
import { KEYS } from './use-keys.ts';

export function KeysDialog({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class="sheet-dialog is-small"
      aria-labelledby="keys-title"
      onClose={onClose}
    >
      <h2 id="keys-title">All keys</h2>
      <dl class="key-list">
        {KEYS.map(([key, words]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p class="note">
        In a text: Enter sends it, Shift and Enter begins a line, Escape leaves it. In the form of
        an edit: Enter in a line saves it, Escape leaves it as it is typed.
      </p>
      <button type="button" class="button is-primary" onClick={() => dialog.current?.close()}>
        Close
      </button>
    </dialog>
  );
}
