import { useId, useState } from 'react';
import { maximumNameLength } from '../../preload/contract/vocabulary.ts';

type Props = {
  readonly label: string;
  readonly name: string;
  readonly cancelLabel: string;
  readonly saveLabel: string;
  readonly onSave: (name: string) => void;
  readonly onCancel: () => void;
};

/** Asks for a name; an empty one cannot be saved. */
export function NameForm({ label, name, cancelLabel, saveLabel, onSave, onCancel }: Props) {
  const id = useId();
  const [typed, setTyped] = useState(name);
  return (
    <form
      className="name-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== '') onSave(typed.trim());
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <label htmlFor={id}>{label}</label>
      <input
        // biome-ignore lint/a11y/noAutofocus: the form is opened to type in
        autoFocus
        id={id}
        className="field"
        value={typed}
        maxLength={maximumNameLength}
        onChange={(event) => setTyped(event.target.value)}
      />
      <div className="form-foot">
        <button type="button" className="button" onClick={onCancel}>
          {cancelLabel}
        </button>
        <button type="submit" className="button button-main" disabled={typed.trim() === ''}>
          {saveLabel}
        </button>
      </div>
    </form>
  );
}
