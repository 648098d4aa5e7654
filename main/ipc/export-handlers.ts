import path from 'node:path';
import type { BrowserWindow } from 'electron';
import { type Handlers, ReaderError } from '../../preload/contract/index.ts';
import { translatorOf } from '../../renderer/domain/strings/index.ts';
import { notesAsMarkdown } from '../export/markdown.ts';
import { writeFileAtomically } from '../files/atomic-write.ts';
import { askWhereToSave, safeFileName } from '../files/dialogs.ts';
import type { Repository } from '../storage/repository.ts';

/** Export of annotated notes. The renderer says what, the user says where, main writes. */
export function exportHandlers(
  repository: Repository,
  window: () => BrowserWindow | null,
): Pick<Handlers, 'export.markdown'> {
  return {
    'export.markdown': async ({ documentId }) => {
      const parent = window();
      if (parent === null) throw new ReaderError('INTERNAL', 'no window to ask in');
      const { settings, documents } = await repository.opening();
      const annotations = (await repository.annotations()).filter(
        ({ anchor }) => documentId === null || anchor.documentId === documentId,
      );
      const t = translatorOf(settings.language);
      const title =
        documentId === null
          ? t('export.allNotesTitle')
          : (documents.find(({ id }) => id === documentId)?.title ?? documentId);
      const noted = new Set(annotations.map(({ anchor }) => anchor.documentId));
      const contents = await Promise.all(
        documents.filter(({ id }) => noted.has(id)).map(({ id }) => repository.readDocument(id)),
      );
      const file = await askWhereToSave(parent, {
        defaultName: `${safeFileName(t('export.fileName', { title }))}.md`,
        filterName: 'Markdown',
        extension: 'md',
      });
      if (file === null) return { outcome: 'cancelled' };
      const text = notesAsMarkdown({
        annotations,
        contents,
        language: settings.language,
        exportedAt: new Date(),
      });
      await writeFileAtomically(file, new TextEncoder().encode(text));
      return { outcome: 'saved', fileName: path.basename(file), noteCount: annotations.length };
    },
  };
}
