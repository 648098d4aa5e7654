import type { Args, DocumentId } from '../../preload/contract/index.ts';
import { ask } from '../platform/reader.ts';
import { reportProblem, text } from '../settings/index.ts';
import { useNotices } from '../ui/notices.ts';

/** Exports the annotated notes of a document, or of all (null), as Markdown; main asks where to. */
export function exportNotes(documentId: DocumentId | null): Promise<void> {
  return exportAsMarkdown({ documentId });
}

/** Exports what is named, as Markdown; main asks where to. */
export async function exportAsMarkdown(asked: Args<'export.markdown'>): Promise<void> {
  try {
    const result = await ask('export.markdown', asked);
    if (result.outcome === 'cancelled') return;
    const t = text();
    useNotices.getState().show({
      tone: 'plain',
      text: t('export.done', { file: result.fileName, notes: t('count.notes', { count: result.noteCount }) }),
    });
  } catch (error) {
    reportProblem('problem.exportFailed', error);
  }
}
