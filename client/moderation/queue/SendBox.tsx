interface SendBoxProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly rows?: number;
  readonly most?: number;
  readonly onInput: (text: string) => void;
  readonly onSend: () => void;
  readonly onLeave: () => void;
}

/** A text that Enter sends; Escape leaves it as it is, for later. */
export function SendBox(props: SendBoxProps) {
  const { id, label, value, rows = 1, most = 600, onInput, onSend, onLeave } = props;
  return (
    <label class="send-box" for={id}>
      {label}
      <textarea
        id={id}
        rows={rows}
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
    </label>
  );
}
