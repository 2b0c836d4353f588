interface MapButtonProps {
  readonly label: string;
  /** What a press does now, where the label does not say it. */
  readonly title?: string;
  /** Set where it is switched on and off. */
  readonly pressed?: boolean;
  /** Lines of the icon, in a box of 20 by 20. */
  readonly icon: string;
  readonly onPress: () => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

/** One of the buttons in the corner of the map. */
export function MapButton({
  label,
  title = label,
  pressed,
  icon,
  onPress,
  onKeyDown,
}: MapButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={pressed}
      title={title}
      onClick={onPress}
      onKeyDown={onKeyDown}
    >
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <path d={icon} />
      </svg>
    </button>
  );
}
