import path from 'node:path';
import type { BrowserWindow } from 'electron';
import { type Handlers, ReaderError } from '../../preload/contract/index.ts';
import type { SearchFormat } from '../../preload/contract/vocabulary.ts';
import { translatorOf } from '../../renderer/domain/strings/index.ts';
import { searchAsCsv } from '../export/search-csv.ts';
import { searchAsMarkdown } from '../export/search-markdown.ts';
import type { SearchTable } from '../export/search-table.ts';
import { writeFileAtomically } from '../files/atomic-write.ts';
import { askWhereToSave, safeFileName } from '../files/dialogs.ts';
import type { Repository } from '../storage/repository.ts';

/** What each format is called in the dialog, and how it is written; a further one is a further line. */
const formats: Readonly<
  Record<SearchFormat, { readonly name: string; readonly write: (table: SearchTable) => string }>
> = {
  csv: { name: 'CSV', write: searchAsCsv },
  md: { name: 'Markdown', write: searchAsMarkdown },
};

/** Export of a search's results. The renderer says where they stand, main takes the texts, the user says where to. */
export function searchExportHandlers(
  repository: Repository,
  window: () => BrowserWindow | null,
): Pick<Handlers, 'export.search'> {
  return {
    'export.search': async ({ format, annotationIds, ...found }) => {
      const parent = window();
      if (parent === null) throw new ReaderError('INTERNAL', 'no window to ask in');
      const { settings, documents } = await repository.opening();
      const annotations = new Map((await repository.annotations()).map((one) => [one.id, one]));
      const notes = annotationIds.map((id) => {
        const note = annotations.get(id);
        if (note === undefined) throw new ReaderError('NOT_FOUND', 'no such note');
        return note;
      });
      const ids = [...new Set(found.hits.map(({ documentId }) => documentId))];
      const contents = await Promise.all(ids.map((id) => repository.readDocument(id)));
      const { language } = settings;
      const text = formats[format].write({
        ...found,
        notes,
        contents,
        documents,
        language,
        exportedAt: new Date(),
      });
      const t = translatorOf(language);
      const file = await askWhereToSave(parent, {
        defaultName: `${safeFileName(t('searchExport.fileName', { query: found.query }))}.${format}`,
        filterName: formats[format].name,
        extension: format,
      });
      if (file === null) return { outcome: 'cancelled' };
      await writeFileAtomically(file, new TextEncoder().encode(text));
      return { outcome: 'saved', fileName: path.basename(file), hitCount: found.hits.length + notes.length };
    },
  };
}
