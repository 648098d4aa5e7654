import { useId, useState } from 'react';
import { maximumNameLength } from '../../preload/contract/vocabulary.ts';
import { useText } from '../settings/index.ts';

type BookmarkValues = { readonly name: string; readonly folder: string };

type Props = {
  /** null: the name cannot be changed here, only the folder's. */
  readonly name: string | null;
  readonly folder: string;
  readonly folders: readonly string[];
  /** Resolves to false when it could not be written: what was typed then stays. */
  readonly onSave: (values: BookmarkValues) => Promise<boolean>;
  readonly onClose: () => void;
};

/** The name and the folder of a bookmark, or the name of a folder; a folder that does not exist yet is made by typing it. */
export function BookmarkForm({ name, folder, folders, onSave, onClose }: Props) {
  const t = useText();
  const id = useId();
  const [typedName, setName] = useState(name ?? '');
  const [typedFolder, setFolder] = useState(folder);
  return (
    <form
      className="bookmark-form"
      onSubmit={(event) => {
        event.preventDefault();
        void onSave({ name: typedName.trim(), folder: typedFolder.trim() }).then((saved) => {
          if (saved) onClose();
        });
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.stopPropagation();
        onClose();
      }}
    >
      {name !== null && (
        <span className="form-line">
          <label htmlFor={`${id}-name`}>{t('bookmarks.name')}</label>
          <input
            // biome-ignore lint/a11y/noAutofocus: the form is opened to type in
            autoFocus
            id={`${id}-name`}
            className="field"
            maxLength={maximumNameLength}
            value={typedName}
            placeholder={t('bookmarks.nameHint')}
            onChange={(event) => setName(event.target.value)}
          />
        </span>
      )}
      <span className="form-line">
        <label htmlFor={`${id}-folder`}>{t('bookmarks.folder')}</label>
        <input
          // biome-ignore lint/a11y/noAutofocus: the form is opened to type in
          autoFocus={name === null}
          id={`${id}-folder`}
          className="field"
          list={`${id}-folders`}
          maxLength={maximumNameLength}
          value={typedFolder}
          placeholder={t('bookmarks.folderHint')}
          onChange={(event) => setFolder(event.target.value)}
        />
        <datalist id={`${id}-folders`}>
          {folders.map((other) => (
            <option key={other} value={other} />
          ))}
        </datalist>
      </span>
      <div className="form-foot">
        <button type="button" className="button" onClick={onClose}>
          {t('notes.cancel')}
        </button>
        <button type="submit" className="button button-main">
          {t('notes.save')}
        </button>
      </div>
    </form>
  );
}
