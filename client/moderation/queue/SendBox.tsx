interface SendBoxProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly rows?: number;
  readonly most?: number;
  /** On the button that sends it, where no other does. */
  readonly send?: string;
  readonly onInput: (text: string) => void;
  readonly onSend: () => void;
  readonly onLeave: () => void;
}

/** A text that Enter sends; Escape leaves it as it is, for later. */
export function SendBox(props: SendBoxProps) {
  const { id, label, value, rows = 1, most = 600, send, onInput, onSend, onLeave } = props;
  return (
    <div class="send-box">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        rows={rows}
        enterkeyhint="send"
        maxLength={most}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onLeave();
          else if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault();
            onSend();
          }
        }}
      />
      {send && value.trim() !== '' && (
        <button type="button" class="button" onClick={onSend}>
          {send}
        </button>
      )}
    </div>
  );
}
