import path from 'node:path';
import type { BrowserWindow } from 'electron';
import {
  type Args,
  type DocumentSummary,
  defaultExportChoice,
  type ExportRequest,
  type Handlers,
  ReaderError,
} from '../../preload/contract/index.ts';
import { translatorOf } from '../../renderer/domain/strings/index.ts';
import type { Exporter } from '../export/run-export.ts';
import { selectedNotes } from '../export/selection.ts';
import { extensions } from '../export/write-export.ts';
import { writeFileAtomically } from '../files/atomic-write.ts';
import { askWhereToSave, safeFileName } from '../files/dialogs.ts';
import type { Repository } from '../storage/repository.ts';

/** Export of annotated notes. The renderer says what, the user says where, main writes. */
export function exportHandlers(
  repository: Repository,
  window: () => BrowserWindow | null,
  exporter: Exporter,
): Pick<Handlers, 'export.markdown'> {
  return {
    'export.markdown': async (asked) => {
      const parent = window();
      if (parent === null) throw new ReaderError('INTERNAL', 'no window to ask in');
      const { settings, documents } = await repository.opening();
      const request = requestOf(asked);
      const notes = selectedNotes(request.selection, await repository.annotations());
      const t = translatorOf(settings.language);
      const title = titleOf(asked, documents) ?? t('export.allNotesTitle');
      const file = await askWhereToSave(parent, {
        defaultName: `${safeFileName(t('export.fileName', { title }))}.${extensions.markdown}`,
        filterName: 'Markdown',
        extension: extensions.markdown,
      });
      if (file === null) return { outcome: 'cancelled' };
      await writeFileAtomically(file, await exporter(request));
      return { outcome: 'saved', fileName: path.basename(file), noteCount: notes.length };
    },
  };
}

function requestOf(asked: Args<'export.markdown'>): ExportRequest {
  const selection =
    'annotationIds' in asked ? asked : { documentIds: asked.documentId === null ? null : [asked.documentId] };
  return { format: 'markdown', selection, choice: defaultExportChoice };
}

/** The title of the one document that was asked for; null for notes of several. */
function titleOf(asked: Args<'export.markdown'>, documents: readonly DocumentSummary[]): string | null {
  if (!('documentId' in asked) || asked.documentId === null) return null;
  const { documentId } = asked;
  return documents.find(({ id }) => id === documentId)?.title ?? documentId;
}
