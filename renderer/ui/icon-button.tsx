import type { LucideIcon } from 'lucide-react';
import type { Ref } from 'react';

type Props = {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly onPress: (button: HTMLButtonElement) => void;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly tip?: 'below' | 'below-start' | 'below-end' | 'above' | 'left';
  readonly ref?: Ref<HTMLButtonElement>;
};

/** A button that shows only an icon; its label is its name and, on hover or focus, its tooltip. */
export function IconButton({ icon: Icon, label, onPress, pressed, disabled, tip = 'below', ref }: Props) {
  return (
    <button
      ref={ref}
      type="button"
      className={`icon-button tip tip-${tip}`}
      aria-label={label}
      data-tip={label}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={(event) => onPress(event.currentTarget)}
    >
      <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
    </button>
  );
}
