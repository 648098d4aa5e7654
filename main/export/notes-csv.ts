import type { ExportChoice } from '../../preload/contract/index.ts';
import { translatorOf } from '../../renderer/domain/strings/index.ts';
import { inOrder } from './arrange.ts';
import { noteColumns } from './columns.ts';
import { csvOf } from './csv.ts';
import type { ExportSet } from './export-set.ts';

/** Notes as CSV, one row a note under a head in the language of the program, row by row. */
export function* notesAsCsv(set: ExportSet, choice: ExportChoice): Iterable<string> {
  const columns = noteColumns(choice, translatorOf(set.language));
  const documents = new Map(set.documents.map((document) => [document.id, document]));
  yield csvOf([columns.map(({ label }) => label)]);
  for (const note of inOrder(set, choice)) {
    const document = documents.get(note.annotation.anchor.documentId) ?? null;
    // The byte order mark stands once, before the head.
    yield csvOf([columns.map(({ of }) => of(note, document))]).slice(1);
  }
}
