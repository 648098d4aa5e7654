import { X } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { Dialog, Heading, I18nProvider, Modal, ModalOverlay } from 'react-aria-components';
import type { DocumentId, FolderId } from '../../preload/contract/index.ts';
import { maximumNameLength, maximumTagLength, maximumTags } from '../../preload/contract/vocabulary.ts';
import { tagsInUse } from '../domain/library/index.ts';
import { parseTags } from '../domain/tags/index.ts';
import { titleLanguage } from '../script/index.ts';
import { useSettings, useText } from '../settings/index.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useLibrary } from './library-store.ts';
import { changeShelf, createFolder, orderedFolders, renameFolder } from './shelf-actions.ts';
import { askShelf, type ShelfQuestion } from './shelf-question.ts';
import { useShelves } from './shelves-store.ts';

const close = (): void => askShelf(null);

/** The open question about folders or tags. It stays open, with what was entered, when it could not be kept. */
export function ShelfQuestions({ question }: { readonly question: ShelfQuestion }) {
  const t = useText();
  const language = useSettings((state) => state.settings.language);
  const title =
    question.kind === 'folder'
      ? t(question.folderId === null ? 'folder.new' : 'folder.renameTitle')
      : t(question.kind === 'folders' ? 'folder.putTitle' : 'tags.title');
  return (
    <I18nProvider locale={language}>
      <ModalOverlay className="dialog-back" isOpen isDismissable onOpenChange={(isOpen) => isOpen || close()}>
        <Modal className="dialog dialog-shelf">
          <Dialog>
            <header className="dialog-head">
              <Heading slot="title">{title}</Heading>
              <IconButton icon={X} label={t('dialog.close')} tip="left" onPress={close} />
            </header>
            {question.kind === 'folder' ? (
              <NameForm folderId={question.folderId} />
            ) : question.kind === 'folders' ? (
              <FoldersForm documentId={question.documentId} />
            ) : (
              <TagsForm documentId={question.documentId} />
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </I18nProvider>
  );
}

function NameForm({ folderId }: { readonly folderId: FolderId | null }) {
  const t = useText();
  const id = useId();
  const folders = useShelves((state) => state.folders);
  const folder = folderId === null ? undefined : folders.get(folderId);
  const [name, setName] = useState(folder?.name ?? '');
  const wanted = name.trim();
  const taken = [...folders.values()].some((other) => other.id !== folderId && other.name === wanted);
  return (
    <Form
      blocked={wanted === '' || taken}
      save={async () => {
        if (folder === undefined) return (await createFolder(wanted)) !== null;
        return wanted === folder.name || renameFolder(folder, wanted);
      }}
    >
      <label htmlFor={id}>{t('folder.name')}</label>
      <input
        id={id}
        className="field"
        // biome-ignore lint/a11y/noAutofocus: the one field of a dialog that was asked for
        autoFocus
        value={name}
        maxLength={maximumNameLength}
        aria-invalid={taken}
        aria-describedby={taken ? `${id}-taken` : undefined}
        onChange={(event) => setName(event.target.value)}
      />
      <Refusal id={`${id}-taken`} shown={taken} text={t('folder.nameTaken')} />
    </Form>
  );
}

function FoldersForm({ documentId }: { readonly documentId: DocumentId }) {
  const t = useText();
  const id = useId();
  const folders = useShelves((state) => state.folders);
  const before = useShelves((state) => state.shelves.get(documentId)?.folderIds);
  const [chosen, setChosen] = useState<ReadonlySet<FolderId>>(
    () => new Set((before ?? []).filter((folderId) => folders.has(folderId))),
  );
  const [name, setName] = useState('');
  const ordered = orderedFolders(folders);
  const toggle = (folderId: FolderId): void => {
    const next = new Set(chosen);
    if (!next.delete(folderId)) next.add(folderId);
    setChosen(next);
  };
  return (
    <Form
      save={async () => {
        const wanted = name.trim();
        const known = ordered.find((folder) => folder.name === wanted)?.id;
        const added = wanted === '' ? undefined : (known ?? (await createFolder(wanted)));
        if (added === null) return false;
        if (added !== undefined) {
          // Should the second change fail, the folder is there and a second try must not make it again.
          setChosen((now) => new Set([...now, added]));
          setName('');
        }
        const folderIds = [...chosen, ...(added === undefined || chosen.has(added) ? [] : [added])];
        return changeShelf(documentId, { folderIds });
      }}
    >
      <DocumentTitle documentId={documentId} />
      <p className="shelf-hint">{t('folder.putDetail')}</p>
      {ordered.length > 0 && (
        <ul className="shelf-choices" aria-label={t('folder.title')}>
          {ordered.map((folder) => (
            <li key={folder.id}>
              <label>
                <input type="checkbox" checked={chosen.has(folder.id)} onChange={() => toggle(folder.id)} />
                <span>{folder.name}</span>
              </label>
            </li>
          ))}
        </ul>
      )}
      <label htmlFor={id}>{t('folder.new')}</label>
      <input
        id={id}
        className="field"
        value={name}
        maxLength={maximumNameLength}
        onChange={(event) => setName(event.target.value)}
      />
    </Form>
  );
}

function TagsForm({ documentId }: { readonly documentId: DocumentId }) {
  const t = useText();
  const id = useId();
  const shelves = useShelves((state) => state.shelves);
  const [typed, setTyped] = useState((shelves.get(documentId)?.tags ?? []).join('、'));
  const tags = parseTags(typed);
  const used = tagsInUse(shelves.values());
  const refused = tags.length > maximumTags || tags.some((tag) => tag.length > maximumTagLength);
  return (
    <Form blocked={refused} save={() => changeShelf(documentId, { tags })}>
      <DocumentTitle documentId={documentId} />
      <label htmlFor={id}>{t('tags.field')}</label>
      <input
        id={id}
        className="field"
        // biome-ignore lint/a11y/noAutofocus: the one field of a dialog that was asked for
        autoFocus
        value={typed}
        aria-invalid={refused}
        aria-describedby={refused ? `${id}-refused` : undefined}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Refusal
        id={`${id}-refused`}
        shown={refused}
        text={t('notes.tagsLimit', { tags: maximumTags, letters: maximumTagLength })}
      />
      {used.length > 0 && (
        <fieldset className="shelf-tags">
          <legend>{t('tags.used')}</legend>
          {used.map((tag) => (
            <button
              key={tag}
              type="button"
              className="chip"
              aria-pressed={tags.includes(tag)}
              onClick={() =>
                setTyped(
                  (tags.includes(tag) ? tags.filter((other) => other !== tag) : [...tags, tag]).join('、'),
                )
              }
            >
              {tag}
            </button>
          ))}
        </fieldset>
      )}
    </Form>
  );
}

type FormProps = {
  readonly children: ReactNode;
  readonly blocked?: boolean;
  /** Answers whether it is kept. */
  readonly save: () => Promise<boolean>;
};

function Form({ children, blocked = false, save }: FormProps) {
  const t = useText();
  const [saving, setSaving] = useState(false);
  return (
    <form
      className="shelf-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (blocked || saving) return;
        setSaving(true);
        void save().then((kept) => {
          setSaving(false);
          if (kept) close();
        });
      }}
    >
      {children}
      <footer className="shelf-buttons">
        <button type="button" className="button button-line" onClick={close}>
          {t('folder.cancel')}
        </button>
        <button type="submit" className="button button-main" disabled={blocked}>
          {t('folder.save')}
        </button>
      </footer>
    </form>
  );
}

function DocumentTitle({ documentId }: { readonly documentId: DocumentId }) {
  const document = useLibrary((state) => state.byId.get(documentId));
  if (document === undefined) return null;
  return (
    <p className="shelf-document" lang={titleLanguage(document)}>
      {document.title}
    </p>
  );
}

/** Said by a screen reader when it appears. */
function Refusal({
  id,
  shown,
  text,
}: {
  readonly id: string;
  readonly shown: boolean;
  readonly text: string;
}) {
  return (
    <p id={id} className="shelf-refusal" role="status">
      {shown && text}
    </p>
  );
}
