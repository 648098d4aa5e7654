import { useId } from 'react';
import { Switch as AriaSwitch } from 'react-aria-components';

type Props = {
  readonly label: string;
  /** A sentence on what it does; said with the switch, not as its name. */
  readonly detail?: string;
  readonly isSelected: boolean;
  readonly onChange: (on: boolean) => void;
};

/** Something that is on or off at once. */
export function Switch({ label, detail, isSelected, onChange }: Props) {
  const id = useId();
  return (
    <div className="setting">
      <AriaSwitch
        className="switch"
        isSelected={isSelected}
        onChange={onChange}
        {...(detail === undefined ? {} : { 'aria-describedby': id })}
      >
        <span className="switch-track" aria-hidden="true" />
        {label}
      </AriaSwitch>
      {detail !== undefined && (
        <p id={id} className="setting-hint">
          {detail}
        </p>
      )}
    </div>
  );
}
