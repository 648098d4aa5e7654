import { memo } from 'react';
import type { Annotation } from '../../preload/contract/index.ts';
import { AnnotationCard } from '../annotations/index.ts';
import { convertText } from '../domain/script/index.ts';
import { placeInEdition, type ShownScript, useLibrary } from '../library/index.ts';
import { openDocument } from '../platform/navigation.ts';
import { useSettings, useText } from '../settings/index.ts';
import { restoreNotes } from './bulk-changes.ts';
import { TrashCard } from './trash-card.tsx';
import type { NoteRow as RowOf } from './use-found-notes.ts';
import { formatMonth } from './use-world.ts';
import { useWorkspace } from './workspace-store.ts';

type Props = {
  readonly note: Annotation;
  readonly heads: RowOf['heads'];
  readonly ticked: boolean;
  /** The script its document is read in; null while that is being loaded. */
  readonly script: ShownScript | null;
  readonly onErase: (notes: readonly Annotation[]) => void;
};

/** One note of the list with its tick box, under the head of its group where it is the first. */
export function NoteRow({ heads, ...rest }: Props) {
  return (
    <>
      {heads !== null && <GroupHead group={heads} />}
      <Row {...rest} />
    </>
  );
}

/** Drawn anew only when the note itself changed: what is found changes with every key, and Markdown is slow. */
const Row = memo(function Row({ note, ticked, script, onErase }: Omit<Props, 'heads'>) {
  const t = useText();
  const trash = useWorkspace((state) => state.filter.trash);
  const byDocument = useWorkspace((state) => state.filter.order === 'place');
  const toggle = useWorkspace((state) => state.toggle);
  const document = useLibrary((state) => state.byId.get(note.anchor.documentId));
  const title = document?.title ?? t('notes.unknownDocument', { id: note.anchor.documentId });
  // Under the head of a document its title need not be said again.
  const shown = (words: string): string => convertText(words, script?.converter ?? null).text;
  const mark = [byDocument ? '' : title, shown(note.anchor.headingPath.at(-1) ?? '')]
    .filter((part) => part !== '')
    .join(' · ');
  const quoteLang = script?.lang;
  const quote = shown(note.anchor.exact);
  return (
    <div className="note-row" data-ticked={ticked}>
      <input
        type="checkbox"
        className="note-tick"
        data-tick={note.id}
        checked={ticked}
        aria-label={t('bulk.select', { quote: nameOf(note, title) })}
        onChange={() => toggle(note.id)}
      />
      {trash ? (
        <TrashCard
          annotation={note}
          mark={mark}
          quote={quote}
          quoteLang={quoteLang}
          onRestore={() => void restoreNotes([note.id])}
          onErase={() => onErase([note])}
        />
      ) : (
        <AnnotationCard
          annotation={note}
          mark={mark}
          quote={quote}
          stale={document?.editionHash !== note.anchor.editionHash}
          quoteLang={quoteLang}
          onJump={() => openNote(note)}
        />
      )}
    </div>
  );
});

/** Goes to the place of a note; the way back leads to the note. */
export function openNote({ id, anchor }: Annotation): void {
  useWorkspace.setState({ opened: id, cursor: id });
  openDocument(anchor.documentId, placeInEdition(anchor, anchor.start));
}

/** What a note is called where it has to be named: its quote, else its own words, else its document. */
function nameOf({ anchor, note }: Annotation, title: string): string {
  return [anchor.exact, note].find((part) => part.trim() !== '')?.slice(0, 30) ?? title;
}

function GroupHead({ group }: { readonly group: NonNullable<RowOf['heads']> }) {
  const t = useText();
  const language = useSettings((state) => state.settings.language);
  const document = useLibrary((state) =>
    group.documentId === null ? undefined : state.byId.get(group.documentId),
  );
  const label =
    group.documentId !== null
      ? [document?.title ?? t('notes.unknownDocument', { id: group.documentId }), document?.documentNumber]
          .filter((part) => part !== null && part !== undefined)
          .join(' · ')
      : group.month === null
        ? t('workspace.noDate')
        : formatMonth(group.month, language);
  return <h2 className="group-title">{t('workspace.group', { label, count: group.notes.length })}</h2>;
}
