import { ArrowLeft, Download, NotebookPen, SearchX, Trash2 } from 'lucide-react';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Annotation } from '../../preload/contract/index.ts';
import { useAnnotations } from '../annotations/index.ts';
import { everyNote, isOpenFilter } from '../domain/notes/index.ts';
import { exportAsMarkdown } from '../export/index.ts';
import { ReviewBanner } from '../review/index.ts';
import { useText } from '../settings/index.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { focusView } from '../ui/focus.ts';
import { StateMessage } from '../ui/state-message.tsx';
import { ActiveFilters } from './active-filters.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { eraseNotes } from './bulk-changes.ts';
import { NoteFilters } from './note-filters.tsx';
import { NotesList } from './notes-list.tsx';
import { useFoundNotes } from './use-found-notes.ts';
import { useWorkspace } from './workspace-store.ts';

/** The notes workspace: all annotations of the library, or those in the trash, to find, read and change together. */
export function NotesView() {
  const t = useText();
  const found = useFoundNotes();
  const { filter, choose, tick } = useWorkspace();
  const trashSize = useAnnotations((state) => state.trashed.size);
  const view = useRef<HTMLElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const goTo = useRef<((index: number) => void) | null>(null);
  const [erasing, setErasing] = useState<readonly Annotation[]>([]);
  const focusField = useCallback(() => field.current?.focus(), []);
  const { rows, selected, all, counts, documents } = found;
  const open = isOpenFilter(filter);

  // What is looked for anew is read from its beginning.
  const shown = useRef(filter);
  useLayoutEffect(() => {
    if (shown.current === filter) return;
    shown.current = filter;
    view.current?.scrollTo({ top: 0 });
  }, [filter]);
  // A note that is no longer there is not selected either, should it come back by undo.
  const annotations = useAnnotations((state) => state.annotations);
  const trashed = useAnnotations((state) => state.trashed);
  useEffect(() => {
    const { ticked, tick: keep } = useWorkspace.getState();
    const present = filter.trash ? trashed : annotations;
    const left = [...ticked].filter((id) => present.has(id));
    if (left.length < ticked.size) keep(left);
  }, [annotations, trashed, filter.trash]);

  return (
    <main ref={view} className="view" aria-labelledby="notes-heading">
      <header className="view-head view-narrow">
        <h1 id="notes-heading">{filter.trash ? t('trash.title') : t('nav.notes')}</h1>
        <p className="view-facts" role="status">
          {open ? t('count.notes', { count: all }) : t('notes.found', { found: rows.length, all })}
          {rows.length > 0 && ` · ${t('workspace.documentCount', { count: documents })}`}
          {selected.length > 0 && ` · ${t('bulk.selected', { count: selected.length })}`}
        </p>
        <span className="view-actions note-actions">
          {filter.trash ? (
            <>
              <button
                type="button"
                className="button button-line"
                onClick={() => {
                  choose(everyNote);
                  focusView();
                }}
              >
                <ArrowLeft size={16} strokeWidth={1.75} aria-hidden="true" />
                {t('trash.close')}
              </button>
              <button
                type="button"
                className="button button-line"
                disabled={all === 0}
                onClick={() => setErasing([...trashed.values()])}
              >
                <Trash2 size={16} strokeWidth={1.75} aria-hidden="true" />
                {t('trash.empty')}
              </button>
            </>
          ) : (
            <>
              <button
                type="button"
                className="button button-line"
                onClick={() => {
                  choose({ ...everyNote, trash: true });
                  focusView();
                }}
              >
                <Trash2 size={16} strokeWidth={1.75} aria-hidden="true" />
                {t('trash.open', { count: trashSize })}
              </button>
              <button
                type="button"
                className="button button-line"
                disabled={rows.length === 0}
                onClick={() =>
                  void exportAsMarkdown(
                    open ? { documentId: null } : { annotationIds: rows.map(({ note }) => note.id) },
                  )
                }
              >
                <Download size={16} strokeWidth={1.75} aria-hidden="true" />
                {t('export.button')}
              </button>
            </>
          )}
        </span>
      </header>
      {!filter.trash && <ReviewBanner />}
      {(all > 0 || !open) && (
        <div className="note-filter-box view-narrow">
          <NoteFilters counts={counts} field={field} onDown={() => goTo.current?.(0)} />
          <ActiveFilters field={field} />
        </div>
      )}
      {selected.length > 0 && (
        <BulkBar
          selected={selected}
          found={rows.length}
          onSelectFound={() => tick(rows.map(({ note }) => note.id))}
          onClear={() => {
            tick([]);
            // The bar goes away.
            const { cursor } = useWorkspace.getState();
            goTo.current?.(
              Math.max(
                0,
                rows.findIndex(({ note }) => note.id === cursor),
              ),
            );
          }}
          onErase={setErasing}
        />
      )}
      <div className="view-body view-narrow">
        {rows.length > 0 ? (
          <NotesList found={found} view={view} goTo={goTo} leaveUp={focusField} onErase={setErasing} />
        ) : !open ? (
          <StateMessage
            icon={SearchX}
            title={t('notes.noneFound')}
            action={{
              label: t('notes.clearFilter'),
              run: () => {
                choose({ ...everyNote, trash: filter.trash, order: filter.order });
                focusField();
              },
            }}
          />
        ) : filter.trash ? (
          <StateMessage icon={Trash2} title={t('trash.none')} detail={t('trash.noneDetail')} />
        ) : (
          <StateMessage icon={NotebookPen} title={t('notes.none')} detail={t('notes.noneDetail')} />
        )}
      </div>
      {erasing.length > 0 && (
        <ConfirmDialog
          title={t('trash.confirm')}
          detail={t('trash.confirmDetail', { count: erasing.length })}
          confirm={t('trash.erase')}
          cancel={t('notes.cancel')}
          onConfirm={() => void eraseNotes(erasing.map(({ id }) => id))}
          onClose={() => setErasing([])}
        />
      )}
    </main>
  );
}
