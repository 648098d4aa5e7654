import path from 'node:path';
import type { BrowserWindow } from 'electron';
import {
  type Annotation,
  type Args,
  type DocumentSummary,
  type Handlers,
  ReaderError,
} from '../../preload/contract/index.ts';
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
    'export.markdown': async (asked) => {
      const parent = window();
      if (parent === null) throw new ReaderError('INTERNAL', 'no window to ask in');
      const { settings, documents } = await repository.opening();
      const annotations = chosen(asked, await repository.annotations());
      const t = translatorOf(settings.language);
      const title = titleOf(asked, documents) ?? t('export.allNotesTitle');
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

/** The annotations that were asked for; what lies in the trash is not exported. */
function chosen(asked: Args<'export.markdown'>, all: readonly Annotation[]): readonly Annotation[] {
  const present = all.filter(({ trashedAt }) => trashedAt === null);
  if ('documentId' in asked) {
    const { documentId } = asked;
    return present.filter(({ anchor }) => documentId === null || anchor.documentId === documentId);
  }
  const wanted = new Set(asked.annotationIds);
  const found = present.filter(({ id }) => wanted.has(id));
  if (found.length < wanted.size) throw new ReaderError('NOT_FOUND', 'no such note');
  return found;
}

/** The title of the one document that was asked for; null for notes of several. */
function titleOf(asked: Args<'export.markdown'>, documents: readonly DocumentSummary[]): string | null {
  if (!('documentId' in asked) || asked.documentId === null) return null;
  const { documentId } = asked;
  return documents.find(({ id }) => id === documentId)?.title ?? documentId;
}
